import { toString as drawQr } from 'qrcode';

/** An address as a QR code, drawn into the page: a data address of an SVG, so that nothing is loaded from anywhere. */
export async function drawCode(url: string): Promise<string> {
  const svg = await drawQr(url, {
    type: 'svg',
    errorCorrectionLevel: 'M',
    margin: 2,
    color: { dark: '#221E1A', light: '#FFFFFF' },
  });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
