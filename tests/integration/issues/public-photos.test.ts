import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { platformTasks } from '#app/platform/tasks.server.ts';
import * as photo from '#app/routes/public/photo.ts';
import * as receiptPhoto from '#app/routes/public/receipt-photo.ts';
import * as withdrawal from '#app/routes/public/receipt-withdrawal.tsx';
import { adminConnection } from '#tests/support/story.ts';
import { call, codeOf, issueOf, makeReader, openCode, publish, report, type Photo } from './public-world.ts';

const sql = adminConnection();
beforeAll(async () => {
  await makeReader(sql, 'AZ-AST');
});
afterAll(() => sql.end());

const folder = () => join(process.env.DATA_DIR ?? '', 'files/photos');
const files = () => (existsSync(folder()) ? readdirSync(folder()) : []);
const named = (name: string, bytes: Uint8Array, type?: string): Photo => ({ name, bytes, ...(type ? { type } : {}) });

/** A picture with a position, an author, a comment and a colour profile in it. */
const jpeg = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: '#8a7f72' } })
    .withExif({ IFD0: { Artist: 'RENA', Make: 'PHONE' }, IFD3: { GPSLatitude: '38/1 31/1 58/1', GPSLatitudeRef: 'N' } })
    .withIccProfile('p3')
    .jpeg()
    .toBuffer();

/** Every marker segment before the picture's data. */
function segments(bytes: Buffer): string[] {
  const found: string[] = [];
  for (let at = 2; bytes[at] === 0xff && bytes[at + 1] !== 0xda; at += 2 + bytes.readUInt16BE(at + 2))
    found.push((bytes[at + 1] as number).toString(16));
  return found;
}

