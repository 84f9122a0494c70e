import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type postgres from 'postgres';
import sharp from 'sharp';
import type { MemberRole, UserActor } from '#app/kernel/actor.ts';
import { keepPack } from '#app/features/campaigns/commands/keep-pack.server.ts';
import { recordDelivery, type NewDelivery } from '#app/features/campaigns/commands/record-delivery.server.ts';
import type { NewReply } from '#app/features/campaigns/commands/record-reply.server.ts';
import type { PackFile } from '#app/features/campaigns/rules/delivery.ts';
import { composeCover } from '#app/features/campaigns/rules/pack.ts';
import { keepSheetPhoto } from '#app/features/campaigns/sheet-photo.server.ts';
import { sealPerson } from '#app/features/campaigns/signer.server.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { openMail, type StoredMail } from '#app/platform/mail.server.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { listMemberships } from '#app/platform/session.server.ts';
import { makeCampaign, makeMember, makeOrganisation, type MadeCampaign } from '#tests/support/campaigns.ts';

export type DeliveryWorld = { work: StaffWork; campaign: MadeCampaign; body: string; demands: string[]; slug: string };

/** A person at work in an organisation, as `requireMember` hands them to a command. */
export async function workOf(
  sql: postgres.Sql,
  organisationId: string,
  role: MemberRole = 'organiser',
  now = new Date(),
): Promise<StaffWork> {
  const userId = await makeMember(sql, organisationId, [role], 'Sevda Quliyeva');
  const actor: UserActor = {
    kind: 'user',
    userId,
    name: 'Sevda Quliyeva',
    locale: 'az',
    isOperator: false,
    hasSecondFactor: false,
    sessionId: 'none',
    memberships: await listMemberships(userId),
  };
  return { actor, scope: { kind: 'member', organisationId, userId, role }, now };
}

export async function makeBody(sql: postgres.Sql, name: string, change: Record<string, unknown> = {}): Promise<string> {
  const id = randomUUID();
  const region = `T${id.slice(0, 6)}`;
  await sql`insert into bodies ${sql({ id, kind: 'rih', region, name_az: name, name_en: name, name_ru: name, email: `${id.slice(0, 8)}@orqan.invalid`, postal_address: 'Astara şəhəri, H. Əliyev küçəsi 1', ...change })}`;
  return id;
}

/** A registered organisation with a published campaign and two demands to one body. */
export async function deliveryWorld(sql: postgres.Sql, { registered = true } = {}): Promise<DeliveryWorld> {
  const organisation = await makeOrganisation(sql, 'Astara Sınaq İcması');
  await sql`update organisations set public_email = 'icma@sinaq.invalid' where id = ${organisation.id}`;
  if (registered)
    await sql`update organisations set is_registered = true, legal_name = '“Sınaq” İctimai Birliyi', legal_address = 'Astara şəhəri, Nizami 3', representative_name = 'Quliyeva Sevda Əli qızı', representative_post = 'sədr' where id = ${organisation.id}`;
  const work = await workOf(sql, organisation.id);
  const campaign = await makeCampaign(sql, { organisation: organisation.id, title: 'Pensər yolu təmir olunsun' });
  const body = await makeBody(sql, 'Astara Rayon İcra Hakimiyyəti');
  const demands = ['Yol asfaltlansın', 'Körpü möhkəmləndirilsin'].map((text, at) => ({
    id: randomUUID(),
    text,
    position: at + 1,
  }));
  for (const demand of demands)
    await sql`insert into campaign_demands ${sql({ ...demand, campaign_id: campaign.id, organisation_id: organisation.id, body_id: body })}`;
  return { work, campaign, body, demands: demands.map((demand) => demand.id), slug: organisation.slug };
}

/** A picture of a sheet: noise does not compress, so its size is that of a real photograph. */
export async function sheetPicture(width = 300): Promise<Uint8Array> {
  return sharp({
    create: {
      width,
      height: Math.round(width * 1.4),
      channels: 3,
      noise: { type: 'gaussian', mean: 180, sigma: 40 },
      background: '#fff',
    },
  })
    .jpeg({ quality: 70 })
    .toBuffer();
}

