import type postgres from 'postgres';
import sharp from 'sharp';
import type { CategoryKey } from '#app/features/issues/rules/categories.ts';
import { newId } from '#app/kernel/ids.ts';
import { putFile } from '#app/platform/files.server.ts';

/** What is drawn for a category; the others come without a picture. */
const SCENES: Partial<Record<CategoryKey, Scene>> = {
  road_surface: 'road',
  bridge: 'road',
  street_light: 'night',
  water_supply: 'water',
  sewage: 'water',
  river_pollution: 'water',
  flood_landslide: 'water',
  waste: 'rubbish',
  coast: 'shore',
};
type Scene = 'road' | 'water' | 'night' | 'rubbish' | 'shore';
type Colour = readonly [number, number, number];

const SIZE = { width: 960, height: 720 };
const PALETTE: Record<Scene, { sky: [Colour, Colour]; ground: [Colour, Colour]; mark: Colour }> = {
  road: {
    sky: [
      [205, 216, 219],
      [236, 228, 212],
    ],
    ground: [
      [128, 121, 110],
      [92, 86, 78],
    ],
    mark: [58, 52, 46],
  },
  water: {
    sky: [
      [196, 209, 214],
      [222, 224, 215],
    ],
    ground: [
      [121, 116, 98],
      [96, 92, 80],
    ],
    mark: [104, 142, 150],
  },
  night: {
    sky: [
      [24, 30, 44],
      [44, 50, 62],
    ],
    ground: [
      [38, 38, 42],
      [22, 22, 26],
    ],
    mark: [88, 78, 48],
  },
  rubbish: {
    sky: [
      [214, 220, 214],
      [235, 229, 214],
    ],
    ground: [
      [126, 132, 98],
      [100, 104, 78],
    ],
    mark: [156, 142, 128],
  },
  shore: {
    sky: [
      [200, 217, 224],
      [228, 232, 228],
    ],
    ground: [
      [196, 182, 150],
      [170, 156, 128],
    ],
    mark: [96, 146, 158],
  },
};

/**
 * A drawn stand-in for a photograph: sky, ground, and one dark or bright patch where the trouble is. No real place
 * and no real person is on it.
 */
function draw(scene: Scene): Promise<Buffer> {
  const { width, height } = SIZE;
  const { sky, ground, mark } = PALETTE[scene];
  const pixels = Buffer.alloc(width * height * 3);
  const horizon = height * 0.38;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isSky = y < horizon;
      const [from, to] = isSky ? sky : ground;
      const share = isSky ? y / horizon : (y - horizon) / (height - horizon);
      const dx = (x - width * 0.54) / (width * 0.24);
      const dy = (y - height * 0.72) / (height * 0.11);
      const inMark = dx * dx + dy * dy + 0.16 * Math.sin(x / 21) * Math.cos(y / 13) < 1;
      // Grain, so that it does not look like a flag.
      const grain = (((x * 73 + y * 151 + ((x * y) % 97)) % 23) - 11) * (isSky ? 0.35 : 1);
      for (let channel = 0; channel < 3; channel += 1) {
        const base = (from[channel] as number) + ((to[channel] as number) - (from[channel] as number)) * share;
        const value = !isSky && inMark ? (mark[channel] as number) : base;
        pixels[(y * width + x) * 3 + channel] = Math.max(0, Math.min(255, Math.round(value + grain)));
      }
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .blur(0.8)
    .jpeg({ quality: 74 })
    .toBuffer();
}

const drawn = new Map<Scene, Promise<Buffer>>();

/** The picture of a report, when its category has one. */
export async function seedPictures(
  sql: postgres.TransactionSql,
  issue: { category: CategoryKey; issueId: string; organisationId: string },
): Promise<void> {
  const scene = SCENES[issue.category];
  if (!scene) return;
  if (!drawn.has(scene)) drawn.set(scene, draw(scene));
  const full = await (drawn.get(scene) as Promise<Buffer>);
  const thumb = await sharp(full).resize(480).jpeg({ quality: 70 }).toBuffer();
  const keys = { full: `issues/${newId()}.jpg`, thumb: `issues/${newId()}.jpg` };
  await putFile(keys.full, full);
  await putFile(keys.thumb, thumb);
  await sql`insert into issue_photos ${sql({
    id: newId(),
    issue_id: issue.issueId,
    organisation_id: issue.organisationId,
    position: 0,
    full_key: keys.full,
    thumb_key: keys.thumb,
    ...SIZE,
  })}`;
}