describe('a picture of a report', () => {
  it('is stored anew, in two sizes, without anything but the picture', async () => {
    const bytes = await jpeg();
    expect(bytes.includes('RENA')).toBe(true);
    const issue = await issueOf(sql, codeOf(await report({}, [named('IMG.jpg', bytes), named('b.jpg', bytes)])));
    const rows = await sql`select * from issue_photos where issue_id = ${issue.id} order by position`;
    expect(rows.map(({ position, width, height, is_hidden }) => ({ position, width, height, is_hidden }))).toEqual([
      { position: 0, width: 900, height: 600, is_hidden: false },
      { position: 1, width: 900, height: 600, is_hidden: false },
    ]);
    for (const key of rows.flatMap((row) => [row.full_key as string, row.thumb_key as string])) {
      const stored = readFileSync(join(process.env.DATA_DIR ?? '', 'files', key));
      expect(stored.includes('RENA')).toBe(false);
      // Neither Exif and XMP (e1), a colour profile (e2), IPTC (ed) nor a comment (fe).
      expect(segments(stored).filter((marker) => ['e1', 'e2', 'ed', 'fe'].includes(marker))).toEqual([]);
      const { exif, xmp, iptc, icc } = await sharp(stored).metadata();
      expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
    }
  });

  it('loses a second file that hides behind it', async () => {
    const polyglot = Buffer.concat([await jpeg(), Buffer.from('PK\u0003\u0004<script>alert(1)</script>')]);
    const issue = await issueOf(sql, codeOf(await report({}, [named('a.jpg', polyglot)])));
    const [row] = await sql`select full_key from issue_photos where issue_id = ${issue.id}`;
    const stored = readFileSync(join(process.env.DATA_DIR ?? '', 'files', row?.full_key as string));
    expect(stored.includes('<script>')).toBe(false);
    expect([...stored.subarray(-2)]).toEqual([0xff, 0xd9]);
  });

  it('is one only when it opens as one: anything else is refused beside the field, the text is kept, nothing is stored', async () => {
    const good = await jpeg();
    const bomb = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#000' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    const cases: [string, Photo[], string][] = [
      [
        'a drawing',
        [
          named(
            'a.svg',
            Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>'),
            'image/svg+xml',
          ),
        ],
        'photo-format',
      ],
      [
        'a drawing called jpg',
        [named('a.jpg', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'))],
        'photo-format',
      ],
      ['a paper', [named('qərar.jpg', Buffer.from('%PDF-1.7 …'))], 'photo-format'],
      [
        'a gif',
        [
          named(
            'a.gif',
            await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
              .gif()
              .toBuffer(),
            'image/gif',
          ),
        ],
        'photo-format',
      ],
      [
        'a phone’s HEIC',
        [named('a.heic', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic')]), 'image/heic')],
        'photo-format',
      ],
      [
        'a page that begins like a picture',
        [named('a.jpg', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<script>')]))],
        'photo-broken',
      ],
      ['half a picture', [named('a.jpg', good.subarray(0, good.length / 2))], 'photo-broken'],
      ['144 megapixels', [named('bomb.png', bomb, 'image/png')], 'photo-large'],
      ['13 MB', [named('a.jpg', Buffer.concat([good, Buffer.alloc(13 * 1024 * 1024)]))], 'photo-large'],
      ['four pictures', [good, good, good, good].map((bytes, at) => named(`${at}.jpg`, bytes)), 'photo-count'],
      ['a good one and a bad one', [named('a.jpg', good), named('b.jpg', Buffer.from('x'))], 'photo-format'],
    ];
    const before = [files().length, (await sql`select 1 from issues`).length];
    for (const [what, photos, error] of cases) {
      const answer = await report({}, photos);
      expect(answer.status, what).toBe(422);
      expect(answer.body.photoError, what).toBe(`issues.form.error.${error}`);
      expect((answer.body.lastResult as { initialValue: object }).initialValue, what).toMatchObject({
        place: 'Kijəbə kəndi, məktəbin yanı',
      });
    }
    expect([files().length, (await sql`select 1 from issues`).length]).toEqual(before);
  });

  it('leaves no file behind when the form had been sent already', async () => {
    const clientId = randomUUID();
    const bytes = await jpeg();
    await report({ clientId }, [named('a.jpg', bytes)]);
    const before = files().length;
    expect((await report({ clientId }, [named('a.jpg', bytes)])).status).toBe(201);
    expect(files()).toHaveLength(before);
  });
});

describe('who may see a picture', () => {
  const show = (id: string, size = 'full', headers: HeadersInit = {}) =>
    photo
      .loader({ params: { id, size }, request: new Request('https://icma.test/', { headers }), context: {} } as never)
      .catch((thrown: unknown) => thrown as Response);

  it('everybody once it is published, nobody before, after hiding, or after a withdrawal', async () => {
    const code = codeOf(await report({}, [named('a.jpg', await jpeg())]));
    const issue = await issueOf(sql, code);
    const [row] = await sql<
      { id: string; full_key: string; thumb_key: string }[]
    >`select id, full_key, thumb_key from issue_photos where issue_id = ${issue.id}`;
    const id = row?.id ?? '';
    expect((await show(id)).status).toBe(404);
    const unseen = codeOf(await report({}, [named('a.jpg', await jpeg())]));
    const [kept] = await sql`select id from issue_photos where issue_id = ${(await issueOf(sql, unseen)).id}`;
    await call(withdrawal.action as never, '/receipt/report/withdrawal', {}, { cookie: await openCode(unseen) });
    expect((await show(kept?.id as string)).status).toBe(404);

    const mine = await openCode(code);
    const own = (cookie?: string) =>
      call(receiptPhoto.loader as never, `/receipt/photos/${id}`, null, {
        params: { id },
        ...(cookie ? { cookie } : {}),
      });
    expect((await own(mine)).status).toBe(200);
    expect((await own()).status).toBe(404);
    expect((await own(await openCode(codeOf(await report())))).status).toBe(404);

    await publish(sql, issue.id);
    for (const size of ['full', 'thumb']) {
      const answer = await show(id, size);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('image/jpeg');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('cache-control')).toBe('public, max-age=30');
      const again = await show(id, size, { 'if-none-match': answer.headers.get('etag') ?? '' });
      expect(again.status).toBe(304);
    }
    for (const [other, size] of [
      [id, 'original'],
      [randomUUID(), 'full'],
      ['..%2f..', 'full'],
      [row?.full_key ?? '', 'full'],
    ] as const)
      expect((await show(other, size)).status).toBe(404);

    await sql`update issue_photos set is_hidden = true where id = ${id}`;
    expect((await show(id)).status).toBe(404);
    await sql`update issue_photos set is_hidden = false where id = ${id}`;

    expect((await call(withdrawal.action as never, '/receipt/report/withdrawal', {}, { cookie: mine })).status).toBe(
      303,
    );
    for (const size of ['full', 'thumb']) expect((await show(id, size)).status).toBe(410);
    expect((await own(mine)).status).toBe(404);
    expect(await sql`select 1 from issue_photos where issue_id = ${issue.id} and full_key || thumb_key <> ''`).toEqual(
      [],
    );
    const [job] = await sql<{ payload: { keys: string[] } }[]>`
      select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'files:delete' order by j.id desc limit 1`;
    expect(job?.payload.keys.toSorted()).toEqual([row?.full_key, row?.thumb_key].toSorted());
    // Handlers may run twice.
    await platformTasks['files:delete']?.(job?.payload, {} as never);
    await platformTasks['files:delete']?.(job?.payload, {} as never);
    expect(files()).not.toContain(row?.full_key.split('/')[1]);
    expect(files()).not.toContain(row?.thumb_key.split('/')[1]);
  });
});
