import type { StaffWork } from '#app/platform/staff-work.server.ts';
import type { NewEventForm } from '#app/features/events/forms.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';

export const DAY = 86_400_000;

/** A form for a new event three days ahead, with what a test needs otherwise. */
export function eventForm(changes: Partial<NewEventForm> = {}): NewEventForm {
  return {
    clientId: newId(),
    kind: 'assembly',
    audience: 'public',
    title: 'Küçə yığıncağı',
    about: 'Şəhər suyu, yol.',
    locale: 'az',
    region: 'AZ-AST',
    place: 'Pensər, məktəbin həyəti',
    isPlaceHidden: false,
    instructions: '',
    shiftTitle: '',
    day: dayOf(new Date(Date.now() + 3 * DAY)),
    from: '18:00',
    until: '20:00',
    capacity: 2,
    reserved: 0,
    reservedFor: 'nobody',
    ...changes,
  };
}

/** An open event with one shift, made and opened by a colleague. */
export async function openedEvent(
  work: StaffWork,
  changes: Partial<NewEventForm> = {},
): Promise<{ eventId: string; shiftId: string }> {
  const { makeEvent, openEvent } = await import('#app/features/events/commands/keep-event.server.ts');
  const { getOrgEvent } = await import('#app/features/events/org-events.server.ts');
  const made = await makeEvent(work, eventForm(changes));
  if (!made.ok) throw new Error(made.refusal.code);
  const { eventId } = made.value;
  const opened = await openEvent(work, eventId, { clientId: newId() });
  if (!opened.ok) throw new Error(opened.refusal.code);
  const event = await getOrgEvent(work.scope, eventId, true);
  return { eventId, shiftId: event?.shifts[0]?.id ?? '' };
}

type Told = { gender?: 'woman' | 'man'; ageBand?: '18_29' | '30_44'; contact?: string; clientId?: string };

/** Somebody signs up on the web. Returns the sign-up and how it stands. */
export async function comes(eventId: string, shiftId: string, name: string, told: Told = {}, now = new Date()) {
  const { signUp } = await import('#app/features/events/commands/sign-up.server.ts');
  const result = await signUp({ clientKey: `test-${newId()}`, now }, eventId, {
    clientId: told.clientId ?? newId(),
    shiftId,
    name,
    contact: told.contact ?? `${newId()}@sinaq.invalid`,
    ageBand: told.ageBand ?? null,
    gender: told.gender ?? null,
    wantsNews: false,
    locale: 'az',
  });
  if (!result.ok) throw new Error(result.refusal.code);
  return { id: result.value.signUpId ?? '', outcome: result.value.outcome };
}
