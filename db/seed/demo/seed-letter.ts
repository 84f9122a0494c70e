import type postgres from 'postgres';
import type { DeliveryChannel } from '#app/features/authorities/rules/letter.ts';
import { newId } from '#app/kernel/ids.ts';
import type { DemoIssue } from './story/types.ts';
import type { World } from './world.ts';

/** The letter behind a "forwarded" of the story, as sent. */
export async function seedLetter(
  sql: postgres.TransactionSql,
  world: World,
  letter: { issue: DemoIssue; issueId: string; organisationId: string; sentAt: Date; via: DeliveryChannel; registerNumber?: string; body: string; by: string },
): Promise<void> {
  const bodyId = world.bodies(letter.body, letter.issue.region);
  if (!bodyId) return;
  const text = letter.issue.text.az;
  await sql`insert into letters ${sql({
    id: newId(),
    organisation_id: letter.organisationId,
    issue_id: letter.issueId,
    body_id: bodyId,
    state: 'sent',
    subject: text.title,
    body: `${letter.issue.place}: ${text.details}\n\nXahiş edirik, məsələ yerində araşdırılsın, görüləcək tədbirlər və müddəti barədə təşkilatımıza yazılı məlumat verilsin.`,
    created_by: world.people.get(letter.by)?.id as string,
    created_at: letter.sentAt,
    sent_at: letter.sentAt,
    sent_via: letter.via,
    register_number: letter.registerNumber ?? null,
    client_id: newId(),
  })}`;
}
