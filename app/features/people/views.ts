import type {
  AgeBand,
  ConsentChannel,
  ConsentPurpose,
  ContactKind,
  Gender,
  Guardian,
  MomentKind,
  PersonRole,
  PersonState,
  Skill,
  Spoken,
  Time,
} from './rules/kinds.ts';

/** Shapes that pages show; what is encrypted is in none of them unless it was opened on purpose. */
export type Tag = { id: string; name: string };
export type PersonLine = {
  id: string;
  name: string;
  region: string;
  place: string;
  roles: PersonRole[];
  tags: string[];
};
export type PeoplePage = {
  rows: PersonLine[];
  total: number;
  from: number;
  after: string | null;
  before: string | null;
};
export type PersonFacts = {
  id: string;
  state: PersonState;
  name: string;
  region: string;
  place: string;
  ageBand: AgeBand | null;
  gender: Gender | null;
  roles: PersonRole[];
  languages: Spoken[];
  skills: Skill[];
  times: Time[];
  tags: Tag[];
  createdAt: Date;
  updatedAt: Date;
};
export type ContactLine = { id: string; kind: ContactKind; value: string };
export type NoteLine = { id: string; text: string; author: string | null; at: Date };
export type ConsentLine = {
  id: string;
  purpose: ConsentPurpose;
  channel: ConsentChannel;
  textVersion: string;
  givenAt: Date;
  withdrawnAt: Date | null;
};
export type MomentLine = { id: string; kind: MomentKind; at: Date; about: string };
/** A guardian's word for an under-18; withdrawn ones are left out. Who gave it is shown to those who may see contacts. */
export type GuardianLine = { id: string; givenAt: Date; guardian: Guardian | null };
export type MergeLine = { id: string; name: string; mergedAt: Date };
export type Likely = { id: string; name: string; region: string; place: string; why: 'contact' | 'name' };
