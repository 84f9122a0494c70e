import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { eq } from 'drizzle-orm';
import { staff } from '#db/schema/legal-aid.ts';
import { standAtCase } from '#app/features/legal-aid/case-door.server.ts';
import { readRecords } from '#app/features/legal-aid/case-records.server.ts';
import type { DeskWork } from '#app/features/legal-aid/desk-staff.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { listQueue } from '#app/features/legal-aid/queue.server.ts';
import { parseQueueFilters } from '#app/features/legal-aid/rules/queue-filters.ts';
import { readUnlock } from '#app/features/legal-aid/unlock.server.ts';
import { unpackSecret } from '#app/features/legal-aid/vault/keys.ts';
import { listCapacity } from '#app/features/legal-aid/workload.server.ts';
import { dayOf } from '#app/kernel/dates.ts';

const known = new Map<string, DeskWork>();

/** Who is at work, found once a cookie: the door itself (session, vouching) is not the bare server's. */
async function workOf(cookie: string): Promise<DeskWork> {
  const found = known.get(cookie);
  if (found) return found;
  const now = new Date();
  const request = new Request('http://bare/', { headers: { cookie } });
  // The unlocking belongs to a sign-in; here only its keys are wanted.
  const sessionId = /session=([^;]+)/.exec(cookie)?.[1] ?? '';
  const unlocked = await readUnlock(request, 'staff', now, createHash('sha256').update(sessionId).digest('hex'));
  if (!unlocked) throw new Error('not unlocked');
  const { holderId, keyId, organisationId } = unlocked;
  const scope = { kind: 'legal_staff' as const, organisationId, userId: holderId, staffId: holderId };
  const [row] = await withLegalScope(scope, (tx) => tx.select().from(staff).where(eq(staff.id, holderId)));
  if (!row) throw new Error('nobody');
  const secret = unpackSecret(unlocked.secret);
  const work = {
    scope: { ...scope, userId: row.userId },
    staff: row,
    role: row.role,
    isBar: row.isBar,
    holder: { kind: 'staff', id: holderId, keyId, box: secret.box },
    sign: secret.sign,
    now,
    today: dayOf(now),
  } as unknown as DeskWork;
  known.set(cookie, work);
  return work;
}

/** The desk's paths on the bare side; undefined for any other address. */
export async function answerDesk(req: IncomingMessage, path: string): Promise<unknown> {
  const [, slug, caseId] = /^\/legal\/([a-z0-9-]+)(?:\/cases\/([0-9a-f-]{36}))?$/.exec(path) ?? [];
  if (!slug) return undefined;
  const work = await workOf(req.headers.cookie ?? '');
  if (!caseId) return Promise.all([listQueue(work, parseQueueFilters(new URLSearchParams()), 1), listCapacity(work)]);
  return withLegalScope(work.scope, async (tx) => {
    const at = await standAtCase(tx, work, caseId);
    return at && readRecords(tx, at.keys, caseId);
  });
}
