import { isLocale } from '#app/kernel/locale.ts';
import type { HotPath } from '../front.server.ts';
import { choicesAround, describePoint } from './gazetteer.server.ts';

/**
 * `GET /api/place?lat=&lng=&lang=`: a point in words and the region choice it lies in (`null` outside the country); `around`: every choice
 * it may belong to.
 * Answered from memory and kept nowhere: who asks about which street is nobody's business.
 */
export const placeData: HotPath = async (req, res) => {
  const query = new URLSearchParams((req.url ?? '').split('?')[1] ?? '');
  const [lat, lng] = [query.get('lat'), query.get('lng')].map((text) => (text ? Number(text) : Number.NaN)) as [
    number,
    number,
  ];
  const lang = query.get('lang');
  res.setHeader('Content-Type', 'application/json; charset=utf-8');
  res.setHeader('Cache-Control', 'no-store');
  if (!(Math.abs(lat) <= 90 && Math.abs(lng) <= 180)) {
    res.writeHead(400).end('{"error":"lat, lng"}');
    return;
  }
  const around = choicesAround({ lat, lng });
  const words = describePoint({ lat, lng }, isLocale(lang) ? lang : 'az');
  res.writeHead(200).end(JSON.stringify({ region: around[0] ?? null, around, words }));
};
