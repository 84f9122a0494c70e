import { appSql, publicSql } from '#db/client.server.ts';
import type { ReplyKind } from './rules/delivery.ts';
import type { CampaignState } from './rules/lifecycle.ts';
import { isSigningOpen, CONFIRM_DAYS, type SignatureState } from './rules/support.ts';
import { openPerson } from './signer.server.ts';

export type SignerReply = { id: string; receivedOn: string; kind: ReplyKind; text: string };
export type SignerView = {
  title: string;
  slug: string;
  state: SignatureState;
  /** Null once the person has been taken out of the row. */
  name: string | null;
  isPublic: boolean;
  canConfirm: boolean;
  isExpired: boolean;
  mayShowName: boolean;
  showsName: boolean;
  wantsNews: boolean;
  canBeTold: boolean;
  replies: SignerReply[];
};

/** What the holder of a valid token sees; null when the row is gone. Looking changes nothing. */
export async function findSignerView(id: string, now: Date): Promise<SignerView | null> {
  const [row] = await appSql<
    {
      campaign_id: string;
      slug: string;
      title: string;
      state: SignatureState;
      campaign_state: CampaignState;
      person_cipher: string | null;
      shows_name: boolean;
      wants_news: boolean;
      // The query builder on this pool leaves moments as text.
      created_at: string;
      closes_at: string | null;
      is_public: boolean;
      has_public_names: boolean;
      is_signing_paused: boolean;
    }[]
  >`select * from app.find_signature(${id})`;
  if (!row) return null;
  const person = row.person_cipher === null ? null : openPerson(row.person_cipher);
  const replies =
    row.is_public && row.state === 'confirmed'
      ? await publicSql<SignerReply[]>`
          select id, received_on::text as "receivedOn", kind, text from published.campaign_replies
          where campaign_id = ${row.campaign_id} order by received_on desc, id`
      : [];
  const isExpired = now.getTime() - new Date(row.created_at).getTime() >= CONFIRM_DAYS * 86_400_000;
  const isOpen =
    row.is_public &&
    isSigningOpen(
      {
        state: row.campaign_state,
        closesAt: row.closes_at === null ? null : new Date(row.closes_at),
        isSigningPaused: row.is_signing_paused,
      },
      now,
    );
  return {
    title: row.title,
    slug: row.slug,
    state: row.state,
    name: person?.name ?? null,
    isPublic: row.is_public,
    canConfirm: row.state === 'pending' && isOpen && !isExpired,
    isExpired,
    mayShowName: row.has_public_names,
    showsName: row.shows_name,
    wantsNews: row.wants_news,
    canBeTold: person?.contact?.includes('@') ?? false,
    replies: [...replies],
  };
}
