import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { listIdentityQuestions } from '#app/features/legal-aid/case-identity.server.ts';
import { decideIdentity } from '#app/features/legal-aid/commands/decide-identity.server.ts';
import { identityAnswerForm } from '#app/features/legal-aid/rules/case-forms.ts';
import { ANSWER_TONES } from '#app/features/legal-aid/ui/identity-room.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { seeOther } from '#app/platform/request.server.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { Card, CardList } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { atDesk } from './at-desk.ts';
import { refused } from './refused.ts';

export const meta = titled('legal-case.identity.room.title');
const DONE = ['approved', 'refused'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, work } = await atDesk(args, 'custodian', 'lead');
  const done = DONE.find((key) => key === ctx.url.searchParams.get('done')) ?? null;
  return { ...(await listIdentityQuestions(work)), done, clientId: newId() };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, slug, work } = await atDesk(args, 'custodian', 'lead');
  const posted = await readForm(args.request, identityAnswerForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { answer, clientId, request } = posted.value;
  const decided = await decideIdentity(work, { clientId, requestId: request, approve: answer === 'approve' });
  return decided.ok
    ? seeOther(ctx, paths.deskIdentities(slug), { done: answer === 'approve' ? 'approved' : 'refused' })
    : refused(posted.reply, decided.refusal);
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

/** The custodian's room: who asks for a name and why; no case is read here. */
export default function Identities() {
  const { clientId, decided, done, pending } = useLoaderData<typeof loader>();
  const errors = useReturned(useActionData<typeof action>()?.lastResult).errors;
  const { t, locale } = useWords();
  const day = (on: string) => formatDay(noonOf(on), locale);
  return (
    <Stack gap="large">
      <ErrorSummary errors={errors} />
      <PageTitle lead={t('legal-case.identity.room.lead')}>{t('legal-case.identity.room.title')}</PageTitle>
      {done && (
        <Notice tone="success" live>
          {t(`legal-case.identity.room.done.${done}`)}
        </Notice>
      )}
      <Section title={t('legal-case.identity.room.pending')} id="pending">
        {pending.length === 0 ? (
          <EmptyState title={t('legal-case.identity.room.none.title')}>
            {t('legal-case.identity.room.none.text')}
          </EmptyState>
        ) : (
          <CardList label={t('legal-case.identity.room.pending')}>
            {pending.map((one) => (
              <Pending key={one.id} question={one} clientId={clientId} />
            ))}
          </CardList>
        )}
      </Section>
      {decided.length > 0 && (
        <Section title={t('legal-case.identity.room.decided')} id="decided">
          <CardList label={t('legal-case.identity.room.decided')}>
            {decided.map((one) => (
              <Card key={one.id} as="li">
                <StateBadge tone={ANSWER_TONES[one.state]}>{t(`legal-case.identity.state.${one.state}`)}</StateBadge>
                <p>
                  <b>{t('legal-case.identity.room.case', { number: String(one.caseNumber) })}</b>
                  {' · '}
                  {t(`legal.identity-reason.${one.reason}`)}
                </p>
                <p className="meta">
                  {one.by} → {one.decidedBy}
                  {one.decidedOn && `, ${day(one.decidedOn)}`}
                </p>
              </Card>
            ))}
          </CardList>
        </Section>
      )}
    </Stack>
  );
}

function Pending({ clientId, question }: { clientId: string; question: Loaded['pending'][number] }) {
  const { t, locale } = useWords();
  const { askedOn, by, caseNumber, holdsCase, id, isMine, mayOpen, reason, text } = question;
  const answers = mayOpen ? (['approve', 'refuse'] as const) : (['refuse'] as const);
  return (
    <Card as="li" tone="info">
      <h3 className="text-lg font-bold">{t('legal-case.identity.room.case', { number: String(caseNumber) })}</h3>
      <p>{t(`legal.identity-reason.${reason}`)}</p>
      <p className="meta">
        {t('legal-case.identity.room.asks', { name: by ?? '', day: formatDay(noonOf(askedOn), locale) })}
      </p>
      {text !== null && <Paragraphs text={text} />}
      {isMine ? (
        <p className="meta">{t('legal-case.identity.room.mine')}</p>
      ) : (
        <>
          {!mayOpen && <p className="meta">{t('legal-case.identity.error.no-key')}</p>}
          {mayOpen && !holdsCase && <p className="meta">{t('legal-case.identity.room.table-alone')}</p>}
          <ButtonRow row>
            {answers.map((answer) => (
              <Form key={answer} clientId={clientId} scope={`${answer}-${id}`} inline>
                <input type="hidden" name="request" value={id} />
                <Button tone={answer === 'approve' ? 'primary' : 'quiet'} name="answer" value={answer}>
                  {t(`legal-case.identity.room.${answer}`)}
                </Button>
              </Form>
            ))}
          </ButtonRow>
        </>
      )}
    </Card>
  );
}
