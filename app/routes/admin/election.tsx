import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { stateElection } from '#app/features/elections/commands/state-election.server.ts';
import { statementForm } from '#app/features/elections/forms.ts';
import { electionForOperator } from '#app/features/elections/operator.server.ts';
import { CalendarTable, MovesTable } from '#app/features/elections/ui/calendar-table.tsx';
import { GateNotice } from '#app/features/elections/ui/gate-notice.tsx';
import { ClearanceForm, PayerForm, StatementHistory, Withdraw } from '#app/features/elections/ui/statement-parts.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, requireOperator, seeOther } from '#app/platform/request.server.ts';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';

export const meta = titled('elections.admin.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireOperator(ctx);
  return {
    ...(await electionForOperator(scope, ctx.now, ctx.url.searchParams.get('day'))),
    clientIds: { day: newId(), payer: newId(), clearance: newId(), withdraw: newId() },
    isSaved: ctx.url.searchParams.get('done') === 'saved',
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireOperator(ctx);
  const posted = await readForm(args.request, statementForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const stated = await stateElection({ scope, now: ctx.now }, posted.value);
  if (stated.ok) return seeOther(ctx, paths.adminElection(), { done: 'saved' });
  const { code, field } = stated.refusal;
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}

/** The coming election as the operator states it. A new day is shown with everything it moves before it holds. */
export default function AdminElection() {
  const { clientIds, isSaved, preview, isAskedPast, ...now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const days = useReturned(answer?.lastResult, 'day');
  const payer = useReturned(answer?.lastResult, 'payer');
  const clearance = useReturned(answer?.lastResult, 'clearance');
  const taken = useReturned(answer?.lastResult, 'withdraw');
  const { t, to, locale } = useWords();
  return (
    <Stack gap="large">
      <PageTitle lead={t('elections.admin.lead')}>{t('elections.admin.title')}</PageTitle>
      {isSaved && !answer && (
        <Notice tone="success" live>
          {t('common.saved')}
        </Notice>
      )}
      <ErrorSummary
        errors={{
          ...days.errors,
          ...payer.errors,
          ...clearance.errors,
          ...taken.errors,
          ...(isAskedPast ? { day: [t('elections.error.day-past')] } : {}),
        }}
      />
      <GateNotice gate={now.gate} />
      <Section title={t('elections.day-of')} id="day">
        <p>
          {now.day === null
            ? t('elections.day.none')
            : t('elections.day.is', { day: formatDay(noonOf(now.day), locale) })}
        </p>
        {preview === null ? (
          <form method="get" className="form" aria-label={t('elections.day.change')} noValidate>
            <TextInput
              name="day"
              type="date"
              width="short"
              label={t('elections.day.new')}
              hint={t('elections.day.new.hint')}
              defaultValue={days.value('day')}
            />
            <Button tone="secondary">{t('elections.day.look')}</Button>
          </form>
        ) : (
          <>
            <MovesTable moves={preview.moves} />
            {preview.startsAnew && <Notice tone="warning">{t('elections.day.anew')}</Notice>}
            <Form clientId={clientIds.day} label={t('elections.day.change')}>
              <input type="hidden" name="intent" value="day" />
              <input type="hidden" name="day" value={preview.day} />
              <input type="hidden" name="was" value={now.day ?? ''} />
              <ButtonRow>
                <Button>{t('elections.day.set', { day: formatDay(noonOf(preview.day), locale) })}</Button>
                <ButtonLink tone="quiet" href={to(paths.adminElection())}>
                  {t('elections.day.leave')}
                </ButtonLink>
              </ButtonRow>
            </Form>
          </>
        )}
        {now.day !== null && preview === null && <Withdraw what="day" clientId={clientIds.withdraw} />}
      </Section>
      <Section title={t('elections.payer')} id="payer">
        <PayerForm back={payer} now={now} clientId={clientIds.payer} />
        {now.payer !== '' && <Withdraw what="payer" clientId={clientIds.withdraw} />}
      </Section>
      <Section title={t('elections.clearance')} id="clearance">
        <p className="text-muted">{t('elections.clearance.text')}</p>
        <ClearanceForm back={clearance} now={now} clientId={clientIds.clearance} />
        {now.lawyer !== '' && <Withdraw what="clearance" clientId={clientIds.withdraw} />}
      </Section>
      {now.calendar.length > 0 && preview === null && (
        <Section title={t('elections.calendar')} id="calendar">
          <CalendarTable steps={now.calendar} />
        </Section>
      )}
      <Section title={t('elections.history')} id="history">
        <StatementHistory rows={now.history} />
      </Section>
    </Stack>
  );
}
