import { useWords } from '#app/i18n/words-context.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { Paper, PaperBlock } from '../rules/paper.ts';

/** What has to be said before such a paper leaves the house. Not printed. */
export function PaperNotices({ paper }: { paper: Paper }) {
  const { t } = useWords();
  return (
    <div className="no-print stack stack-small">
      {paper.notices.map((notice) => (
        <Notice key={notice} tone={notice === 'blanks' ? 'info' : 'warning'}>
          {notice === 'blanks'
            ? t('legal-case.documents.notice.blanks', { count: paper.blanks })
            : t(`legal-case.documents.notice.${notice}`)}
        </Notice>
      ))}
    </div>
  );
}

/** A paper as it is printed, always in Azerbaijani: without the ornament of our own sheets, for it is the person's paper. */
export function PaperView({ paper }: { paper: Paper }) {
  return (
    <div lang="az">
      <article className="sheet">
        <div className="sheet-body">
          {paper.head.map(({ label, lines }) => (
            <p key={label} className="ml-auto w-1/2">
              {label}: <b>{lines[0]}</b>
              {lines.slice(1).map((line) => (
                <span key={line} className="block">
                  {line}
                </span>
              ))}
            </p>
          ))}
          <h2 className="text-center text-xl font-bold">{paper.title}</h2>
          {paper.subtitle && <p className="text-center">{paper.subtitle}</p>}
          {paper.blocks.map((block, at) => (
            <Block key={at} block={block} />
          ))}
          {paper.attachments.length > 0 && (
            <>
              <h3 className="font-bold">Əlavələr</h3>
              <Items items={paper.attachments} />
            </>
          )}
          <p>{paper.date}</p>
          <p>
            ____________________ (imza)
            <span className="block">{paper.signer}</span>
          </p>
        </div>
      </article>
    </div>
  );
}

function Block({ block }: { block: PaperBlock }) {
  if (block.kind === 'list') return <Items items={block.items} />;
  if (block.kind === 'heading') return <h3 className="font-bold">{block.text}</h3>;
  return <p className="whitespace-pre-line">{block.text}</p>;
}

function Items({ items }: { items: readonly string[] }) {
  return (
    <ol className="list-decimal pl-6">
      {items.map((item, at) => (
        <li key={at}>{item}</li>
      ))}
    </ol>
  );
}
