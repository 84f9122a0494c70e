import type { OutletKind, PartnerKind, Tone } from './rules/kinds.ts';

/** Shapes of the rooms for media and for partners. Days are `YYYY-MM-DD`. No contacts: those are opened on the person's page. */
export type CoverageLine = {
  id: string;
  on: string;
  outlet: string;
  /** The journalist, with whom that row stands now after merges; null when nobody was named or they were erased. */
  person: { id: string; name: string } | null;
  title: string;
  url: string;
  tone: Tone;
  campaign: string | null;
  event: string | null;
};
export type OutletLine = { id: string; name: string; kind: OutletKind; region: string; url: string; coverage: number };
/** Somebody of a role, with what was published by them and when to write to them again. */
export type ContactPerson = {
  id: string;
  name: string;
  region: string;
  place: string;
  coverage: number;
  lastOn: string | null;
};
export type PartnerLine = {
  id: string;
  name: string;
  kind: PartnerKind;
  region: string;
  url: string;
  note: string;
  person: { id: string; name: string } | null;
};
export type FollowUpLine = {
  id: string;
  whom: { kind: 'person' | 'partner'; id: string; name: string };
  dueOn: string;
  about: string;
};
