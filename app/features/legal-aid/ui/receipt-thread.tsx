import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/card.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';
import { Section } from '#app/ui/stack.tsx';
import type { ThreadEntry } from '../case-thread.server.ts';
import { kilobytes } from './request-files.tsx';

/** What was written between the applicant and the desk, oldest first. */
export function ReceiptThread({ entries }: { entries: readonly ThreadEntry[] }) {
  const { t, locale } = useWords();
  return (
    <Section title={t('legal-intake.thread.title')} id="thread">
      <ol className="grid gap-4">
        {entries.map((entry) => (
          <li key={entry.id}>
            <Card tone={entry.isMine ? 'plain' : 'info'}>
              <p className="meta">
                <b>{entry.isMine ? t('legal-intake.thread.you') : (entry.by ?? t('legal-intake.thread.desk'))}</b>,{' '}
                {formatDay(noonOf(entry.madeOn), locale)}
              </p>
              <Entry entry={entry} />
            </Card>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Entry({ entry: { file, kind, text } }: { entry: ThreadEntry }) {
  const { t } = useWords();
  if (file)
    return (
      <p>
        {/* Not below a language: a file is the same in all of them. */}
        <a href={paths.legalReceiptFile(file.id)}>{file.isVoice ? t('legal-intake.files.voice') : file.name}</a>{' '}
        <span className="meta">{kilobytes(file.bytes)}</span>
      </p>
    );
  if (kind === 'file' || text === null) return <p className="meta">{t('legal-intake.thread.unread')}</p>;
  return <Paragraphs text={text} />;
}
