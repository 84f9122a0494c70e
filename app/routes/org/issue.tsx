import type { SubmissionResult } from '@conform-to/react';
import {
  data,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ISSUE_DONE, staffIssueForm } from '#app/features/issues/staff-forms.ts';
import { getStaffIssue } from '#app/features/issues/staff-issue.server.ts';
import { findNextWaiting } from '#app/features/issues/staff-today.server.ts';
import staffStyles from '#app/features/issues/ui/staff.css?url';
import { StaffIssuePage } from '#app/features/issues/ui/staff-issue.tsx';
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
import { takeStep } from './issue-steps.server.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: staffStyles }];
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.issue.title} · İcma` : 'İcma' },
];

function rights(ctx: RequestContext, organisationId: string) {
  const may = (action: Parameters<typeof can>[1]) => can(ctx.actor, action, { organisationId });
  return {
    moderate: may('issue.moderate'),
    follow: may('issue.follow'),
    ask: may('issue.ask'),
    contact: may('issue.see-contact'),
    write: may('letter.write'),
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'issue.read');
  const issue = isId(args.params.id) ? await getStaffIssue(scope, args.params.id, ctx.now) : undefined;
  if (!issue) throw notFound();
  const may = rights(ctx, membership.organisationId);
  const done = ISSUE_DONE.find((entry) => entry === ctx.url.searchParams.get('done')) ?? null;
  return {
    slug: membership.slug,
    issue,
    may,
    clientId: newId(),
    done,
    next: may.moderate ? await findNextWaiting(scope, issue.id) : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'issue.read');
  const issueId = args.params.id;
  if (!isId(issueId)) throw notFound();
  const posted = await readForm(args.request, staffIssueForm);
  const form = formOf(posted.reply().initialValue?.intent);
  if (!posted.ok) return unprocessable(posted.reply(), { form, contact: undefined });
  const step = await takeStep({ actor, scope, now: ctx.now }, issueId, posted.value);
  if (step.ok) {
    // A contact is shown in this one answer and stands in no address.
    if ('contact' in step.value)
      return data(
        { lastResult: null, form, contact: step.value.contact },
        { headers: { 'Cache-Control': 'no-store' } },
      );
    // A picture's button stands among words that are still being written: they come back with the answer.
    if (step.value.done === 'photo') return kept(posted.reply());
    return seeOther(ctx, `${paths.orgIssue(membership.slug, issueId)}#main`, { done: step.value.done });
  }
  const { code, field } = step.refusal;
  if (code === 'issues.staff.error.unknown') throw notFound();
  if (code === 'common.error.not-allowed') throw forbidden();
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]), {
    form,
    contact: undefined,
  });
}

/** The page again, with what was typed into the decision's form and nothing decided. */
function kept({ initialValue }: SubmissionResult<string[]>) {
  const lastResult: SubmissionResult<string[]> = { status: 'error', ...(initialValue ? { initialValue } : {}) };
  return data({ lastResult, form: 'decision' as const, contact: undefined, done: 'photo' as const });
}

/** Which of the page's forms an intent belongs to, so that its errors stand there. */
function formOf(intent: unknown): 'decision' | 'move' | 'message' | 'other' {
  if (intent === 'move') return 'move';
  if (intent === 'ask') return 'message';
  return ['publish', 'hold', 'reject', 'save'].includes(String(intent)) ? 'decision' : 'other';
}

export default function OrgIssue() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <StaffIssuePage {...view} answer={answer ?? null} />;
}
