import { sql } from 'drizzle-orm';
import { appDb } from '#db/client.server.ts';
import { consents, issueFlags } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { hashedId } from '#app/platform/crypto.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { withinLimit } from '#app/platform/rate-limit.server.ts';
import { violatedConstraint } from '../constraints.server.ts';
import { sealFlagContact } from '../contact.server.ts';
import type { FlagKind } from '../rules/kinds.ts';

export type NewFlag = {
  ref: number;
  clientId: string;
  /** The page's language, for the consent's record. */
  locale: Locale;
  kind: FlagKind;
  text: string;
  /** For a body's reply: its name, who signs, and a contact for the moderator. */
  reply?: { bodyName: string; signatory: string; contact: string; consentVersion: string };
};
export type FlagRefusal = 'common.error.too-many' | 'not-found';

/** A stranger's remark about a page, or a named body's reply to it. Both wait for a moderator; nothing changes on the page. Twice is once. */
export async function flagIssue(
  { clientKey, now }: { clientKey: string; now: Date },
  { ref, clientId, locale, kind, text, reply }: NewFlag,
): Promise<Result<undefined, FlagRefusal>> {
  if (!(await withinLimit('flag', clientKey))) return refuse('common.error.too-many');
  const [found] = await appDb.execute<{ issue_id: string; organisation_id: string }>(
    sql`select issue_id, organisation_id from app.find_public_issue(${ref})`,
  );
  if (!found) return refuse('not-found');
  const scope = { kind: 'citizen', organisationId: found.organisation_id } as const;
  const id = newId();
  try {
    await withScope(scope, async (tx) => {
      await tx.insert(issueFlags).values({
        id,
        issueId: found.issue_id,
        organisationId: scope.organisationId,
        clientId: hashedId(clientId),
        kind,
        text,
        bodyName: reply?.bodyName ?? null,
        signatory: reply?.signatory ?? null,
        contactCipher: reply ? sealFlagContact(id, reply.contact) : null,
        createdAt: now,
      });
      if (reply) {
        await tx.insert(consents).values({
          id: newId(),
          organisationId: scope.organisationId,
          subjectType: 'issue_flag',
          subjectId: id,
          purpose: 'body-reply',
          version: reply.consentVersion,
          locale,
        });
      }
      await audit(tx, scope, { action: 'issue.flagged', subjectType: 'issue', subjectId: found.issue_id });
    });
  } catch (error) {
    if (violatedConstraint(error) !== 'issue_flags_client_id') throw error;
  }
  return ok();
}
