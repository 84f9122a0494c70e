import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { listInvitations } from '#app/features/accounts/public.server.ts';
import { renameTeam } from '#app/features/teams/commands/rename-team.server.ts';
import { renameForm } from '#app/features/teams/forms.ts';
import { listSeats } from '#app/features/teams/seats.server.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import type { TeamRole } from '#app/kernel/actor.ts';
import { formatDay } from '#app/kernel/dates.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { seeOther } from '#app/platform/request.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { DataTable, type Column } from '#app/ui/data-table.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { atTeam, doneOf } from './at-team.server.ts';

export const meta = titled('teams.title');

/** Whom everybody in the team may turn to. */
const NEAREST: readonly TeamRole[] = ['candidate', 'campaign_manager', 'volunteer_coordinator'];

/** Who is in the team, in which role and until when; below it how the team is kept. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, ctx, membership, now, scope } = await atTeam(args, 'team.see');
  const here = { organisationId: membership.organisationId };
  const may = {
    invite: can(actor, 'team.invite', here),
    manage: can(actor, 'team.manage', here),
    link: can(actor, 'team.link', here),
    rename: can(actor, 'team.rename', here),
    takeOut: can(actor, 'team.take-out', here),
    erase: can(actor, 'team.erase', here),
  };
  const seesAll = may.manage || can(actor, 'team.read-diary', here);
  const { members, waiting } = await withScope(scope, async (tx) => ({
    members: await listSeats(tx, scope.organisationId, now),
    waiting: may.invite ? (await listInvitations(tx, now)).filter(({ state }) => state === 'open').length : 0,
  }));
  return {
    slug: membership.slug,
    name: membership.names[ctx.locale],
    clientId: newId(),
    self: actor.userId,
    may,
    waiting,
    // Who ran out of time is for those to see who may give it anew.
    members: members
      .filter(({ isExpired }) => may.manage || !isExpired)
      // One lost telephone of somebody who goes from door to door does not name everybody.
      .filter(
        ({ seats, userId }) => seesAll || userId === actor.userId || seats.some(({ role }) => NEAREST.includes(role)),
      )
      .map((one) => ({
        ...one,
        seats: one.seats.map(({ role, until }) => ({ role, until: until?.toISOString() ?? null })),
      })),
    from: may.link && isId(ctx.url.searchParams.get('from')) ? ctx.url.searchParams.get('from') : null,
    done: doneOf(ctx, ['created', 'changed', 'ended', 'joined', 'renamed']),
  };
}

/** The one thing that is changed here: the team's name. */
export async function action(args: ActionFunctionArgs) {
  const work = await atTeam(args, 'team.rename');
  const posted = await readForm(args.request, renameForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const renamed = await renameTeam(work, posted.value);
  if (!renamed.ok) return unprocessable(posted.reply({}, [renamed.refusal.code]));
  return seeOther(work.ctx, paths.orgTeam(work.membership.slug), { done: 'renamed' });
}

export default function Team() {
  const back = useReturned(useActionData<typeof action>()?.lastResult);
  const { slug, name, clientId, self, may, waiting, members, done, from } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  type Row = (typeof members)[number];
  const columns: Column<Row>[] = [
    {
      key: 'name',
      header: t('organisations.members.name'),
      phone: 'title',
      cell: (row) => (
        <>
          {row.name}
          {row.userId === self && <span className="meta"> ({t('organisations.members.you')})</span>}
        </>
      ),
    },
    {
      key: 'role',
      header: t('teams.seat.role'),
      cell: (row) => row.seats.map(({ role }) => t(`teams.role.${role}`)).join(', '),
    },
    {
      key: 'until',
      header: t('teams.seat.until'),
      cell: (row) =>
        row.isExpired ? (
          <StateBadge tone="quiet">{t('teams.seat.expired')}</StateBadge>
        ) : (
          row.seats.map(({ until }) => (until ? formatDay(new Date(until), locale) : t('teams.seat.no-end'))).join(', ')
        ),
    },
    {
      key: 'open',
      header: t('organisations.members.change'),
      phone: 'action',
      align: 'end',
      cell: (row) =>
        // Her own place stands.
        !row.seats.some(({ role }) => role === 'candidate') && (may.manage || row.userId === self) ? (
          <a href={to(paths.orgTeamMember(slug, row.userId))}>
            {row.userId === self && !may.manage ? t('teams.member.leave') : t('organisations.members.change')}
            <span className="visually-hidden">: {row.name}</span>
          </a>
        ) : null,
    },
  ];
  const rooms = [
    { href: paths.orgTeamRoles(slug), label: t('teams.roles.title'), text: t('teams.roles.short') },
    { href: paths.orgTeamProtection(slug), label: t('teams.protection.title'), text: t('teams.protection.short') },
    ...(may.link ? [{ href: paths.orgTeamLink(slug), label: t('teams.link.title'), text: t('teams.link.short') }] : []),
    ...(may.takeOut
      ? [{ href: paths.orgTeamTakeOut(slug), label: t('teams.take-out.title'), text: t('teams.take-out.short') }]
      : []),
    ...(may.erase
      ? [{ href: paths.orgTeamErasure(slug), label: t('teams.erase.title'), text: t('teams.erase.short') }]
      : []),
  ];
  return (
    <>
      <PageTitle
        meta={t('organisations.members.count', { count: members.filter(({ isExpired }) => !isExpired).length })}
        actions={
          may.invite ? (
            <ButtonLink icon="plus" href={to(paths.orgTeamInvitations(slug))}>
              {t('teams.invite.title')}
            </ButtonLink>
          ) : undefined
        }
      >
        {t('teams.title')}
      </PageTitle>
      <Stack gap="large">
        {done && (
          <Notice tone="success" live>
            <p>{t(`teams.done.${done}`)}</p>
          </Notice>
        )}
        {done === 'created' && from && (
          <Notice tone="info">
            <p>
              {t('teams.found.link')}{' '}
              <a href={to(`${paths.orgTeamLink(slug)}?society=${from}`)}>{t('teams.found.link.action')}</a>
            </p>
          </Notice>
        )}
        <ErrorSummary errors={back.errors} />
        {waiting > 0 && (
          <p>
            <a href={to(`${paths.orgTeamInvitations(slug)}#open`)}>
              {t('organisations.members.waiting', { count: waiting })}
            </a>
          </p>
        )}
        <DataTable
          caption={t('teams.title')}
          captionHidden
          columns={columns}
          rows={members}
          rowKey={(row) => row.userId}
        />
        <Section title={t('teams.keep.title')}>
          <ul className="grid gap-3">
            {rooms.map(({ href, label, text }) => (
              <li key={href}>
                <a href={to(href)}>{label}</a>
                <span className="meta block">{text}</span>
              </li>
            ))}
          </ul>
          {may.rename && (
            <details className="mt-4" open={Object.keys(back.errors).length > 0}>
              <summary>{t('teams.rename.title')}</summary>
              <Form clientId={back.value('clientId', clientId)} label={t('teams.rename.title')}>
                <input type="hidden" name="intent" value="rename" />
                <TextInput
                  name="name"
                  label={t('teams.new.name')}
                  hint={t('teams.rename.hint')}
                  width="medium"
                  maxLength={80}
                  error={back.errors.name}
                  defaultValue={back.value('name', name)}
                  required
                />
                <Button>{t('teams.rename.action')}</Button>
              </Form>
            </details>
          )}
        </Section>
      </Stack>
    </>
  );
}
