/** Journalists, outlets and partner organisations, and what was said about the organisation. */
export const OUTLET_KINDS = ['tv', 'radio', 'newspaper', 'site', 'agency', 'social', 'other'] as const;
export type OutletKind = (typeof OUTLET_KINDS)[number];

export const TONES = ['positive', 'neutral', 'critical'] as const;
export type Tone = (typeof TONES)[number];

export const PARTNER_KINDS = ['ngo', 'community', 'business', 'school', 'international', 'state', 'other'] as const;
export type PartnerKind = (typeof PARTNER_KINDS)[number];

export const MEDIA_LIMITS = { name: 120, title: 200, url: 500, note: 1000, followUp: 200 } as const;
