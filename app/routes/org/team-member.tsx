import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { changeSeat, endSeat } from '#app/features/teams/commands/change-seat.server.ts';
import { seatForm } from '#app/features/teams/forms.ts';
import { grantableTeamRoles } from '#app/features/teams/rules/roles.ts';
import { listSeats } from '#app/features/teams/seats.server.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { dayOf } from '#app/kernel/dates.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { forbidden, notFound, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Ask } from '#app/ui/press.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { atTeam, refusedAgent } from './at-team.server.ts';

export const meta = titled('teams.member.title');

/** One person's place in the team: for those who manage it, and for oneself, to leave. */
async function atMember(args: LoaderFunctionArgs) {
  const work = await atTeam(args, 'team.see');
  const isOneself = args.params.user === work.actor.userId;
  const mayManage = can(work.actor, 'team.manage', { organisationId: work.membership.organisationId });
  if (!mayManage && !isOneself) throw forbidden();
  if (!isId(args.params.user)) throw notFound();
  return { ...work, userId: args.params.user, isOneself, mayManage };
}

export async function loader(args: LoaderFunctionArgs) {
  const { by, isOneself, mayManage, membership, now, scope, userId } = await atMember(args);
  const members = await withScope(scope, (tx) => listSeats(tx, scope.organisationId, now));
  const member = members.find((one) => one.userId === userId);
  if (!member) throw notFound();
  const grantable = grantableTeamRoles(by);
  const [seat] = member.seats;
  const isHers = member.seats.some(({ role }) => role === 'candidate');
  const mayChange = mayManage && !isHers && member.seats.every(({ role }) => grantable.includes(role));
  return {
    slug: membership.slug,
    name: member.name,
    roles: member.seats.map(({ role }) => role),
    until: seat?.until ? dayOf(seat.until) : '',
    isOneself,
    isHers,
    mayChange,
    mayEnd: mayChange || (isOneself && !isHers),
    grantable,
    clientIds: { change: newId(), end: newId() },
  };
}

export async function action(args: ActionFunctionArgs) {
  const work = await atMember(args);
  const { ctx, isOneself, membership, userId } = work;
  const posted = await readForm(args.request, seatForm);
  if (!posted.ok) return unprocessable(posted.reply(), { refused: null });
  const { value } = posted;
  const result = value.intent === 'change' ? await changeSeat(work, { userId, ...value }) : await endSeat(work, userId);
  if (!result.ok) {
    const { code, field } = result.refusal;
    return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply({}, [code]), {
      refused: refusedAgent(ctx, code),
    });
  }
  if (value.intent === 'end' && isOneself) return seeOther(ctx, paths.account());
  return seeOther(ctx, paths.orgTeam(membership.slug), { done: value.intent === 'end' ? 'ended' : 'changed' });
}

export default function TeamMember() {
  const page = useLoaderData<typeof loader>();
  const { lastResult: result, refused } = useActionData<typeof action>() ?? { lastResult: undefined, refused: null };
  const change = useReturned(result, 'change');
  const end = useReturned(result, 'end');
  const { t, to } = useWords();
  return (
    <>
      <Breadcrumb items={[{ label: t('teams.title'), href: to(paths.orgTeam(page.slug)) }, { label: page.name }]} />
      <PageTitle meta={page.roles.map((role) => t(`teams.role.${role}`)).join(', ')}>{page.name}</PageTitle>
      <ErrorSummary errors={{ ...change.errors, ...end.errors }} />
      {refused && (
        <Notice tone="danger" live>
          {refused}
        </Notice>
      )}
      <Stack gap="large">
        {page.isHers && <Notice tone="info">{t('teams.member.hers')}</Notice>}
        {page.mayChange && (
          <Section title={t('teams.member.change')}>
            <Form clientId={change.value('clientId', page.clientIds.change)} label={t('teams.member.change')}>
              <input type="hidden" name="intent" value="change" />
              <Select
                name="role"
                label={t('teams.seat.role')}
                placeholder={null}
                width="medium"
                error={change.errors.role}
                defaultValue={change.value('role', page.roles[0])}
                options={page.grantable.map((role) => ({ value: role, label: t(`teams.role.${role}`) }))}
              />
              <TextInput
                name="until"
                type="date"
                label={t('teams.seat.until')}
                hint={t('teams.seat.until.hint')}
                width="short"
                optional
                error={change.errors.until}
                defaultValue={change.value('until', page.until)}
              />
              <Button>{t('teams.member.save')}</Button>
            </Form>
          </Section>
        )}
        {page.mayEnd && (
          <Section title={page.isOneself ? t('teams.member.leave') : t('teams.member.end')}>
            <p>{page.isOneself ? t('teams.member.leave.text') : t('teams.member.end.text')}</p>
            <Form clientId={end.value('clientId', page.clientIds.end)} label={t('teams.member.end')}>
              <input type="hidden" name="intent" value="end" />
              <Ask
                label={page.isOneself ? t('teams.member.leave') : t('teams.member.end')}
                question={page.isOneself ? t('teams.member.leave.ask') : t('teams.member.end.ask')}
              >
                <Button tone="danger">{page.isOneself ? t('teams.member.leave') : t('teams.member.end')}</Button>
              </Ask>
            </Form>
          </Section>
        )}
      </Stack>
    </>
  );
}
