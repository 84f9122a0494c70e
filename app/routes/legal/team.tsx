import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { inviteStaff } from '#app/features/legal-aid/commands/invite-staff.server.ts';
import { inviteForm } from '#app/features/legal-aid/rules/key-forms.ts';
import { readTeam } from '#app/features/legal-aid/team.server.ts';
import { TeamPage } from '#app/features/legal-aid/ui/team-page.tsx';
import { titled } from '#app/i18n/titled.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { seeOther } from '#app/platform/request.server.ts';
import { atDesk } from './at-desk.ts';

export const meta = titled('legal.nav.team');

const DONE = ['invited', 'vouched', 'changed', 'revoked'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, slug, work } = await atDesk(args);
  const done = ctx.url.searchParams.get('done');
  return {
    slug,
    team: await readTeam(work),
    isLead: work.role === 'lead',
    clientId: newId(),
    done: DONE.find((one) => one === done) ?? null,
  };
}

/** A lead invites somebody by mail, in a role of the desk. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, slug, work } = await atDesk(args, 'lead');
  const posted = await readForm(args.request, inviteForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const invited = await inviteStaff(work, { ...posted.value, origin: ctx.url.origin, log: ctx.log });
  if (invited.ok) return seeOther(ctx, paths.deskTeam(slug), { done: 'invited' });
  const { code, field } = invited.refusal;
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}

export default function Team() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <TeamPage {...loaded} lastResult={answer?.lastResult} />;
}
