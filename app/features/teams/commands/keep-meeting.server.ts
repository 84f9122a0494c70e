import { and, eq } from 'drizzle-orm';
import { teamMeetings, teamPromises } from '#db/schema/index.ts';
import { isColleague } from '#app/features/organisations/public.server.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import type { MeetingForm } from '../campaign-forms.ts';

type Refused =
  'common.error.not-allowed' | 'common.error.choose' | 'elections.error.gone' | 'teams.meeting.error.follow-up';

/** Keeps a meeting in the log, with what was promised there going into the ledger; or says that it was followed up. */
export function keepMeeting(work: StaffWork, form: MeetingForm): Promise<Result<undefined, Refused>> {
  const { scope, now } = work;
  const { organisationId, userId } = scope;
  return workOnce<undefined, Refused>(
    work,
    { command: 'teams.keep-meeting', clientId: form.clientId, content: form },
    async (tx) => {
      if (!mayHere(work, 'team.keep-diary')) return refuse('common.error.not-allowed');
      if (form.intent === 'meeting') {
        const { kind, partner, place, day, note, followUp, owner, followUpOn } = form;
        if (owner !== null && !(await isColleague(tx, organisationId, owner)))
          return refuse('common.error.choose', 'owner');
        // A day without a deed would wait for ever.
        if (followUp === '' && followUpOn !== null) return refuse('teams.meeting.error.follow-up', 'followUp');
        const id = newId();
        await tx.insert(teamMeetings).values({
          id,
          organisationId,
          kind,
          partner,
          place,
          day,
          note,
          followUp,
          ownerId: owner,
          followUpOn,
          createdBy: userId,
        });
        if (form.promise !== '')
          await tx.insert(teamPromises).values({
            id: newId(),
            organisationId,
            meetingId: id,
            text: form.promise,
            toWhom: partner,
            madeOn: day,
            dueOn: form.promiseBy,
            ownerId: owner,
            createdBy: userId,
          });
        await audit(tx, scope, { action: 'team.meeting', subjectType: 'meeting', subjectId: id });
        return ok();
      }
      const here = and(eq(teamMeetings.id, form.id), eq(teamMeetings.organisationId, organisationId));
      const touched =
        form.intent === 'remove'
          ? await tx.delete(teamMeetings).where(here).returning({ id: teamMeetings.id })
          : await tx
              .update(teamMeetings)
              .set({ followedUpOn: dayOf(now) })
              .where(here)
              .returning({ id: teamMeetings.id });
      if (touched.length === 0) return refuse('elections.error.gone');
      const action = form.intent === 'remove' ? 'team.meeting-removed' : 'team.meeting-followed-up';
      await audit(tx, scope, { action, subjectType: 'meeting', subjectId: form.id });
      return ok();
    },
  );
}
