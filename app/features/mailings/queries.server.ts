import { desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { mailingRecipients, mailings } from '#db/schema/index.ts';
import { mayCampaign } from '#app/features/elections/public.server.ts';
import { listEventChoices } from '#app/features/events/public.server.ts';
import { explainAudience } from '#app/features/people/public.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { openSmsGateway } from '#app/platform/sms-gateway.server.ts';
import { audienceOf, readMailing, readSender, type MailingRow } from './mailing-rows.server.ts';
import { MAILING_CHANNELS, type MailingChannel, type MailingPurpose, type MailingState } from './rules/kinds.ts';
import type { Figures } from './rules/figures.ts';
import type { LeftOut } from './rules/left-out.ts';
import { UNKNOWN_AFTER_MS } from './rules/pace.ts';
import { consentFor, purposesOf } from './rules/purposes.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

export type MailingLine = {
  id: string;
  subject: string;
  state: MailingState;
  purpose: MailingPurpose;
  total: number;
  at: Date;
};

/** The newest hundred. */
export function listMailings(scope: MemberScope): Promise<MailingLine[]> {
  return withScope(scope, async (tx) => {
    const rows = await tx
      .select({
        id: mailings.id,
        state: mailings.state,
        purpose: mailings.purpose,
        texts: mailings.texts,
        locale: mailings.locale,
        scheduledAt: mailings.scheduledAt,
        createdAt: mailings.createdAt,
        total: sql<number>`coalesce((mailings.totals->>'total')::int, (select count(*)::int from mailing_recipients r where r.mailing_id = mailings.id))`,
      })
      .from(mailings)
      .where(eq(mailings.organisationId, scope.organisationId))
      .orderBy(desc(mailings.createdAt))
      .limit(100);
    return rows.map(({ texts, locale, scheduledAt, createdAt, ...row }) => ({
      ...row,
      subject: texts[locale]?.subject || (texts[locale]?.text ?? '').slice(0, 60),
      at: scheduledAt ?? createdAt,
    }));
  });
}

export type Reach = LeftOut & { reached: number };
export type MailingPage = Omit<MailingRow, 'organisationId' | 'createdBy' | 'leftOut' | 'totals'> & {
  /** The saved search's name or the event's; null when it is gone. */
  audienceName: string | null;
  /** Who would get it now, or who was settled on; null when its search is gone. */
  reach: Reach | null;
  figures: Figures | null;
};

export function getMailing(scope: MemberScope, id: string, now: Date): Promise<MailingPage | undefined> {
  return withScope(scope, async (tx) => {
    const found = await readMailing(tx, scope.organisationId, id);
    if (!found) return undefined;
    const { organisationId: _org, createdBy: _by, leftOut, totals, ...row } = found;
    const audienceName = await nameOfAudience(tx, found);
    const figures = row.state === 'draft' ? null : (totals ?? (await readFigures(tx, id, now)));
    return { ...row, audienceName, figures, reach: await readReach(tx, found, leftOut, figures) };
  });
}

async function nameOfAudience(tx: Tx, { audience, audienceId, organisationId }: MailingRow): Promise<string | null> {
  if (audience === 'all') return null;
  const [row] = await tx.execute<{ name: string }>(
    audience === 'search'
      ? sql`select name from people_searches where id = ${audienceId} and organisation_id = ${organisationId}`
      : sql`select title as name from events where id = ${audienceId} and organisation_id = ${organisationId}`,
  );
  return row?.name ?? null;
}

async function readReach(
  tx: Tx,
  row: MailingRow,
  leftOut: LeftOut | null,
  figures: Figures | null,
): Promise<Reach | null> {
  if (figures && leftOut) return { ...leftOut, reached: figures.total };
  const ask = { purpose: consentFor(row.purpose), channel: row.channel };
  const gap = await explainAudience(tx, row.organisationId, await audienceOf(tx, row), ask);
  if (!gap) return null;
  const { found, ...left } = gap;
  return { ...left, reached: found - left.noConsent - left.noContact - left.sameContact };
}

async function readFigures(tx: Tx, mailingId: string, now: Date): Promise<Figures> {
  const since = new Date(now.getTime() - UNKNOWN_AFTER_MS).toISOString();
  const count = (which: string) => sql<number>`count(*) filter (where ${mailingRecipients.state} = ${which})::int`;
  const lost = sql`${mailingRecipients.state} = 'claimed' and ${mailingRecipients.claimedAt} <= ${since}`;
  const [row] = await tx
    .select({
      total: sql<number>`count(*)::int`,
      waiting: sql<number>`count(*) filter (where ${mailingRecipients.state} in ('waiting', 'claimed') and not (${lost}))::int`,
      sent: count('sent'),
      failed: count('failed'),
      bounced: count('bounced'),
      withdrawn: count('withdrawn'),
      stopped: count('stopped'),
      unknown: sql<number>`count(*) filter (where ${lost})::int`,
      unsubscribed: sql<number>`count(${mailingRecipients.unsubscribedAt})::int`,
    })
    .from(mailingRecipients)
    .where(eq(mailingRecipients.mailingId, mailingId));
  if (!row) throw new Error('A count without a row');
  return row;
}

export type Choices = {
  purposes: readonly MailingPurpose[];
  channels: readonly MailingChannel[];
  searches: { id: string; name: string }[];
  /** Events where somebody was seen. */
  events: { id: string; name: string }[];
};

/** What the form of a message offers here. */
export function readChoices(scope: MemberScope): Promise<Choices> {
  return withScope(scope, async (tx) => {
    const { isTeam } = await readSender(tx, scope.organisationId);
    const searches = await tx.execute<{ id: string; name: string }>(
      sql`select id, name from people_searches where organisation_id = ${scope.organisationId} order by created_at`,
    );
    return {
      purposes: purposesOf(isTeam),
      channels: openSmsGateway() ? MAILING_CHANNELS : ['email'],
      searches: searches.map(({ id, name }) => ({ id, name })),
      events: (await listEventChoices(tx))
        .filter(({ attended }) => attended > 0)
        .map(({ id, title }) => ({ id, name: title })),
    };
  });
}

/** Whether votes may be asked for at that moment, and if not, why and by which date. */
export function campaignAnswer(scope: MemberScope, at: Date) {
  return withScope(scope, (tx) => mayCampaign(tx, scope.organisationId, at));
}
