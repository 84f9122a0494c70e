import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/stack.tsx';

/** Handed in. `isHeld`: this browser still holds the receipt; whoever asked for somebody else does not. */
export function RequestDone({
  done,
  isHeld,
}: {
  done: { number: number | null; isSealedInBrowser: boolean } | null;
  isHeld: boolean;
}) {
  const { t, to } = useWords();
  return (
    <div className="stack stack-large">
      <PageTitle lead={t(isHeld ? 'legal-intake.done.lead' : 'legal-intake.done.handed-over')}>
        {t('legal-intake.done.title')}
      </PageTitle>
      {isHeld && done && (
        <Notice tone="success">
          {t(done.isSealedInBrowser ? 'legal-intake.sealed.browser' : 'legal-intake.sealed.server')}
        </Notice>
      )}
      <Section title={t('legal-intake.done.next')} id="next">
        <ol className="grid list-decimal gap-2 pl-6">
          <li>{t('legal-intake.done.next.1')}</li>
          <li>{t('legal-intake.done.next.2')}</li>
          <li>{t('legal-intake.done.next.3')}</li>
        </ol>
      </Section>
      <ButtonRow>
        {isHeld && <ButtonLink href={to(paths.legalReceiptCase())}>{t('legal-intake.done.open')}</ButtonLink>}
        <ButtonLink tone="secondary" href={to(paths.legalRights())}>
          {t('legal-rights.title')}
        </ButtonLink>
      </ButtonRow>
      <p className="meta">{t('legal-intake.exit.note')}</p>
    </div>
  );
}
