import { createHash } from 'node:crypto';
import { eq, lt } from 'drizzle-orm';
import { unlocks } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { randomToken } from '#app/platform/crypto.server.ts';
import { cookie, hostCookie, readCookie } from '#app/platform/session.server.ts';
import { withLegalScope, type LegalScope } from './legal-scope.server.ts';
import { fromBase64 } from './vault/bytes.ts';
import { kekFromBytes, unwrapSecret, wrapSecret } from './vault/wraps.ts';

/** Without a request for this long the keys are gone and the passphrase (or receipt) is asked for again. */
export const UNLOCK_IDLE_MS = 15 * 60_000;
/** And after this long in any case. */
export const UNLOCK_MOST_MS = 12 * 3_600_000;
/** Noting each request would make every read a write. */
const SEEN_EVERY_MS = 30_000;

export type UnlockKind = 'staff' | 'receipt';
/** Keys that were opened: whose they are and the secret bytes (packed staff secret, or an applicant's X25519 secret). */
export type Unlocked = {
  organisationId: string;
  holderId: string;
  keyId: string;
  sessionId: string | null;
  secret: Uint8Array;
};

const cookieName = (kind: UnlockKind): string => hostCookie(kind === 'staff' ? 'vault' : 'case');
const idOf = (token: string): string => createHash('sha256').update(`unlock:${token}`).digest('hex');
const contextOf = (kind: UnlockKind, holderId: string, keyId: string): string => `unlock/${kind}/${holderId}/${keyId}`;

/** Keeps the secret for the coming requests, wrapped under a token that only the cookie has. Returns `Set-Cookie`. */
export async function startUnlock(
  kind: UnlockKind,
  { organisationId, holderId, keyId, sessionId, secret }: Unlocked,
  now: Date,
): Promise<string> {
  const token = randomToken();
  const id = idOf(token);
  const sealed = wrapSecret(kekFromBytes(fromBase64(token), 'unlock'), secret, contextOf(kind, holderId, keyId));
  await withLegalScope(
    { kind: 'legal_door' },
    (tx) =>
      tx
        .insert(unlocks)
        .values({ id, organisationId, kind, holderId, keyId, sessionId, ...sealed, madeAt: now, seenAt: now }),
    { unlock: id },
  );
  return cookie(cookieName(kind), token, UNLOCK_MOST_MS / 1000);
}

/** The keys this request's cookie opens, or null: none, idle too long, too old, or of another sign-in. */
export async function readUnlock(
  request: Request,
  kind: UnlockKind,
  now: Date,
  sessionId: string | null = null,
): Promise<Unlocked | null> {
  const token = readCookie(request, cookieName(kind));
  if (!token || !/^[\w-]{43}$/.test(token)) return null;
  const id = idOf(token);
  return withLegalScope(
    { kind: 'legal_door' },
    async (tx) => {
      const [row] = await tx.select().from(unlocks).where(eq(unlocks.id, id));
      if (!row || row.kind !== kind || row.sessionId !== sessionId) return null;
      const isOver =
        now.getTime() - row.seenAt.getTime() > UNLOCK_IDLE_MS || now.getTime() - row.madeAt.getTime() > UNLOCK_MOST_MS;
      if (isOver) {
        await tx.delete(unlocks).where(eq(unlocks.id, id));
        return null;
      }
      if (now.getTime() - row.seenAt.getTime() > SEEN_EVERY_MS)
        await tx.update(unlocks).set({ seenAt: now }).where(eq(unlocks.id, id));
      const { holderId, keyId, nonce, ciphertext, organisationId } = row;
      const secret = unwrapSecret(
        kekFromBytes(fromBase64(token), 'unlock'),
        { nonce, ciphertext },
        contextOf(kind, holderId, keyId),
      );
      return { organisationId, holderId, keyId, sessionId: row.sessionId, secret };
    },
    { unlock: id },
  );
}

/** Locks again: the row goes, and the cookie with it. Returns `Set-Cookie`. */
export async function endUnlock(request: Request, kind: UnlockKind): Promise<string> {
  const token = readCookie(request, cookieName(kind));
  if (token) {
    const id = idOf(token);
    await withLegalScope({ kind: 'legal_door' }, (tx) => tx.delete(unlocks).where(eq(unlocks.id, id)), { unlock: id });
  }
  return dropCookie(kind);
}

/** Takes the cookie from the browser; the row goes by {@link endUnlock}, or a quarter of an hour later. */
export const dropCookie = (kind: UnlockKind): string => cookie(cookieName(kind), '', 0);

/** Ends whatever somebody has open, on every device: a member of staff, or the holder of a receipt. */
export async function endUnlocksOf(tx: LegalTx, holderId: string): Promise<void> {
  await tx.delete(unlocks).where(eq(unlocks.holderId, holderId));
}

/** What nobody used for a quarter of an hour; the worker asks each minute, desk by desk. */
export async function sweepUnlocks(scope: Extract<LegalScope, { kind: 'legal_system' }>, now: Date): Promise<void> {
  await withLegalScope(scope, (tx) =>
    tx.delete(unlocks).where(lt(unlocks.seenAt, new Date(now.getTime() - UNLOCK_IDLE_MS))),
  );
}
