import { and, eq, gt, inArray, isNull } from 'drizzle-orm';
import { campaignLinks, signatureCodes, signatures } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { hmac, hmacDigits } from '#app/platform/crypto.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import type { LinkKind } from '../rules/support.ts';
import { findCollecting } from '../support-campaign.server.ts';
import { SEEN_HOURS } from '../support-links.server.ts';
import { codeHash } from './sign-campaign.server.ts';

export type CollectRefusal = 'common.error.not-allowed' | 'campaigns.error.unknown';

/** No letters that look like digits: the address is typed from paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A secret of twelve letters made from the form's own random id, so that sending it twice gives the same link. */
function linkCode(clientId: string): string {
  let rest = BigInt(`0x${hmac('campaign-link', clientId)}`);
  let code = '';
  for (let at = 0; at < 12; at += 1) {
    code += LETTERS[Number(rest % BigInt(LETTERS.length))];
    rest /= BigInt(LETTERS.length);
  }
  return code;
}

/** Opens a collection point or a credited link of one's own. */
export function openLink(
  work: StaffWork,
  campaignId: string,
  input: { clientId: string; kind: LinkKind; label: string },
): Promise<Result<{ id: string }, CollectRefusal>> {
  return workOnce(
    work,
    { command: 'campaign.link', clientId: input.clientId, content: [campaignId, input.kind] },
    async (tx) => {
      if (!mayHere(work, 'campaign.collect')) return refuse('common.error.not-allowed');
      if (!(await findCollecting(tx, work.scope, campaignId))) return refuse('campaigns.error.unknown');
      const id = newId();
      await tx.insert(campaignLinks).values({
        id,
        campaignId,
        organisationId: work.scope.organisationId,
        kind: input.kind,
        code: linkCode(`${work.scope.userId}/${input.clientId}`),
        ownerId: work.scope.userId,
        label: input.label,
        createdAt: work.now,
      });
      await audit(tx, work.scope, {
        action: `campaign.${input.kind}-opened`,
        subjectType: 'campaign',
        subjectId: campaignId,
      });
      return ok({ id });
    },
  );
}

/** Closes one's own link for good: whoever has the address gets no further. */
export function closeLink(
  work: StaffWork,
  campaignId: string,
  input: { clientId: string; link: string },
): Promise<Result<undefined, CollectRefusal>> {
  return workOnce(
    work,
    { command: 'campaign.link-close', clientId: input.clientId, content: input.link },
    async (tx) => {
      if (!mayHere(work, 'campaign.collect')) return refuse('common.error.not-allowed');
      const closed = await tx
        .update(campaignLinks)
        .set({ closedAt: work.now })
        .where(
          and(
            eq(campaignLinks.id, input.link),
            eq(campaignLinks.campaignId, campaignId),
            eq(campaignLinks.ownerId, work.scope.userId),
            isNull(campaignLinks.closedAt),
          ),
        );
      if (closed.count === 0) return refuse('campaigns.error.unknown');
      await audit(tx, work.scope, { action: 'campaign.link-closed', subjectType: 'campaign', subjectId: campaignId });
      return ok();
    },
  );
}

/** The volunteer saw these people sign: only at the volunteer's own points, and only within the day. Answers how many. */
export function markSeen(
  work: StaffWork,
  campaignId: string,
  input: { clientId: string; signature: string[] },
): Promise<Result<{ count: number }, CollectRefusal>> {
  return workOnce(
    work,
    { command: 'campaign.seen', clientId: input.clientId, content: input.signature },
    async (tx) => {
      if (!mayHere(work, 'campaign.collect')) return refuse('common.error.not-allowed');
      if (input.signature.length === 0) return ok({ count: 0 });
      const own = tx
        .select({ id: campaignLinks.id })
        .from(campaignLinks)
        .where(
          and(
            eq(campaignLinks.campaignId, campaignId),
            eq(campaignLinks.ownerId, work.scope.userId),
            eq(campaignLinks.kind, 'point'),
          ),
        );
      const seen = await tx
        .update(signatures)
        .set({ assurance: 'in_person' })
        .where(
          and(
            inArray(signatures.id, input.signature),
            eq(signatures.campaignId, campaignId),
            eq(signatures.channel, 'point'),
            eq(signatures.assurance, 'self'),
            eq(signatures.state, 'confirmed'),
            inArray(signatures.linkId, own),
            gt(signatures.confirmedAt, new Date(work.now.getTime() - SEEN_HOURS * 3_600_000)),
          ),
        );
      if (seen.count > 0)
        await audit(tx, work.scope, {
          action: 'campaign.seen-in-person',
          subjectType: 'campaign',
          subjectId: campaignId,
        });
      return ok({ count: seen.count });
    },
  );
}

/**
 * One-time codes to hand over in person. They follow from the form's id, so that sending it twice prints the same slips;
 * the table keeps hashes alone, and nobody can print them again later.
 */
export async function issueCodes(
  work: StaffWork,
  campaignId: string,
  input: { clientId: string; count: number },
): Promise<Result<{ codes: string[] }, CollectRefusal>> {
  const codes = Array.from({ length: input.count }, (_, at) =>
    hmacDigits('signing-code-slip', `${work.scope.userId}/${campaignId}/${input.clientId}/${at}`, 10),
  );
  const done = await workOnce<undefined, CollectRefusal>(
    work,
    { command: 'campaign.codes', clientId: input.clientId, content: [campaignId, input.count] },
    async (tx) => {
      if (!mayHere(work, 'campaign.collect')) return refuse('common.error.not-allowed');
      if (!(await findCollecting(tx, work.scope, campaignId))) return refuse('campaigns.error.unknown');
      await tx
        .insert(signatureCodes)
        .values(
          codes.map((code) => ({
            id: newId(),
            campaignId,
            organisationId: work.scope.organisationId,
            codeHash: codeHash(campaignId, code),
            issuedBy: work.scope.userId,
            createdAt: work.now,
          })),
        )
        .onConflictDoNothing();
      await audit(tx, work.scope, { action: 'campaign.codes-issued', subjectType: 'campaign', subjectId: campaignId });
      return ok();
    },
  );
  return done.ok ? ok({ codes }) : done;
}
