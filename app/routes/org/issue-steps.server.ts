import { askReporter } from '#app/features/issues/commands/ask-reporter.server.ts';
import { assignIssue } from '#app/features/issues/commands/assign-issue.server.ts';
import { editWording } from '#app/features/issues/commands/edit-wording.server.ts';
import { hidePhoto } from '#app/features/issues/commands/hide-photo.server.ts';
import { holdIssue } from '#app/features/issues/commands/hold-issue.server.ts';
import { moveIssue } from '#app/features/issues/commands/move-issue.server.ts';
import { publishIssue } from '#app/features/issues/commands/publish-issue.server.ts';
import { readAnswer } from '#app/features/issues/commands/read-answer.server.ts';
import { rejectIssue } from '#app/features/issues/commands/reject-issue.server.ts';
import { showContact } from '#app/features/issues/commands/show-contact.server.ts';
import type { IssueDone, StaffIssueForm } from '#app/features/issues/staff-forms.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { ok, type Result } from '#app/kernel/result.ts';

type Step = Result<{ done: IssueDone } | { contact: string }>;

/** Each intent of a report's page is one command; a done one names the notice to show. */
export async function takeStep(work: StaffWork, issueId: string, form: StaffIssueForm): Promise<Step> {
  switch (form.intent) {
    case 'publish':
      return told(publishIssue(work, { ...decision(issueId, form), note: form.note }), 'published');
    case 'hold':
      return told(holdIssue(work, { ...decision(issueId, form), note: form.note, reason: form.reason }), 'held');
    case 'reject':
      return told(rejectIssue(work, { ...decision(issueId, form), note: form.note, reason: form.reason }), 'rejected');
    case 'save':
      return told(editWording(work, decision(issueId, form)), 'saved');
    case 'move': {
      const { clientId, seen, to, bodyId, moveNote: note, moveReason: reason } = form;
      return told(renamed(await moveIssue(work, { issueId, clientId, seen, to, bodyId, note, reason })), 'moved');
    }
    case 'ask':
      return told(askReporter(work, { issueId, clientId: form.clientId, body: form.message }), 'asked');
    case 'read':
      return told(readAnswer(work, { issueId, clientId: form.clientId }), 'read');
    case 'assign':
      return told(assignIssue(work, { issueId, clientId: form.clientId, assigneeId: form.assigneeId }), 'assigned');
    case 'contact':
      return showContact(work, { issueId });
    default:
      return told(
        hidePhoto(work, {
          issueId,
          clientId: form.clientId,
          photoId: form.photoId,
          isHidden: form.intent === 'hide-photo',
        }),
        'photo',
      );
  }
}

function decision(
  issueId: string,
  {
    clientId,
    seen,
    title,
    details,
    place,
    category,
    region,
  }: Extract<StaffIssueForm, { intent: 'save' | 'publish' | 'hold' | 'reject' }>,
) {
  return { issueId, clientId, seen, wording: { title, details, place, category, region } };
}

async function told(result: Result<unknown> | Promise<Result<unknown>>, done: IssueDone): Promise<Step> {
  const settled = await result;
  return settled.ok ? ok({ done }) : settled;
}

/** On this page the organiser's words have names of their own, beside the moderator's. */
function renamed(result: Result<unknown>): Result<unknown> {
  if (result.ok) return result;
  const { code, field } = result.refusal;
  const names: Record<string, string> = { reason: 'moveReason', note: 'moveNote' };
  return { ok: false, refusal: { code, ...(field ? { field: names[field] ?? field } : {}) } };
}
