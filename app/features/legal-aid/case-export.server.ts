import { eq } from 'drizzle-orm';
import { cases } from '#db/schema/legal-aid.ts';
import { isMessageKey, wordsFor, type Translate } from '#app/i18n/words.ts';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { readCaseFile } from './case-files.server.ts';
import { openKeys } from './case-keys.server.ts';
import { readRecords, type OpenedRecord } from './case-records.server.ts';
import { recordLegal } from './legal-audit.server.ts';
import { withLegalScope } from './legal-scope.server.ts';
import type { ReceiptWork } from './receipt.server.ts';
import { zipStream, type ZipEntry } from '#app/platform/zip-stream.server.ts';

/** The name of the download betrays nothing in a folder of downloads. */
export const EXPORT_NAME = 'sened.zip';

/**
 * Everything the applicant may read of the case, as one zip made while it is sent: a page to print and the files. Nothing
 * of it is written down here (guarantee G28); where it lies afterwards is the applicant's matter, and the page says so.
 * Null when the case is gone. What tools of other programs may want is in it as JSON.
 */
export async function exportCase(work: ReceiptWork, locale: Locale): Promise<AsyncGenerator<Uint8Array> | null> {
  const { caseId, holder, scope, today } = work;
  const read = await withLegalScope(scope, async (tx) => {
    const [subject] = await tx.select().from(cases).where(eq(cases.id, caseId));
    if (!subject || subject.state === 'erased') return null;
    const keys = await openKeys(tx, holder, 'case', caseId);
    const names = await openKeys(tx, holder, 'identity', caseId);
    const records = [
      ...(await readRecords(tx, names, caseId, { keyKind: 'identity' })),
      ...(await readRecords(tx, keys, caseId)),
    ].filter((record) => record.content !== null);
    // What is beside the answers is no answer (case-guard).
    for (const { content } of records) delete content?.['guard'];
    const { organisationId } = scope;
    await recordLegal(tx, { organisationId, actorKind: 'applicant', action: 'case.export', caseId, today });
    return { subject, records };
  });
  return read && zipStream(entriesOf(work, read.subject, read.records, locale));
}

type CaseRow = typeof cases.$inferSelect;

async function* entriesOf(
  { caseId, holder, scope }: ReceiptWork,
  subject: CaseRow,
  records: OpenedRecord[],
  locale: Locale,
): AsyncGenerator<ZipEntry> {
  const files = records.filter((record) => record.kind === 'file');
  // Numbered, so that two of one name stay two; a name leads into no other folder.
  const nameOf = new Map(
    files.map(({ content, id }, at) => [id, `${at + 1}-${String(content?.name ?? '').replace(/[/\\]/gu, '_')}`]),
  );
  yield { name: 'index.html', bytes: Buffer.from(pageOf(subject, records, nameOf, locale)) };
  const plain = records.map(({ author, content, id, kind, madeOn }) => {
    const said = kind === 'file' ? { name: content?.name, type: content?.type, file: nameOf.get(id) } : content;
    return { kind, author, day: madeOn, ...said };
  });
  const { number, openedOn, state, track } = subject;
  const json = JSON.stringify({ number, state, track, openedOn, records: plain }, null, 2);
  yield { name: 'case.json', bytes: Buffer.from(json) };
  for (const [id, name] of nameOf) {
    // One at a time, each in a moment of its own: a slow reader must not keep a transaction open.
    const file = await withLegalScope(scope, async (tx) =>
      readCaseFile(tx, await openKeys(tx, holder, 'case', caseId), caseId, id),
    );
    if (file) yield { name, bytes: file.bytes };
  }
}

function pageOf(subject: CaseRow, records: OpenedRecord[], files: Map<string, string>, locale: Locale): string {
  const t = wordsFor(locale);
  const day = (text: string): string => escaped(formatDay(noonOf(text), locale));
  const title = escaped(t('legal-oversight.export.title', { number: String(subject.number ?? '—') }));
  const parts = records.map((record) => {
    const file = files.get(record.id);
    const words = file
      ? `<p><a href="${encodeURIComponent(file)}">${escaped(file)}</a></p>`
      : linesOf(record.content ?? {}, t)
          .map((line) => `<p>${escaped(line)}</p>`)
          .join('');
    return `<section><h2>${escaped(t(`legal-oversight.export.kind.${record.kind}`))}</h2><p class="meta">${escaped(t(`legal-oversight.export.author.${record.author}`))} · ${day(record.madeOn)}</p>${words}</section>`;
  });
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>body{font:17px/1.5 sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}p{white-space:pre-line;margin:.4rem 0}.meta{color:#555;font-size:15px}section{break-inside:avoid;margin:1.5rem 0}</style></head><body><h1>${title}</h1><p class="meta">${escaped(t(`legal.state.${subject.state}`))} · ${day(subject.openedOn)}</p>${parts.join('')}<p class="meta">${escaped(t('legal-oversight.export.foot'))}</p></body></html>`;
}

/** Words of a record, one line each, whatever its kind: values that people wrote, and choices under their names. */
function linesOf(content: Record<string, unknown>, t: Translate): string[] {
  return Object.entries(content).flatMap(([field, value]): string[] => {
    if (value === null || value === undefined || value === '' || value === false) return [];
    if (typeof value === 'object' && !Array.isArray(value)) return linesOf(value as Record<string, unknown>, t);
    const text = Array.isArray(value) ? value.map((one) => choice(field, one, t)).join(', ') : choice(field, value, t);
    return text === '' ? [] : [text];
  });
}

const CHOICES = { matter: 'legal.matter', need: 'legal.need', flags: 'legal.flag', track: 'legal.track' } as const;

function choice(field: string, value: unknown, t: Translate): string {
  const prefix = CHOICES[field as keyof typeof CHOICES];
  // The content is what somebody chose from our own lists; an older version's choice is said as it stands.
  const key = prefix && `${prefix}.${String(value)}`;
  if (key && isMessageKey(key)) return (t as (key: string) => string)(key);
  return value === true ? '' : String(value);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
