import { inArray, sql } from 'drizzle-orm';
import { people } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { lockPerson } from '../write-person.server.ts';

type Refused = 'common.error.not-allowed' | 'people.error.gone';

/** Takes somebody out entirely: the person, whoever was merged into them, and everything that hangs on any of them. */
export function eraseHuman(
  work: StaffWork,
  personId: string,
  { clientId }: { clientId: string },
): Promise<Result<undefined, Refused>> {
  return workOnce<undefined, Refused>(work, { command: 'people.erase', clientId, content: personId }, async (tx) => {
    if (!mayHere(work, 'people.write')) return refuse('common.error.not-allowed');
    if (!(await lockPerson(tx, work, personId))) return refuse('people.error.gone');
    const within = await tx.execute<{ id: string }>(sql`
        with recursive within as (
          select id from people where id = ${personId}
          union all select p.id from people p join within on p.merged_into = within.id
        ) select id from within`);
    await tx.delete(people).where(
      inArray(
        people.id,
        within.map(({ id }) => id),
      ),
    );
    await audit(tx, work.scope, { action: 'people.erased', subjectType: 'person', subjectId: personId });
    return ok();
  });
}
