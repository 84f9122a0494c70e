import { eq } from 'drizzle-orm';
import { staff } from '#db/schema/legal-aid.ts';
import { askIdentity } from '#app/features/legal-aid/commands/ask-identity.server.ts';
import { claimCase } from '#app/features/legal-aid/commands/claim-case.server.ts';
import { addTask, writeNote } from '#app/features/legal-aid/commands/keep-notes.server.ts';
import { logTime } from '#app/features/legal-aid/commands/log-time.server.ts';
import { openCase } from '#app/features/legal-aid/commands/open-case.server.ts';
import { writeToApplicant } from '#app/features/legal-aid/commands/write-to-applicant.server.ts';
import type { DeskWork } from '#app/features/legal-aid/desk-staff.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { addDays } from '#app/kernel/dated-rules/days.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Result } from '#app/kernel/result.ts';
import { DESK_ORGANISATION, type DemoWork } from './story/desk.ts';
import type { World } from './world.ts';

/** What a lawyer did with a request since, by the commands of the desk's pages. */
export async function seedWork(world: World, caseId: string, told: DemoWork): Promise<void> {
  const work = await workOf(world, told.by);
  const form = () => ({ clientId: newId(), caseId });
  must(await openCase(work, { caseId, reason: 'triage' }));
  must(await claimCase(work, form()));
  must(await writeToApplicant(work, { ...form(), text: told.reply, files: [], asksForInformation: true }));
  must(await writeNote(work, { ...form(), text: told.note, visibility: 'team' }));
  const { dueIn, title } = told.task;
  must(await addTask(work, { ...form(), title, dueOn: addDays(work.today, dueIn), staffId: work.staff.id }));
  must(await logTime(work, { ...form(), onDay: work.today, minutes: told.minutes, activity: 'research' }));
  must(await askIdentity(work, { ...form(), reason: 'filing', text: told.asksName }));
}

/** A person of the desk with open keys, as after the passphrase. */
async function workOf(world: World, key: string): Promise<DeskWork> {
  const organisationId = world.organisations.get(DESK_ORGANISATION) as string;
  const keys = world.deskStaff?.get(key);
  if (!keys) throw new Error(`Nobody of the desk: ${key}`);
  const { keyId, secret, staffId } = keys;
  const person = world.people.get(key) as { id: string };
  const scope = { kind: 'legal_staff' as const, organisationId, userId: person.id, staffId };
  const [row] = await withLegalScope(scope, (tx) => tx.select().from(staff).where(eq(staff.id, staffId)));
  if (!row) throw new Error(`Nobody of the desk: ${key}`);
  return {
    actor: {
      kind: 'user',
      userId: person.id,
      name: row.shownName,
      locale: 'az',
      isOperator: false,
      hasSecondFactor: true,
      sessionId: '',
      memberships: [],
    },
    scope,
    staff: row,
    role: row.role,
    isBar: row.isBar,
    holder: { kind: 'staff', id: staffId, keyId, box: secret.box },
    sign: secret.sign,
    now: world.now,
    today: dayOf(world.now),
  };
}

function must<T>(result: Result<T>): void {
  if (!result.ok) throw new Error(`The demo's work was refused: ${result.refusal.code}`);
}
