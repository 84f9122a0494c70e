import type { LoaderFunctionArgs } from '@remix-run/node';
import { mayHaveAgent, sayRefusal } from '#app/features/elections/rules/campaign-gate.ts';
import { AGENTS } from '#app/features/elections/rules/municipality.ts';
import type { TeamRole } from '#app/kernel/actor.ts';
import type { Action } from '#app/policy.ts';
import { openRequest, requireMember, type AtWork, type RequestContext } from '#app/platform/request.server.ts';

/** What every room of a candidate's team begins with: who is at work there, and in which of its roles. */
export async function atTeam(
  args: LoaderFunctionArgs,
  action: Action,
): Promise<AtWork & { ctx: RequestContext; by: readonly TeamRole[]; now: Date }> {
  const ctx = await openRequest(args);
  const work = requireMember(ctx, args.params.org, action);
  return { ...work, ctx, by: work.membership.teamRoles ?? [], now: ctx.now };
}

/** A notice's key from the address, if it is one of the page's own. */
export function doneOf<const Key extends string>(ctx: RequestContext, known: readonly Key[]): Key | null {
  const done = ctx.url.searchParams.get('done');
  return known.find((key) => key === done) ?? null;
}

/** Why a further agent was refused, with the day on which it was so; null for any other refusal. */
export function refusedAgent({ locale, now, t }: RequestContext, code: string): string | null {
  const answer = mayHaveAgent(AGENTS.most, now);
  return code === 'teams.error.agents' && !answer.ok ? sayRefusal(t, locale, answer) : null;
}
