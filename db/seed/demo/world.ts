import type { StaffSecret } from '#app/features/legal-aid/vault/keys.ts';

/** What the story's keys became in this database. */
export type World = {
  now: Date;
  people: Map<string, { id: string; role: string }>;
  organisations: Map<string, string>;
  /** Reports by the story's keys. */
  issues: Map<string, string>;
  /** The desk's conflict key, until its people are granted it. */
  deskKey?: Uint8Array;
  /** Who made it: the lead, whose secret signs. */
  deskLead?: { keyId: string; sign: Uint8Array };
  /** People of the desk by their key in the story, with the secrets that their passphrase opens. */
  deskStaff?: Map<string, { staffId: string; keyId: string; secret: StaffSecret }>;
  bodies: (kind: string, region: string) => string | null;
};
