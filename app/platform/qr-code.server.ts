import { toString } from 'qrcode';

/** A text (an address, a secret) as a QR code, drawn into the page: a data address of an SVG, so that nothing is loaded, and it prints sharp. */
export async function qrDataUri(text: string): Promise<string> {
  const svg = await toString(text, {
    type: 'svg',
    margin: 2,
    errorCorrectionLevel: 'M',
    color: { dark: '#221E1A', light: '#FFFFFF' },
  });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
