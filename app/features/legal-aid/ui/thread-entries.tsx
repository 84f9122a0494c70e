import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { regionName } from '#app/kernel/regions.ts';
import { Card } from '#app/ui/card.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';
import type { ThreadEntry, ThreadFile } from '../case-thread.server.ts';
import type { Answers } from '../rules/contents.ts';

/** What was chosen at intake, in words. */
export function AnswerList({ answers }: { answers: Partial<Answers> }) {
  const { t, locale } = useWords();
  const { dueOn, filedFor, flags = [], matter, need, receivedOn, region, stage, track } = answers;
  const day = (on: string) => formatDay(noonOf(on), locale);
  const rows: [string, string | undefined][] = [
    [t('legal-case.thread.track'), track && t(`legal.track.${track}`)],
    [t('legal-case.thread.matter'), need ? t(`legal.need.${need}`) : matter ? t(`legal.matter.${matter}`) : undefined],
    [t('legal-case.thread.flags'), flags.map((flag) => t(`legal.flag.${flag}`)).join('; ')],
    [t('legal-case.thread.region'), region && regionName(region, locale)],
    [t('legal-case.thread.stage'), stage && t(`legal-case.thread.stage.${stage}`)],
    [t('legal-case.thread.received-on'), receivedOn && day(receivedOn)],
    [t('legal-case.thread.due-on'), dueOn && day(dueOn)],
    [t('legal-case.thread.filed-for'), filedFor ? t('legal-case.thread.yes') : undefined],
  ];
  return <DefinitionList items={rows.flatMap(([term, detail]) => (detail ? [{ term, detail }] : []))} />;
}

/** Both sides of a thread in their order. `fileHref` gives the address of a file's bytes. */
export function ThreadEntries({
  entries,
  fileHref,
}: {
  entries: readonly ThreadEntry[];
  fileHref: (id: string) => string;
}) {
  const { t, locale } = useWords();
  if (entries.length === 0) return <p className="meta">{t('legal-case.thread.empty')}</p>;
  return (
    <ol className="stack stack-small" aria-label={t('legal-case.thread.messages')}>
      {entries.map((entry) => (
        <li key={entry.id} className={entry.from === 'staff' ? 'md:pl-16' : 'md:pr-16'}>
          <Card as="article" tone={entry.kind === 'outcome' ? 'verified' : entry.from === 'staff' ? 'info' : 'plain'}>
            <p className="meta">
              <b>{entry.by ?? t(`legal-case.thread.from.${entry.from}`)}</b>
              {entry.kind === 'story' && ` · ${t('legal-case.thread.story')}`}
              {entry.kind === 'outcome' && ` · ${t('legal-case.thread.outcome')}`}
              {' · '}
              {formatDay(noonOf(entry.madeOn), locale)}
            </p>
            {entry.file ? (
              <FileLink file={entry.file} href={fileHref(entry.file.id)} />
            ) : entry.text === null ? (
              <p className="meta">{t('legal-case.thread.sealed')}</p>
            ) : (
              <Paragraphs text={entry.text} />
            )}
          </Card>
        </li>
      ))}
    </ol>
  );
}

/** A file by its name; pictures are shown small as well. */
function FileLink({ file, href }: { file: ThreadFile; href: string }) {
  const { t } = useWords();
  const size = t('legal-case.thread.file.size', { count: String(Math.max(1, Math.round(file.bytes / 1024))) });
  return (
    <div className="stack stack-small">
      {file.type === 'image/jpeg' && (
        <a href={href}>
          <img src={href} alt={file.name} loading="lazy" className="max-h-48 max-w-full rounded-card" />
        </a>
      )}
      <p className="flex flex-wrap items-center gap-2">
        <Icon name="download" size={18} />
        <a href={href} className="inline-flex min-h-11 items-center">
          {file.isVoice ? t('legal-case.thread.file.voice') : file.name}
        </a>
        <span className="meta">{size}</span>
      </p>
    </div>
  );
}
