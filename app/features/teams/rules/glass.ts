/** For how long an operator may look into a team; the database allows no more than an hour. */
export const OPENING_MINUTES = [15, 30, 60] as const;
