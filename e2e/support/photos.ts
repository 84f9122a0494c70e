import sharp from 'sharp';

/** A file as a form's file field takes it. */
export interface PhotoFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/**
 * A photo as a telephone makes it: a JPEG with noise that does not compress away, and an EXIF block with the camera,
 * the moment and the place of the picture, which nobody may find in what is published.
 */
export async function phonePhoto(name = 'IMG_2041.jpg'): Promise<PhotoFile> {
  const noise = { type: 'gaussian', mean: 120, sigma: 40 } as const;
  const buffer = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#777', noise } })
    .withExif({
      IFD0: { Make: 'Nümunə', Model: 'TestPhone 7', DateTime: '2026:05:01 09:30:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '38/1 27/1 22/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '48/1 52/1 28/1',
      },
    })
    .jpeg({ quality: 85 })
    .toBuffer();
  return { name, mimeType: 'image/jpeg', buffer };
}

/** What a picture's file says about itself beside its pixels. */
export async function hiddenParts(
  picture: Buffer,
): Promise<{ exif: boolean; format: string | undefined; width: number }> {
  const { exif, xmp, iptc, format, width } = await sharp(picture).metadata();
  return { exif: Boolean(exif ?? xmp ?? iptc), format, width: width ?? 0 };
}
