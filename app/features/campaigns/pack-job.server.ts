import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { campaignPacks } from '#db/schema/index.ts';
import { letterPdf, senderOf } from '#app/features/authorities/public.server.ts';
import { formatDay } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { env, isDemo } from '#app/platform/env.server.ts';
import type { Tasks } from '#app/platform/jobs.server.ts';
import { deleteSealed, SealedWriter } from '#app/platform/sealed-parts.server.ts';
import { annexAPages, annexB, writeAnnexA, type AnnexHead } from './pack-annexes.server.ts';
import { letterDocx } from './pack-docx.server.ts';
import {
  countOnlineSupport,
  countsOf,
  countSupporters,
  listSheetsForPack,
  readPack,
  unmetOfPack,
  type OnlineCount,
  type PackFileData,
  type SheetForPack,
} from './pack-file.server.ts';
import { PACK_FILES, type PackFile, type PackFileKind } from './rules/delivery.ts';
import { coverSheet, packReference, type PackCounts } from './rules/pack.ts';
import { readSheetPhoto } from './sheet-photo.server.ts';

type SystemScope = Extract<Scope, { kind: 'system' }>;
type Gathered = PackFileData & {
  sheets: SheetForPack[];
  online: OnlineCount[];
  counts: PackCounts;
  supporters: number;
};

/** The row tells how far it is at most so often: a wait of some minutes, not a ticker. */
const STEPS = 20;

/**
 * Writes a queued pack: both annexes first, then the letter that carries their hashes, in PDF and DOCX. Whatever was
 * withdrawn since the button was pressed is not in it; a condition that broke meanwhile makes it a draft again. Runs that
 * meet write apart, and the one that ends second takes its files away.
 */
export async function makePack({ organisationId, packId }: Tasks['campaigns:make-pack'], now: Date): Promise<void> {
  const scope: SystemScope = { kind: 'system', organisationId };
  const folder = `packs/${packId}/${newId()}`;
  const gathered = await gather(scope, packId, folder);
  if (!gathered) return;
  try {
    const { files, sha256 } = await writeFiles(scope, gathered, folder, now);
    const others = await finish(scope, gathered, { files, sha256 }, now);
    for (const left of others ?? [folder]) await deleteFolder(left);
  } catch (error) {
    await deleteFolder(folder);
    throw error;
  }
}

export async function deleteFolder(folder: string): Promise<void> {
  for (const kind of PACK_FILES) await deleteSealed({ key: `${folder}/${kind}` });
}

function gather(scope: SystemScope, packId: string, folder: string): Promise<Gathered | null> {
  return withScope(scope, async (tx) => {
    const data = await readPack(tx, packId);
    if (data?.pack.state !== 'queued') return null;
    if (unmetOfPack(data).length > 0) {
      await tx.update(campaignPacks).set({ state: 'draft' }).where(eq(campaignPacks.id, packId));
      return null;
    }
    // Written down before the first byte: what a killed run leaves behind is found by the next one, or by the night's job.
    await tx
      .update(campaignPacks)
      .set({ files: [...data.pack.files, startedIn(folder)] })
      .where(eq(campaignPacks.id, packId));
    const sheets = await listSheetsForPack(tx, data.campaign.id);
    const online = await countOnlineSupport(tx, data.campaign.id);
    return {
      ...data,
      sheets,
      online,
      counts: countsOf(sheets, online),
      supporters: await countSupporters(tx, data.campaign.id),
    };
  });
}

const startedIn = (folder: string): PackFile => ({
  kind: 'pdf',
  key: folder,
  parts: 0,
  bytes: 0,
  pages: null,
  sha256: '',
});
/** Folders of runs that began and are not known to have ended. */
export const foldersOf = (files: readonly PackFile[]): string[] =>
  files.filter((file) => file.parts === 0).map((file) => file.key);

