/** What the story's keys became in this database. */
export type World = {
  now: Date;
  people: Map<string, { id: string; role: string }>;
  organisations: Map<string, string>;
  /** Reports by the story's keys. */
  issues: Map<string, string>;
  /** The desk's conflict key, until its people are granted it. */
  deskKey?: Uint8Array;
  bodies: (kind: string, region: string) => string | null;
};
