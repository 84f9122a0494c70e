import { useWords } from '#app/i18n/words-context.tsx';
import type { DocumentView } from '../rules/views.ts';

/** Papers and evidence as links; ours open from here, others say that they lead away. */
export function DocumentList({
  documents,
  hrefOf,
}: {
  documents: readonly DocumentView[];
  hrefOf: (document: DocumentView) => string;
}) {
  const { t } = useWords();
  return (
    <ul className="link-list">
      {documents.map((document) => (
        <li key={document.id}>
          {document.fileName ? (
            <a href={hrefOf(document)}>{document.title}</a>
          ) : (
            <a href={document.url ?? ''} rel="noopener noreferrer nofollow">
              {document.title}
            </a>
          )}
          <span className="meta">
            {' '}
            {document.fileName ? sizeOf(document.bytes) : t('campaigns.document.elsewhere')}
          </span>
        </li>
      ))}
    </ul>
  );
}

const sizeOf = (bytes: number | null): string =>
  bytes === null ? '' : bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