async function writeFiles(
  scope: SystemScope,
  data: Gathered,
  folder: string,
  now: Date,
): Promise<{ files: PackFile[]; sha256: string }> {
  const { sheets, online, counts } = data;
  const written = new Map<PackFileKind, PackFile>();
  const write = async (kind: PackFileKind, pages: number | null, fill: (writer: SealedWriter) => Promise<void>) => {
    const writer = new SealedWriter(`${folder}/${kind}`);
    await fill(writer);
    written.set(kind, { kind, pages, ...(await writer.end()) });
  };
  const head = headOf(data, now);
  if (sheets.length > 0)
    await write('annex-a', annexAPages(sheets), (writer) =>
      writeAnnexA(head, sheets, counts, {
        sink: (chunk) => writer.write(chunk),
        readPhoto: (sheet) => readSheetPhoto(sheet.photoKey),
        onPage: (page) => tellProgress(scope, data.pack.id, page, annexAPages(sheets)),
      }),
    );
  if (counts.online > 0) {
    const bytes = await annexB(head, online);
    await write('annex-b', pagesOf(bytes), (writer) => writer.write(bytes));
  }
  const sheet = coverSheet({
    packId: data.pack.id,
    organisation: {
      name: data.organisation.names.az,
      publicEmail: data.organisation.publicEmail,
      publicPhone: data.organisation.publicPhone,
    },
    sender: senderOf(data.organisation, data.pack.signatoryId),
    addressee: data.pack.addressee,
    postalAddress: data.body?.postalAddress ?? null,
    campaign: data.campaign,
    letter: data.pack.letter,
    demands: data.demands,
    counts,
    annexes: Object.fromEntries(
      [...written].map(([kind, file]) => [kind, { sha256: file.sha256, pages: file.pages ?? 0 }]),
    ),
    pageUrl: pageUrl(data.campaign.slug),
    now,
  });
  const mark = markOf([...written.values()]);
  const pdf = await letterPdf(sheet, [], { now, isSample: isDemo(), mark });
  await write('pdf', pagesOf(pdf), (writer) => writer.write(pdf));
  const docx = await letterDocx(sheet, { mark, isSample: isDemo() });
  await write('docx', null, (writer) => writer.write(docx));
  const files = PACK_FILES.flatMap((kind) => written.get(kind) ?? []);
  return { files, sha256: hashOf(files) };
}

/** One hash for the pack: SHA-256 over the files' own hashes in their order, so that it can be checked with any tool. */
export function hashOf(files: readonly Pick<PackFile, 'sha256'>[]): string {
  return createHash('sha256')
    .update(files.map((file) => file.sha256).join('\n'))
    .digest('hex');
}

/** The beginning of the annexes' hash at the foot of each page of the letter. */
function markOf(annexes: readonly PackFile[]): string {
  return annexes.length === 0 ? '' : `əlavələr ${hashOf(annexes).slice(0, 16)}`;
}

function headOf({ pack, campaign, organisation }: PackFileData, now: Date): AnnexHead {
  return {
    reference: packReference(pack.id),
    organisation: organisation.names.az,
    campaign: campaign.title,
    addressee: pack.addressee,
    date: formatDay(now, 'az'),
    now,
    isSample: isDemo(),
  };
}

/** Page objects of a file that we wrote ourselves. */
function pagesOf(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type \/Page\b(?!s)/gu)?.length ?? 0
  );
}

function pageUrl(slug: string): string | null {
  const { PUBLIC_URL } = env();
  return PUBLIC_URL ? new URL(paths.campaign(slug), PUBLIC_URL).href : null;
}

async function tellProgress(scope: SystemScope, packId: string, page: number, pages: number): Promise<void> {
  const every = Math.max(1, Math.ceil(pages / STEPS));
  if (page % every !== 0) return;
  await withScope(scope, (tx) =>
    tx
      .update(campaignPacks)
      .set({ progress: Math.floor((page / pages) * 95) })
      .where(and(eq(campaignPacks.id, packId), eq(campaignPacks.state, 'queued'))),
  );
}

/** Null when another run was first; otherwise the folders that others left. */
function finish(
  scope: SystemScope,
  { pack, counts, supporters }: Gathered,
  { files, sha256 }: { files: PackFile[]; sha256: string },
  now: Date,
): Promise<string[] | null> {
  return withScope(scope, async (tx) => {
    const [row] = await tx
      .select()
      .from(campaignPacks)
      .where(and(eq(campaignPacks.id, pack.id), eq(campaignPacks.state, 'queued')))
      .for('update');
    if (!row) return null;
    await tx
      .update(campaignPacks)
      .set({
        state: 'made',
        files,
        sha256,
        progress: 100,
        pages: files.reduce((sum, file) => sum + (file.kind === 'docx' ? 0 : (file.pages ?? 0)), 0),
        supporters,
        handSigned: counts.handSigned,
        madeAt: now,
      })
      .where(eq(campaignPacks.id, pack.id));
    await audit(tx, scope, { action: 'campaign.pack-made', subjectType: 'campaign', subjectId: pack.campaignId });
    return foldersOf(row.files).filter((folder) => !files.some((file) => file.key.startsWith(`${folder}/`)));
  });
}

/** After the last try: a person sees that it failed and may press again. */
export function failPack({ organisationId, packId }: Tasks['campaigns:make-pack']): Promise<void> {
  return withScope({ kind: 'system', organisationId }, async (tx) => {
    await tx
      .update(campaignPacks)
      .set({ state: 'failed' })
      .where(and(eq(campaignPacks.id, packId), eq(campaignPacks.state, 'queued')));
  });
}
