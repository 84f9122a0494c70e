import { toString } from 'qrcode';

/** A QR code as a picture of vectors, for `<img src>`: nothing is loaded, and it prints sharp. */
export async function qrDataUri(text: string): Promise<string> {
  const svg = await toString(text, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
