import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { enrolStaff } from '#app/features/legal-aid/commands/enrol-staff.server.ts';
import { readOwnKeys } from '#app/features/legal-aid/own-keys.server.ts';
import { readUnlock } from '#app/features/legal-aid/unlock.server.ts';
import { unpackSecret } from '#app/features/legal-aid/vault/keys.ts';
import { STAFF_ROLE_OF, type StaffRole } from '#app/features/legal-aid/rules/desk.ts';
import { enrolmentForm } from '#app/features/legal-aid/rules/key-forms.ts';
import { EnrolmentPage } from '#app/features/legal-aid/ui/enrolment-page.tsx';
import { titled } from '#app/i18n/titled.ts';
import type { Membership } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { seeOther } from '#app/platform/request.server.ts';
import { atDoor } from './at-desk.ts';

export const meta = titled('legal-keys.enrolment.title');
export const handle = { width: 'read' };

/** What the membership lets the person be at the desk: the first of these that it holds. */
function roleOf({ roles }: Membership): StaffRole {
  const held = (['legal_lead', 'lawyer', 'custodian'] as const).find((role) => roles.includes(role));
  return STAFF_ROLE_OF[held ?? 'custodian'];
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, ctx, membership, standing } = await atDoor(args);
  const { slug } = membership;
  if (standing.kind === 'locked') throw redirect(ctx.to(paths.deskUnlock(slug)), 303);
  if (standing.kind === 'open') throw redirect(ctx.to(paths.deskKeys(slug)), 303);
  const unlocked =
    standing.kind === 'waiting' ? await readUnlock(args.request, 'staff', ctx.now, actor.sessionId) : null;
  return {
    slug,
    clientId: newId(),
    name: actor.name,
    role: roleOf(membership),
    step: actor.isOperator
      ? ('operator' as const)
      : !actor.hasSecondFactor
        ? ('factor' as const)
        : standing.kind === 'waiting'
          ? ('waiting' as const)
          : ('keys' as const),
    keys:
      standing.kind === 'waiting'
        ? await readOwnKeys(
            standing.scope,
            standing.keyId,
            unlocked?.keyId === standing.keyId ? unpackSecret(unlocked.secret) : null,
          )
        : null,
    host: ctx.url.host,
  };
}

/** Makes the keys; the printed code stands in this answer and nowhere again. */
export async function action(args: ActionFunctionArgs) {
  const { actor, ctx, membership } = await atDoor(args);
  const posted = await readForm(args.request, enrolmentForm);
  if (!posted.ok) return unprocessable(posted.reply(), { code: null });
  const { isBar, newPassword: passphrase, shownName } = posted.value;
  const enrolled = await enrolStaff(
    { actor, organisationId: membership.organisationId, now: ctx.now },
    { isBar, passphrase, shownName, role: roleOf(membership) },
  );
  if (enrolled.ok)
    return data(
      { lastResult: null, code: enrolled.value.code },
      { headers: { 'Set-Cookie': enrolled.value.cookie, 'Cache-Control': 'no-store' } },
    );
  const { code, field } = enrolled.refusal;
  // Sent twice: the keys are there, and a code that was not seen is made anew on their page.
  if (code === 'legal-keys.error.enrolled') return seeOther(ctx, paths.deskKeys(membership.slug));
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]), { code: null });
}

export default function Enrolment() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <EnrolmentPage {...loaded} lastResult={answer?.lastResult} code={answer?.code ?? null} />;
}