/** Checked sheets with their photograph and signed rows. */
export async function addSheets(
  sql: postgres.Sql,
  { work, campaign }: DeliveryWorld,
  { count, rows, photo }: { count: number; rows: number; photo: Uint8Array },
): Promise<void> {
  const organisation_id = work.scope.organisationId;
  for (let number = 1; number <= count; number += 1) {
    const id = randomUUID();
    await sql`insert into support_sheets ${sql({ id, campaign_id: campaign.id, organisation_id, number, state: 'checked', photo_key: await keepSheetPhoto(photo), unreadable: 1 })}`;
    await sql`insert into signatures (id, campaign_id, organisation_id, client_id, state, channel, assurance, region, person_cipher, locale, consent_version, sheet_id, sheet_row, confirmed_at)
      select gen_random_uuid(), ${campaign.id}, ${organisation_id}, gen_random_uuid(), 'confirmed', 'paper', 'paper', 'AZ-AST',
             ${sealPerson({ name: 'Kağızda İmzalayan', contact: null, village: 'Pensər', birthYear: 1970 })}, 'az', '1', ${id}, n, now() from generate_series(1, ${rows}) n`;
  }
  await sql`select app.roll_up_support()`;
}

export async function addWebSigners(
  sql: postgres.Sql,
  { work, campaign }: DeliveryWorld,
  name: string,
  count: number,
): Promise<void> {
  await sql`insert into signatures (id, campaign_id, organisation_id, client_id, state, channel, assurance, region, person_cipher, locale, consent_version, confirmed_at)
    select gen_random_uuid(), ${campaign.id}, ${work.scope.organisationId}, gen_random_uuid(), 'confirmed', 'web', case when n % 3 = 0 then 'code' else 'email' end,
           case when n % 2 = 0 then 'AZ-AST' else 'AZ-LEN' end,
           ${sealPerson({ name, contact: 'gizli@imza.invalid', village: 'Pensər', birthYear: 1980 })}, 'az', '1', now() from generate_series(1, ${count}) n`;
  await sql`select app.roll_up_support()`;
}

/** Every file of the store as bytes. */
export function storedFiles(): { path: string; bytes: Buffer }[] {
  const root = join(process.env.DATA_DIR ?? '', 'files');
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, bytes: readFileSync(path) }));
}

export const DAY_MS = 86_400_000;

/** A delivery and an answer as their forms say them. */
export const given = (world: DeliveryWorld, change: Partial<NewDelivery> = {}): NewDelivery => ({
  clientId: randomUUID(),
  pack: null,
  addressee: { bodyId: world.body, postId: null },
  addresseeName: '',
  channel: 'in_person',
  deliveredOn: dayOf(world.work.now),
  registerNumber: '',
  stampIsPublic: false,
  ...change,
});
export const answer = (delivery: string, world: DeliveryWorld, change: Partial<NewReply> = {}): NewReply => ({
  clientId: randomUUID(),
  delivery,
  receivedOn: dayOf(world.work.now),
  kind: 'partial',
  text: 'Yolun təmiri gələn ilin planına salınıb.',
  documentIsPublic: true,
  demands: [],
  ...change,
});
export async function delivered(world: DeliveryWorld, change: Partial<NewDelivery> = {}): Promise<string> {
  const result = await recordDelivery(world.work, world.campaign.id, given(world, change), undefined);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.deliveryId;
}

/** A pack as its form says it. */
export const packWish = (world: DeliveryWorld, change: Partial<Parameters<typeof keepPack>[2]> = {}) => ({
  clientId: randomUUID(),
  pack: null,
  addressee: { bodyId: world.body, postId: null },
  addresseeName: '',
  signatory: null,
  letter: composeCover(
    { title: 'Pensər yolu təmir olunsun', summary: 'Yol keçilməzdir', place: 'Pensər', region: 'AZ-AST' },
    'rih',
  ),
  ...change,
});

export async function queuedPack(world: DeliveryWorld): Promise<string> {
  const kept = await keepPack(world.work, world.campaign.id, packWish(world));
  if (!kept.ok || !kept.value.isQueued) throw new Error(`not queued: ${JSON.stringify(kept)}`);
  return kept.value.packId;
}

export async function packRow(sql: postgres.Sql, packId: string) {
  const [found] = await sql`select * from campaign_packs where id = ${packId}`;
  return found as Record<string, unknown> & { files: PackFile[] };
}

export const packTask = (world: DeliveryWorld, packId: string) => ({
  organisationId: world.work.scope.organisationId,
  packId,
});

/** Letters to an address in the outbox, oldest first. */
export async function mailsTo(sql: postgres.Sql, address: string): Promise<StoredMail[]> {
  const rows =
    await sql`select id, to_cipher as "toCipher", subject, content_cipher as "contentCipher", created_at as "createdAt" from mails order by created_at`;
  return rows.map((row) => openMail(row as never)).filter((mail) => mail.to === address);
}
