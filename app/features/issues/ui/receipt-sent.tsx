import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { Island } from '#app/ui/island.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { ReceiptCode } from '#app/ui/receipt-code.tsx';
import { Section } from '#app/ui/stack.tsx';
import { NextSteps } from './next-steps.tsx';

/** The one time the code is shown: large, to copy, to print, with what it is for. */
export function ReceiptSent({ code, organisation }: { code: string; organisation: string }) {
  const { t, to } = useWords();
  return (
    <div className="stack stack-large">
      <div>
        <PageTitle lead={t('issues.receipt.sent.lead')}>{t('issues.receipt.sent.title')}</PageTitle>
        <ReceiptCode
          code={code}
          actions={
            <Island
              name="receipt-tools"
              className="btn-row btn-row-tight"
              data={{
                code,
                words: { copy: t('common.copy'), copied: t('issues.receipt.sent.copied'), print: t('common.print') },
              }}
            />
          }
        >
          <p>{t('issues.receipt.sent.about')}</p>
        </ReceiptCode>
      </div>
      <Section title={t('issues.form.next.title')} id="next">
        <NextSteps
          steps={[
            t('issues.receipt.sent.next.read', { organisation }),
            t('issues.receipt.sent.next.letter'),
            t('issues.receipt.sent.next.question'),
          ]}
        />
      </Section>
      <ButtonRow>
        {/* Posted, so that the code stands in no address. */}
        <Form action={to(paths.receipt())} inline>
          <input type="hidden" name="code" value={code} />
          <Button tone="secondary">{t('issues.receipt.sent.open')}</Button>
        </Form>
        <ButtonLink tone="quiet" href={to(paths.home())}>
          {t('common.page.home-link')}
        </ButtonLink>
      </ButtonRow>
    </div>
  );
}
