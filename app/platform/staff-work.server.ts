import type { Tx } from '#db/client.server.ts';
import type { UserActor } from '#app/kernel/actor.ts';
import type { Result } from '#app/kernel/result.ts';
import { can, type Action } from '#app/policy.ts';
import { withScope, type Scope } from './db-scope.server.ts';
import { once } from './once.server.ts';

/** A member at work in an organisation: what every command of the staff starts from (platform/request requireMember). */
export type StaffWork = { actor: UserActor; scope: Extract<Scope, { kind: 'member' }>; now: Date };

export function mayHere({ actor, scope }: StaffWork, action: Action): boolean {
  return can(actor, action, { organisationId: scope.organisationId });
}

/**
 * One transaction in the member's scope that a repeated form does not repeat. `content` is what the form says: a page
 * left open, changed and sent again under its old id is a new wish and not a repetition.
 */
export function workOnce<T, Code extends string>(
  { scope }: StaffWork,
  { command, clientId, content }: { command: string; clientId: string; content?: unknown },
  work: (tx: Tx) => Promise<Result<T, Code>>,
): Promise<Result<T, Code>> {
  const owner = `${scope.organisationId}/${scope.userId}/${content === undefined ? '' : JSON.stringify(content)}`;
  return withScope(scope, (tx) => once(tx, { clientId, command, owner }, () => work(tx)));
}
