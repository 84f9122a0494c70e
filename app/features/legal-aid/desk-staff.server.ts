import { and, eq, ne } from 'drizzle-orm';
import { staff, userKeys } from '#db/schema/legal-aid.ts';
import type { UserActor } from '#app/kernel/actor.ts';
import { dayOf } from '#app/kernel/dates.ts';
import type { Holder, Maker } from './case-keys.server.ts';
import { listTrusted } from './holders.server.ts';
import { withLegalScope, type LegalScope } from './legal-scope.server.ts';
import type { StaffRole } from './rules/desk.ts';
import { readUnlock } from './unlock.server.ts';
import { unpackSecret } from './vault/keys.ts';

export type StaffScope = Extract<LegalScope, { kind: 'legal_staff' }>;

/** Somebody of the desk as the table knows them. */
export type Colleague = typeof staff.$inferSelect;

/**
 * Where somebody stands at a desk: not enrolled, waiting to be vouched for, locked, or at work with keys. `hasLeft`: whose
 * keys were revoked has no way back with this account.
 */
export type Standing =
  | { kind: 'none'; scope: StaffScope; hasLeft: boolean }
  | { kind: 'waiting'; scope: StaffScope; staff: Colleague; keyId: string }
  | { kind: 'locked'; scope: StaffScope; staff: Colleague; keyId: string }
  | { kind: 'open'; work: DeskWork };

/** A person of the desk at work, with the keys that the request's cookie opened: what every command of the desk starts from. */
export type DeskWork = {
  actor: UserActor;
  scope: StaffScope;
  staff: Colleague;
  /** The signed role, not the row's word. */
  role: StaffRole;
  isBar: boolean;
  holder: Holder;
  /** Ed25519 secret: vouches for others. */
  sign: Uint8Array;
  now: Date;
  /** The day in the country. */
  today: string;
};

/** A person of the desk as the maker of a key's version, who signs it. */
export function makerOf({ holder, sign }: Pick<DeskWork, 'holder' | 'sign'>): Maker {
  return { kind: 'staff', keyId: holder.keyId, sign, holder };
}

/** Where the person stands at the desk of an organisation. The caller has checked the membership's role. */
export async function standingAt(
  request: Request,
  actor: UserActor,
  organisationId: string,
  now: Date,
): Promise<Standing> {
  const before: StaffScope = { kind: 'legal_staff', organisationId, userId: actor.userId, staffId: null };
  const found = await withLegalScope(before, async (tx) => {
    const [row] = await tx
      .select({ staff, keyId: userKeys.id })
      .from(staff)
      .innerJoin(userKeys, and(eq(userKeys.staffId, staff.id), eq(userKeys.isRevoked, false)))
      .where(and(eq(staff.organisationId, organisationId), eq(staff.userId, actor.userId), ne(staff.state, 'revoked')));
    if (!row) {
      const [left] = await tx
        .select({ id: staff.id })
        .from(staff)
        .where(
          and(eq(staff.organisationId, organisationId), eq(staff.userId, actor.userId), eq(staff.state, 'revoked')),
        );
      return { staff: null, hasLeft: left !== undefined };
    }
    return { ...row, trusted: (await listTrusted(tx, organisationId)).find((key) => key.keyId === row.keyId) };
  });
  if (!found.staff) return { kind: 'none', scope: before, hasLeft: found.hasLeft };
  if (!actor.hasSecondFactor) return { kind: 'none', scope: before, hasLeft: false };
  const scope: StaffScope = { ...before, staffId: found.staff.id };
  const at = { scope, staff: found.staff, keyId: found.keyId };
  if (!found.trusted) return { kind: 'waiting', ...at };
  const unlocked = await readUnlock(request, 'staff', now, actor.sessionId);
  if (!unlocked || unlocked.holderId !== found.staff.id || unlocked.keyId !== found.keyId)
    return { kind: 'locked', ...at };
  const secret = unpackSecret(unlocked.secret);
  return {
    kind: 'open',
    work: {
      actor,
      scope,
      staff: found.staff,
      role: found.trusted.role,
      isBar: found.trusted.isBar,
      holder: { kind: 'staff', id: found.staff.id, keyId: found.keyId, box: secret.box },
      sign: secret.sign,
      now,
      today: dayOf(now),
    },
  };
}
