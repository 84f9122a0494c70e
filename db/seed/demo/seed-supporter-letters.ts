import type postgres from 'postgres';
import { sealLetter, senderIndex, textIndex } from '#app/features/campaigns/letter-text.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { DEMO_LETTERS, type DemoInvitation } from './story/supporter-letters.ts';
import type { World } from './world.ts';

const HOUR = 3_600_000;

/** Invitations to write to a decision-maker, with the letters that went, one that was kept as a copy, and what people say they sent themselves. */
export async function seedSupporterLetters(sql: postgres.TransactionSql, world: World): Promise<void> {
  for (const invitation of DEMO_LETTERS) await seedInvitation(sql, world, invitation);
}

async function seedInvitation(sql: postgres.TransactionSql, world: World, invitation: DemoInvitation): Promise<void> {
  const [campaign] = await sql<
    {
      id: string;
      organisation_id: string;
      region: string;
      body_id: string | null;
      post_id: string | null;
      created_by: string;
    }[]
  >`
    select c.id, c.organisation_id, c.region, d.body_id, d.post_id, c.created_by from campaigns c
    join campaign_demands d on d.campaign_id = c.id where c.title = ${invitation.campaign} and d.body_id is not null order by d.position limit 1`;
  if (!campaign?.body_id) return;
  const its = { campaign_id: campaign.id, organisation_id: campaign.organisation_id };
  const target = { bodyId: campaign.body_id, postId: campaign.post_id };
  const actionId = newId();
  await sql`insert into letter_actions ${sql({
    ...its,
    id: actionId,
    body_id: target.bodyId,
    post_id: target.postId,
    state: 'open',
    subject: invitation.subject,
    hints: invitation.hints.join('\n'),
    hourly_max: 20,
    created_by: campaign.created_by,
    created_at: new Date(world.now.getTime() - 30 * 24 * HOUR),
  })}`;
  for (const [at, letter] of invitation.letters.entries()) {
    const email = `yazan${at + 1}@example.az`;
    const written = new Date(world.now.getTime() - (40 + at * 31) * HOUR);
    await sql`insert into supporter_letters ${sql({
      ...its,
      id: newId(),
      action_id: actionId,
      client_id: newId(),
      way: 'server',
      state: letter.isCopy ? 'held_duplicate' : 'sent',
      letter_cipher: sealLetter({
        name: letter.name,
        email,
        region: campaign.region,
        text: letter.text,
        showsEmail: false,
      }),
      sender_index: senderIndex(target, email),
      text_index: textIndex(target, letter.text),
      locale: 'az',
      created_at: written,
      sent_at: letter.isCopy ? null : new Date(written.getTime() + HOUR),
    })}`;
  }
  for (const [at, way] of invitation.bySelf.entries()) {
    const on = new Date(world.now.getTime() - (20 + at * 17) * HOUR);
    await sql`insert into supporter_letters ${sql({ ...its, id: newId(), action_id: actionId, client_id: newId(), way, state: 'self_sent', locale: 'az', created_at: on, sent_at: on })}`;
  }
}
