import { joinSubmissions } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { hashedId } from '#app/platform/crypto.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { withinLimit } from '#app/platform/rate-limit.server.ts';
import { findJoinForm, sealSent, type Sent } from '../join-form.server.ts';
import { tellJoining } from '../join-letters.server.ts';
import type { JoinForm } from '../join-forms.ts';
import { JOIN_CONSENT_VERSION } from '../rules/kinds.ts';
import { noPlace } from '../rules/places.ts';

export type JoinRefusal =
  | 'not-found'
  | 'tasks.join.closed'
  | 'common.error.too-many'
  | 'common.error.choose'
  | 'tasks.join.error.full'
  | 'tasks.join.error.kept'
  | 'tasks.join.error.minor-team'
  | 'tasks.join.error.citizen';

/**
 * Takes in what somebody sent, to wait for the organisation's decision. Who they are on its list is found when it is
 * accepted, not here: a stranger learns nothing of who is known. Sent twice it is one.
 *
 * A candidate's team campaigns for votes: under-18s are refused, and age and citizenship must be confirmed.
 */
export async function sendJoin(
  { clientKey, now, locale }: { clientKey: string; now: Date; locale: Locale },
  slug: string,
  form: JoinForm,
): Promise<Result<undefined, JoinRefusal>> {
  const target = await findJoinForm(slug);
  if (!target) return refuse('not-found');
  if (!target.isOpen) return refuse('tasks.join.closed');
  const isGrown = form.grown === 'yes';
  if (target.organisation.kind === 'team') {
    if (!isGrown) return refuse('tasks.join.error.minor-team', 'grown');
    if (form.citizen !== 'on') return refuse('tasks.join.error.citizen', 'citizen');
  }
  const ageBand = isGrown ? form.ageBand : '14_17';
  const role = form.roleId === '' ? null : target.roles.find(({ id }) => id === form.roleId);
  if (role === undefined) return refuse('common.error.choose', 'roleId');
  const why = role && noPlace(role, { ageBand, gender: form.gender });
  if (why) return refuse(why, 'roleId');
  if (!(await withinLimit('join', clientKey))) return refuse('common.error.too-many');

  const { organisationId } = target;
  const { name, phone, email, region, place, skills, times, languages, message } = form;
  const sent: Sent = {
    name,
    phone,
    email,
    region,
    place,
    skills,
    times,
    languages,
    message,
    locale,
    wantsEvents: form.wantsEvents === 'on',
    guardian: isGrown ? null : { name: form.guardianName, contact: form.guardianContact },
  };
  const id = newId();
  await withScope({ kind: 'citizen', organisationId }, async (tx) => {
    const made = await tx
      .insert(joinSubmissions)
      .values({
        id,
        organisationId,
        formId: target.id,
        roleId: role?.id ?? null,
        clientId: hashedId(form.clientId),
        cipher: sealSent(organisationId, sent),
        ageBand,
        gender: form.gender,
        consentVersion: JOIN_CONSENT_VERSION,
        createdAt: now,
      })
      .onConflictDoNothing();
    if (made.count > 0) await tellJoining(tx, 'received', { to: email, locale, names: target.organisation.names });
  });
  return ok();
}
