import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readTime, type TimeEntry } from '#app/features/legal-aid/case-time.server.ts';
import { changeTime, logTime } from '#app/features/legal-aid/commands/log-time.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { timeForm } from '#app/features/legal-aid/rules/case-forms.ts';
import { TIME_ACTIVITIES } from '#app/features/legal-aid/rules/desk.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { seeOther } from '#app/platform/request.server.ts';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { atCase } from './at-case.ts';
import { refused } from './refused.ts';

export const meta = titled('legal-case.time.title');
const DONE = ['logged', 'changed'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, slug, subject, work } = await atCase(args);
  const entries = await withLegalScope(work.scope, (tx) => readTime(tx, work, subject.id));
  const wanted = ctx.url.searchParams.get('entry');
  return {
    entries,
    entry: entries.find((one) => one.id === wanted && one.isMine) ?? null,
    total: entries.reduce((sum, one) => sum + one.minutes, 0),
    room: paths.deskCaseRoom(slug, subject.id, 'time'),
    today: work.today,
    done: DONE.find((key) => key === ctx.url.searchParams.get('done')) ?? null,
    clientId: newId(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, slug, subject, work } = await atCase(args);
  const posted = await readForm(args.request, timeForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { value } = posted;
  const at = { clientId: value.clientId, caseId: subject.id };
  const { intent } = value;
  const spent = intent === 'remove' ? null : { onDay: value.onDay, minutes: value.minutes, activity: value.activity };
  const changed =
    intent === 'log' && spent
      ? await logTime(work, { ...at, ...spent })
      : await changeTime(work, { ...at, entryId: intent === 'log' ? '' : value.entry, to: spent });
  return changed.ok
    ? seeOther(ctx, paths.deskCaseRoom(slug, subject.id, 'time'), { done: intent === 'log' ? 'logged' : 'changed' })
    : refused(posted.reply, changed.refusal);
}

/** Time spent on a case: minutes, a kind of work, a day. */
export default function CaseTime() {
  const { clientId, done, entries, entry, room, today, total } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  return (
    <Stack gap="large">
      <Stack gap="small">
        <PageTitle>{t('legal-case.time.title')}</PageTitle>
        <p className="meta">
          {t('legal-case.time.total', { hours: String(Math.floor(total / 60)), minutes: String(total % 60) })}
        </p>
      </Stack>
      {done && (
        <Notice tone="success" live>
          {t(`legal-case.time.done.${done}`)}
        </Notice>
      )}
      <Section title={t(entry ? 'legal-case.time.edit' : 'legal-case.time.new')} id="log">
        <TimeForm clientId={clientId} entry={entry} room={room} today={today} />
      </Section>
      <DataTable
        caption={t('legal-case.time.title')}
        captionHidden
        rows={entries}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('legal-case.time.none.title')}>{t('legal-case.time.none.text')}</EmptyState>}
        columns={[
          {
            key: 'day',
            header: t('legal-case.time.day'),
            nowrap: true,
            cell: (row) => formatDay(noonOf(row.onDay), locale),
          },
          {
            key: 'activity',
            header: t('legal-case.time.activity'),
            phone: 'title',
            cell: (row) => t(`legal.activity.${row.activity}`),
          },
          {
            key: 'minutes',
            header: t('legal-case.time.minutes'),
            align: 'end',
            cell: (row) => <span className="num">{row.minutes}</span>,
          },
          { key: 'who', header: t('legal-case.time.who'), cell: (row) => row.by },
          {
            key: 'change',
            header: t('legal-case.time.change'),
            phone: 'action',
            cell: (row) =>
              row.isMine && (
                <ButtonLink tone="quiet" size="small" icon="edit" href={to(`${room}?entry=${row.id}#log`)}>
                  {t('legal-case.time.change')}
                </ButtonLink>
              ),
          },
        ]}
      />
    </Stack>
  );
}

function TimeForm({
  clientId,
  entry,
  room,
  today,
}: {
  clientId: string;
  entry: TimeEntry | null;
  room: string;
  today: string;
}) {
  const { t, to } = useWords();
  const typed = useReturned(useActionData<typeof action>()?.lastResult, entry ? 'change' : 'log');
  return (
    <>
      <ErrorSummary errors={typed.errors} />
      <Form clientId={clientId} label={t(entry ? 'legal-case.time.edit' : 'legal-case.time.new')}>
        {entry && <input type="hidden" name="entry" value={entry.id} />}
        <FieldRow>
          <TextInput
            name="minutes"
            width="short"
            inputMode="numeric"
            label={t('legal-case.time.minutes')}
            error={typed.errors['minutes']}
            defaultValue={typed.value('minutes', entry ? String(entry.minutes) : null)}
          />
          <Select
            name="activity"
            width="medium"
            label={t('legal-case.time.activity')}
            error={typed.errors['activity']}
            defaultValue={typed.value('activity', entry?.activity ?? '')}
            options={TIME_ACTIVITIES.map((value) => ({ value, label: t(`legal.activity.${value}`) }))}
          />
          <TextInput
            name="onDay"
            type="date"
            width="medium"
            max={today}
            label={t('legal-case.time.day')}
            error={typed.errors['onDay']}
            defaultValue={typed.value('onDay', entry?.onDay ?? today)}
          />
        </FieldRow>
        <ButtonRow row>
          <Button name="intent" value={entry ? 'change' : 'log'}>
            {t('legal-case.time.save')}
          </Button>
          {entry && (
            <>
              <Button tone="danger" name="intent" value="remove">
                {t('legal-case.time.remove')}
              </Button>
              <ButtonLink tone="quiet" href={to(room)}>
                {t('legal-case.time.back')}
              </ButtonLink>
            </>
          )}
        </ButtonRow>
      </Form>
    </>
  );
}
