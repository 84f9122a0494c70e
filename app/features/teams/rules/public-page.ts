/** Limits of a candidate's own page. */
export const PAGE_LIMITS = {
  slug: 60,
  name: 120,
  municipality: 120,
  about: 2_000,
  aims: 2_000,
  writeTo: 160,
  orderer: 160,
} as const;
