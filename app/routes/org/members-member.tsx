import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { handOverCode } from '#app/features/accounts/public.server.ts';
import { changeMemberRoles } from '#app/features/organisations/commands/change-member-roles.server.ts';
import { endMembership } from '#app/features/organisations/commands/end-membership.server.ts';
import { memberForm } from '#app/features/organisations/forms.ts';
import { countAssigned, listMembers } from '#app/features/organisations/queries.server.ts';
import { canTakeWork, grantableRoles } from '#app/features/organisations/rules/membership.ts';
import { CodeForm, EndForm, HandedCode, RolesForm } from '#app/features/organisations/ui/member-parts.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import {
  forbidden,
  notFound,
  openRequest,
  requireMember,
  seeOther,
  type RequestContext,
} from '#app/platform/request.server.ts';
import { namedTitle } from '#app/routes/title.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Stack } from '#app/ui/stack.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => namedTitle(page?.person.name);

/** One colleague's page is for those who manage members, and for oneself: to leave. */
function openMember(ctx: RequestContext, params: LoaderFunctionArgs['params']) {
  const work = requireMember(ctx, params.org, 'organisation.see-members');
  const mayManage = can(work.actor, 'organisation.manage-members', { organisationId: work.membership.organisationId });
  const isOneself = params.user === work.actor.userId;
  if (!mayManage && !isOneself) throw forbidden();
  // A team's people have their roles in its own room.
  if (!isId(params.user) || work.membership.kind === 'team') throw notFound();
  return { ...work, userId: params.user, mayManage, isOneself };
}

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope, userId, mayManage, isOneself } = openMember(ctx, args.params);
  const members = await listMembers(scope);
  const person = members.find((member) => member.userId === userId);
  if (!person) throw notFound();
  const touchesOwner = person.roles.includes('owner') && !membership.roles.includes('owner') && !isOneself;
  return {
    slug: membership.slug,
    person: { name: person.name, roles: person.roles, since: person.since.toISOString() },
    isOneself,
    mayChange: mayManage && !touchesOwner,
    mayEnd: (mayManage && !touchesOwner) || isOneself,
    mayGiveCode: mayManage && !isOneself && !touchesOwner && !person.hasEmail,
    roles: grantableRoles(membership.roles),
    assigned: await countAssigned(scope, userId),
    successors: members
      .filter((member) => member.userId !== userId && canTakeWork(member.roles))
      .map(({ userId: id, name }) => ({ id, name })),
    clientIds: { roles: newId(), end: newId(), code: newId() },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope, userId, mayManage, isOneself } = openMember(ctx, args.params);
  const posted = await readForm(args.request, memberForm);
  if (!posted.ok) return unprocessable(posted.reply(), { code: null });
  const { value } = posted;
  if (value.intent !== 'end' && !mayManage) throw forbidden();
  const opened = { scope, by: membership.roles, now: ctx.now };
  const result =
    value.intent === 'roles'
      ? await changeMemberRoles(opened, { userId, roles: value.roles })
      : value.intent === 'end'
        ? await endMembership(opened, { userId, takenOverBy: value.takenOverBy })
        : await handOverCode({ scope, now: ctx.now }, { userId });
  if (!result.ok) {
    const { code, field = '' } = result.refusal;
    return unprocessable(posted.reply(field ? { [field]: [code] } : {}, field ? [] : [code]), { code: null });
  }
  // Shown in this answer only: the table holds no more than an HMAC of it.
  if (result.value && 'code' in result.value)
    return data({ lastResult: null, code: result.value.code }, { status: 200 });
  if (value.intent === 'end' && isOneself) return seeOther(ctx, paths.account());
  return seeOther(ctx, paths.orgMembers(membership.slug), { done: value.intent === 'end' ? 'ended' : 'roles' });
}

export default function Member() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const roles = useReturned(answer?.lastResult, 'roles');
  const end = useReturned(answer?.lastResult, 'end');
  const code = useReturned(answer?.lastResult, 'code');
  const { t, to, locale } = useWords();
  const { person, slug } = page;
  if (answer?.code) return <HandedCode code={answer.code} name={person.name} backHref={to(paths.orgMembers(slug))} />;
  return (
    <>
      <Breadcrumb
        items={[{ label: t('organisations.members.title'), href: to(paths.orgMembers(slug)) }, { label: person.name }]}
      />
      <PageTitle
        meta={`${person.roles.map((role) => t(`organisations.role.${role}`)).join(', ')} · ${t('organisations.members.since.day', { day: formatDay(new Date(person.since), locale) })}`}
      >
        {person.name}
      </PageTitle>
      <ErrorSummary errors={{ ...roles.errors, ...end.errors, ...code.errors }} />
      <Stack gap="large">
        {page.mayChange && (
          <RolesForm back={roles} clientId={page.clientIds.roles} held={person.roles} roles={page.roles} />
        )}
        {page.mayGiveCode && <CodeForm clientId={page.clientIds.code} />}
        {page.mayEnd && (
          <EndForm
            back={end}
            clientId={page.clientIds.end}
            name={person.name}
            isOneself={page.isOneself}
            assigned={page.assigned}
            successors={page.successors}
          />
        )}
      </Stack>
    </>
  );
}
