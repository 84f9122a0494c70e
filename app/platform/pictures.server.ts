import sharp from 'sharp';

/**
 * Pictures from strangers: decoded, turned upright, scaled and encoded anew, so that nothing of the original file
 * survives: no position, no camera, no hidden thumbnail, no second file behind the first. Any doubt is a refusal,
 * and the original bytes are never stored.
 */
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] });
sharp.concurrency(1);
sharp.cache(false);

/** Cameras of today's phones stay below; a 144-megapixel bomb of 400 KB does not. */
const MAX_PIXELS = 40_000_000;
const FULL = 1600;
const THUMB = 480;

export type PictureRefusal = 'picture-format' | 'picture-too-large' | 'picture-broken';
export type Picture = { full: Uint8Array; thumb: Uint8Array; width: number; height: number };

/** Looks at the first bytes, not at the name or the declared type. */
function format(bytes: Uint8Array): 'jpeg' | 'png' | 'webp' | undefined {
  const head = Buffer.from(bytes.subarray(0, 12));
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpeg';
  if (head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png';
  if (head.subarray(0, 4).toString('latin1') === 'RIFF' && head.subarray(8, 12).toString('latin1') === 'WEBP')
    return 'webp';
  return undefined;
}

const open = (bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'truncated', animated: false });

/** A clean JPEG in two sizes (longest side 1600 and 480 px), or why not. */
export async function cleanPicture(bytes: Uint8Array): Promise<Picture | PictureRefusal> {
  if (!format(bytes)) return 'picture-format';
  try {
    const { width, height } = await open(bytes).metadata();
    if (width * height > MAX_PIXELS) return 'picture-too-large';
    const { data, info } = await open(bytes)
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize({ width: FULL, height: FULL, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .jpeg({ quality: 78, mozjpeg: false })
      .toBuffer({ resolveWithObject: true });
    return { full: data, thumb: await thumbnail(data), width: info.width, height: info.height };
  } catch (error) {
    return error instanceof Error && /pixel limit/i.test(error.message) ? 'picture-too-large' : 'picture-broken';
  }
}

async function thumbnail(jpeg: Uint8Array): Promise<Uint8Array> {
  return open(jpeg)
    .resize({ width: THUMB, height: THUMB, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 70 })
    .toBuffer();
}

/** A rectangle to black out, in parts of the picture's width and height (0–1). */
export type Box = { x: number; y: number; width: number; height: number };

/** Replaces the pixels inside the boxes by black, in both sizes: what is under them is gone, not covered. */
export async function blackOut(full: Uint8Array, boxes: readonly Box[]): Promise<Picture> {
  const { width, height } = await open(full).metadata();
  const layers = boxes.map((box) => {
    const left = Math.max(0, Math.min(width - 1, Math.floor(box.x * width)));
    const top = Math.max(0, Math.min(height - 1, Math.floor(box.y * height)));
    const size = {
      width: Math.max(1, Math.min(width - left, Math.ceil(box.width * width))),
      height: Math.max(1, Math.min(height - top, Math.ceil(box.height * height))),
    };
    return { input: { create: { ...size, channels: 3 as const, background: '#000000' } }, left, top };
  });
  const data = await open(full).composite(layers).jpeg({ quality: 78 }).toBuffer();
  return { full: data, thumb: await thumbnail(data), width, height };
}
