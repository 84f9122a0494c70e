import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { decideReferral, readProposal } from '#app/features/legal-aid/commands/refer-case.server.ts';
import { readReceipt } from '#app/features/legal-aid/receipt.server.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { choice, clientId } from '#app/kernel/fields.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, seeOther } from '#app/platform/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { LinkMore } from '#app/ui/link-more.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Stack } from '#app/ui/stack.tsx';

export const handle = { quickExit: true };
export const meta = titled('legal-desk.referral.title');

const form = z.object({ clientId, answer: choice(['yes', 'no']) });

async function withReceipt(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const work = await readReceipt(args.request, ctx.now);
  if (!work) throw redirect(ctx.to(paths.legalReceipt()), 303);
  return { ctx, work };
}

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, work } = await withReceipt(args);
  const told = (['yes', 'no'] as const).find((key) => key === ctx.url.searchParams.get('done'));
  return { proposal: await readProposal(work), told, clientId: newId() };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, work } = await withReceipt(args);
  const posted = await readForm(args.request, form);
  if (!posted.ok) return unprocessable(posted.reply());
  const { answer, ...rest } = posted.value;
  const decided = await decideReferral(work, { clientId: rest.clientId, agrees: answer === 'yes' });
  if (!decided.ok) return unprocessable(posted.reply(undefined, [decided.refusal.code]));
  return seeOther(ctx, paths.legalReceiptReferral(), { done: answer });
}

/** The applicant is asked before a case goes to somebody else. */
export default function ReceiptReferral() {
  const { proposal, told, ...view } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.lastResult.error;
  const { say, t, to } = useWords();
  return (
    <Stack>
      <ErrorSummary errors={{ answer: say(errors?.['answer'] ?? errors?.['']) }} />
      <PageTitle>{t('legal-desk.referral.title')}</PageTitle>
      {told && (
        <Notice tone="success" live>
          {t(`legal-desk.referral.told.${told}`)}
        </Notice>
      )}
      {proposal ? (
        <>
          <Card>
            <p>
              <b>{t('legal-desk.referral.to')}</b> {proposal.to}
            </p>
            <Paragraphs text={proposal.text} />
          </Card>
          <p>{t('legal-desk.referral.text')}</p>
          <Form clientId={view.clientId}>
            <RadioCards
              name="answer"
              label={t('legal-desk.referral.ask')}
              error={say(errors?.['answer'])}
              options={[
                { value: 'yes', label: t('legal-desk.referral.yes') },
                { value: 'no', label: t('legal-desk.referral.no') },
              ]}
              required
            />
            <Button>{t('legal-desk.referral.do')}</Button>
          </Form>
        </>
      ) : (
        <p>{t('legal-desk.referral.none')}</p>
      )}
      <LinkMore href={to(paths.legalReceiptCase())}>{t('legal-desk.referral.back')}</LinkMore>
    </Stack>
  );
}
