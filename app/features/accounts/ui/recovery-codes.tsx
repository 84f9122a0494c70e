import { useWords } from '#app/i18n/words-context.tsx';
import { Card } from '#app/ui/card.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** Ten codes, shown this once. They print as they stand; selecting one takes it whole. */
export function RecoveryCodes({ codes, host }: { codes: readonly string[]; host: string }) {
  const { t } = useWords();
  return (
    <>
      <Notice tone="warning" live title={t('accounts.factor.codes.once')}>
        <p>{t('accounts.factor.codes.keep')}</p>
      </Notice>
      <Card>
        <p className="meta">{t('accounts.factor.codes.for', { host })}</p>
        <ol className="grid list-decimal gap-3 pl-8" translate="no">
          {codes.map((code) => (
            <li key={code}>
              <code className="select-all">
                {code.split(/(?<=^.{14}-)/).map((half) => (
                  <span key={half} className="inline-block">
                    {half}
                  </span>
                ))}
              </code>
            </li>
          ))}
        </ol>
      </Card>
    </>
  );
}
