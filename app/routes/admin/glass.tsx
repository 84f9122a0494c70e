import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { closeTeam, openTeam } from '#app/features/teams/commands/open-team.server.ts';
import { openingForm } from '#app/features/teams/forms.ts';
import { listOwnOpenings } from '#app/features/teams/openings.server.ts';
import { OPENING_MINUTES } from '#app/features/teams/rules/glass.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatMoment } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, requireOperator, seeOther } from '#app/platform/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { DataTable, type Column } from '#app/ui/data-table.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';

export const meta = titled('teams.glass.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireOperator(ctx);
  return { openings: await listOwnOpenings(scope, ctx.now), clientIds: { open: newId(), close: newId() } };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, scope } = requireOperator(ctx);
  const posted = await readForm(args.request, openingForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { value } = posted;
  if (value.intent === 'close') {
    await closeTeam({ actor, scope, now: ctx.now }, value.opening);
    return seeOther(ctx, paths.adminGlass());
  }
  const opened = await openTeam({ actor, scope, now: ctx.now }, value, { origin: ctx.url.origin });
  if (!opened.ok) return unprocessable(posted.reply({ team: [opened.refusal.code] }));
  return seeOther(ctx, paths.adminOpening(opened.value.opening));
}

/** A team is closed to the operator too; here the glass is broken, and she is told. */
export default function Glass() {
  const { openings, clientIds } = useLoaderData<typeof loader>();
  const back = useReturned(useActionData<typeof action>()?.lastResult, 'open');
  const { t, to, locale } = useWords();
  type Row = (typeof openings)[number];
  const columns: Column<Row>[] = [
    {
      key: 'at',
      header: t('teams.opening.at'),
      phone: 'title',
      cell: (row) => formatMoment(new Date(row.openedAt), locale),
    },
    { key: 'until', header: t('teams.opening.until'), cell: (row) => formatMoment(new Date(row.until), locale) },
    { key: 'reason', header: t('teams.opening.reason'), cell: (row) => row.reason },
    {
      key: 'open',
      header: t('teams.glass.read'),
      phone: 'action',
      cell: (row) => (row.isOpen ? <a href={to(paths.adminOpening(row.id))}>{t('teams.glass.read')}</a> : null),
    },
  ];
  return (
    <Stack gap="large">
      <PageTitle lead={t('teams.glass.lead')}>{t('teams.glass.title')}</PageTitle>
      <Notice tone="warning">
        <p>{t('teams.glass.care')}</p>
      </Notice>
      <ErrorSummary errors={back.errors} />
      <Form clientId={back.value('clientId', clientIds.open)} label={t('teams.glass.title')}>
        <input type="hidden" name="intent" value="open" />
        <TextInput
          name="team"
          label={t('teams.glass.team')}
          hint={t('teams.glass.team.hint')}
          width="medium"
          autoComplete="off"
          error={back.errors.team}
          defaultValue={back.value('team')}
        />
        <TextArea
          name="reason"
          label={t('teams.glass.reason')}
          hint={t('teams.glass.reason.hint')}
          rows={4}
          maxLength={1000}
          error={back.errors.reason}
          defaultValue={back.value('reason')}
        />
        <RadioCards
          name="minutes"
          label={t('teams.glass.minutes')}
          error={back.errors.minutes}
          defaultValue={back.value('minutes', '15')}
          options={OPENING_MINUTES.map((minutes) => ({
            value: String(minutes),
            label: t('teams.glass.minutes.count', { count: minutes }),
          }))}
        />
        <Button tone="danger">{t('teams.glass.action')}</Button>
      </Form>
      <Section title={t('teams.glass.own')}>
        <DataTable
          caption={t('teams.glass.own')}
          captionHidden
          columns={columns}
          rows={openings}
          rowKey={(row) => row.id}
          empty={<p className="text-muted">{t('teams.opening.none')}</p>}
        />
      </Section>
    </Stack>
  );
}
