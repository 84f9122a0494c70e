import { publicSql } from '#db/client.server.ts';
import type { DeliveryChannel } from '#app/features/authorities/rules/letter.ts';
import { answerDueBy, readCalendar } from '#app/features/authorities/public.server.ts';
import { isPublicTerm } from '#app/features/authorities/rules/answer-terms.ts';
import { dayOf } from '#app/kernel/dates.ts';
import type { ReplyKind } from './rules/delivery.ts';
import type { PublicDelivery, PublicLetterAction } from './rules/delivery-views.ts';

/** Everything here asks the published views as a role that sees nothing else. */
type DeliveryRow = Pick<
  PublicDelivery,
  'id' | 'addressee' | 'deliveredOn' | 'registerNumber' | 'supporters' | 'handSigned' | 'packSha256'
> & {
  channel: DeliveryChannel;
  withStudy: boolean;
};
type ReplyRow = {
  id: string;
  deliveryId: string;
  receivedOn: string;
  kind: ReplyKind;
  text: string;
  documentId: string | null;
  ratings: number;
  stars: number | null;
};

/** What was delivered and what came back, newest first; an empty list before the first delivery. */
export async function listPublicDeliveries(campaignId: string, now: Date): Promise<PublicDelivery[]> {
  const rows = await publicSql<DeliveryRow[]>`
    select id, addressee, channel, delivered_on::text as "deliveredOn", register_number as "registerNumber", supporters,
           hand_signed as "handSigned", pack_sha256 as "packSha256", with_study as "withStudy"
    from published.campaign_deliveries where campaign_id = ${campaignId} order by delivered_on desc, id`;
  if (rows.length === 0) return [];
  const [replies, calendar] = await Promise.all([
    publicSql<ReplyRow[]>`
      select r.id, r.delivery_id as "deliveryId", r.received_on::text as "receivedOn", r.kind, r.text, d.id as "documentId", r.ratings, r.stars
      from published.campaign_replies r left join published.campaign_documents d on d.id = r.document_id
      where r.campaign_id = ${campaignId} order by r.received_on, r.id`,
    readCalendar(),
  ]);
  return rows.map(({ withStudy, ...row }) => {
    const own = replies.filter((reply) => reply.deliveryId === row.id).map(({ deliveryId: _of, ...reply }) => reply);
    const { due, rule, calendar: kind, missingYear } = answerDueBy(calendar, row.deliveredOn, { withStudy });
    // Law of low certainty is not said to strangers.
    const on = rule && isPublicTerm(rule) ? due : null;
    return {
      ...row,
      due: { on, isSample: kind === 'sample', missingYear, isLate: own.length === 0 && on !== null && on < dayOf(now) },
      replies: own,
    };
  });
}

type ActionRow = {
  id: string;
  subject: string;
  hints: string;
  email: string | null;
  postal_address: string | null;
  body_az: string;
  body_en: string;
  body_ru: string;
  post_az: string | null;
  post_en: string | null;
  post_ru: string | null;
};

/** The campaign's open invitation to write, if there is one. */
export async function findLetterAction(campaignId: string): Promise<PublicLetterAction | null> {
  const [row] = await publicSql<ActionRow[]>`
    select a.id, a.subject, a.hints, a.email, a.postal_address, b.name_az as body_az, b.name_en as body_en, b.name_ru as body_ru,
           p.title_az as post_az, p.title_en as post_en, p.title_ru as post_ru
    from published.letter_actions a join published.bodies b on b.id = a.body_id left join published.posts p on p.id = a.post_id
    where a.campaign_id = ${campaignId} order by a.id limit 1`;
  if (!row) return null;
  const joined = (body: string, post: string | null): string => (post ? `${body}, ${post}` : body);
  return {
    id: row.id,
    addressee: {
      az: joined(row.body_az, row.post_az),
      en: joined(row.body_en, row.post_en),
      ru: joined(row.body_ru, row.post_ru),
    },
    formal: joined(row.body_az, row.post_az),
    subject: row.subject,
    hints: row.hints
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    email: row.email,
    postalAddress: row.postal_address,
  };
}
