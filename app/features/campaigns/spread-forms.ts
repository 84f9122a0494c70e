import { z } from 'zod';
import { choice, clientId, consent, optionalText, text } from '#app/kernel/fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { normaliseEmail } from '#app/kernel/email.ts';
import { normalisePhone } from '#app/kernel/phone.ts';
import { REVIEW_REASONS } from './rules/lifecycle.ts';

/** Forms of suggestions, coalitions, spreading and safety. Messages are keys. */
export const SPREAD_LIMITS = {
  flag: 2000,
  reply: 6000,
  name: 200,
  contact: 200,
  partner: 4000,
  label: 120,
  reason: 600,
} as const;

const id = z.string({ error: 'common.error.form-changed' }).refine(isId, 'common.error.form-changed');

export const suggestionForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('search'), clientId }),
    z.object({ intent: z.literal('dismiss'), clientId, suggestion: id }),
    z.object({ intent: z.literal('restore'), clientId, suggestion: id }),
  ],
  { error: 'common.error.form-changed' },
);

/** The lead's side of a coalition. */
export const partnersForm = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('invite'),
      clientId,
      organisation: z.string({ error: 'common.error.choose' }).refine(isId, 'common.error.choose'),
    }),
    z.object({ intent: z.literal('take-back'), clientId, organisation: id }),
  ],
  { error: 'common.error.form-changed' },
);

/** The partner's side. */
export const partnershipForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('accept'), clientId }),
    z.object({ intent: z.literal('decline'), clientId }),
    z.object({ intent: z.literal('write'), clientId, text: optionalText(SPREAD_LIMITS.partner) }),
    z.object({ intent: z.literal('leave'), clientId, sure: z.literal('on', { error: 'spread.error.sure' }) }),
    z.object({
      intent: z.literal('open-link'),
      clientId,
      kind: choice(['point', 'share']),
      label: optionalText(SPREAD_LIMITS.label),
    }),
    z.object({ intent: z.literal('close-link'), clientId, link: id }),
  ],
  { error: 'common.error.form-changed' },
);

/** One's own credited links of a campaign. */
export const spreadForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('open-link'), clientId, label: optionalText(SPREAD_LIMITS.label) }),
    z.object({ intent: z.literal('close-link'), clientId, link: id }),
  ],
  { error: 'common.error.form-changed' },
);

/** What a stranger may point out about a campaign's page. */
export const CAMPAIGN_PAGE_FLAGS = ['personal_data', 'insult', 'untrue', 'danger', 'other'] as const;
export const campaignFlagForm = z.object({
  clientId,
  kind: choice(CAMPAIGN_PAGE_FLAGS),
  text: optionalText(SPREAD_LIMITS.flag),
});

/** Which text somebody who signs a body's reply agreed to. */
export const CAMPAIGN_REPLY_CONSENT = 'campaign-reply/2026-11';
export const campaignReplyForm = z.object({
  clientId,
  bodyName: text(3, SPREAD_LIMITS.name),
  signatory: text(3, SPREAD_LIMITS.name),
  text: text(20, SPREAD_LIMITS.reply),
  contact: text(5, SPREAD_LIMITS.contact),
  consent,
});

const reason = z.enum(REVIEW_REASONS, { error: 'common.error.choose' });
/** A moderator's decision on a flag, or on the page itself. */
export const campaignFlagDecision = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('accept'), clientId, flag: id, note: optionalText(SPREAD_LIMITS.reason) }),
    z.object({ intent: z.literal('dismiss'), clientId, flag: id, note: optionalText(SPREAD_LIMITS.reason) }),
    z.object({ intent: z.literal('contact'), clientId, flag: id }),
    z.object({
      intent: z.literal('hide'),
      clientId,
      campaign: id,
      flag: id.optional(),
      reason,
      note: optionalText(SPREAD_LIMITS.reason),
    }),
    z.object({ intent: z.literal('show'), clientId, campaign: id, note: optionalText(SPREAD_LIMITS.reason) }),
  ],
  { error: 'common.error.form-changed' },
);

/** A person's contact as they say it on the telephone or write it; normalised as signing does it. */
export const erasureForm = z.object({
  clientId,
  contact: z.string({ error: 'common.error.required' }).transform((typed, ctx) => {
    const normal = typed.includes('@') ? normaliseEmail(typed) : normalisePhone(typed);
    if (normal === null) ctx.addIssue({ code: 'custom', message: 'support.error.contact' });
    return normal ?? '';
  }),
  sure: z.literal('on', { error: 'spread.error.sure' }),
});

export const pastImportForm = z.object({ clientId, intent: choice(['check', 'confirm']) });
