/**
 * The demo story as data: a small named world, all of it invented, used by the seed, tests, screenshots and README.
 * Nothing here touches a database. Times are days before now (fractions allowed), so the story never grows old.
 * Keys (`astaracay`, `rena`, `i44`) are for code; people see names.
 */
import type { DeliveryChannel } from '#app/features/authorities/rules/letter.ts';
import type { BodyKind } from '#app/features/authorities/rules/body-kinds.ts';
import type { CategoryKey } from '#app/features/issues/rules/categories.ts';
import type { FlagKind, IssueSource } from '#app/features/issues/rules/kinds.ts';
import type { IssueState, Mover } from '#app/features/issues/rules/lifecycle.ts';
import type { MemberRole, OrganisationKind } from '#app/kernel/actor.ts';
import type { Locale } from '#app/kernel/locale.ts';
import type { Names } from '#app/kernel/regions.ts';

export type DemoOrganisation = Readonly<{
  key: string;
  slug: string;
  kind: OrganisationKind;
  /** Key of the organisation above it; null for the network and for strangers. */
  parent: string | null;
  /** `approved` works; `applied` waits for the operator. */
  state: 'approved' | 'applied';
  names: Names;
  about: Names;
  /** Region codes whose reports reach it. */
  regions: readonly string[];
  town: string;
  lat: number;
  lng: number;
  foundedYear: number;
  publicEmail: string;
  publicPhone: string;
  /** A registered organisation signs letters itself; null means it is not registered. */
  legal: Readonly<{ name: string; address: string; representative: string; post: string }> | null;
  /** The member of an unregistered organisation who agreed to sign; null: its letters stay drafts. */
  signatory: Readonly<{ person: string; fullName: string; address: string }> | null;
  /** Why it applies, in its own words; only for `applied`. */
  application?: string;
}>;

export type DemoPerson = Readonly<{
  key: string;
  name: string;
  /** Ends in `.invalid`: reaches nobody. Null for somebody who has a telephone only. */
  email: string | null;
  /** +994 XX 000 00 NN: no such number is in use. */
  phone: string;
  locale: Locale;
  isOperator?: boolean;
  memberships: readonly Readonly<{ organisation: string; roles: readonly MemberRole[] }>[];
  /** What this person is good for in the demo, shown on the door that lets a visitor step in. */
  part: Names;
}>;

export type DemoMove = Readonly<{
  daysAgo: number;
  to: IssueState;
  /** Person's key, or `reporter`. */
  by: string;
  as: Mover;
  /** For the organisation only. */
  reason: string;
  /** For everybody. */
  note?: string;
  /** The body concerned: who got the letter, or who answered. */
  body?: BodyKind;
  letter?: Readonly<{ via: DeliveryChannel; registerNumber?: string }>;
}>;

export type DemoMessage = Readonly<{
  daysAgo: number;
  side: 'organisation' | 'reporter';
  /** Person's key when the organisation writes. */
  by?: string;
  text: string;
}>;

export type DemoFlag = Readonly<{
  daysAgo: number;
  kind: FlagKind;
  text: string;
  /** For a body's reply. */
  bodyName?: string;
  signatory?: string;
}>;

export type DemoIssueText = Readonly<{ title: string; details: string }>;

export type DemoIssue = Readonly<{
  key: string;
  organisation: string;
  category: CategoryKey;
  region: string;
  /** Nearest settlement as the gazetteer spells it. */
  settlement: string;
  /** Where it is, as the person said it. */
  place: string;
  /** The exact point; for sensitive categories it must not be shown. */
  lat: number;
  lng: number;
  daysAgo: number;
  confirmations: number;
  source: IssueSource;
  /** Staff member who entered it; absent for the citizen's own form. */
  enteredBy?: string;
  /** The language the reporter wrote in; `text` always has it. */
  locale: Locale;
  text: Readonly<{ az: DemoIssueText } & Partial<Record<Locale, DemoIssueText>>>;
  /** From `received` onwards; the last one's `to` is today's state (none: still received). */
  moves: readonly DemoMove[];
  messages?: readonly DemoMessage[];
  flags?: readonly DemoFlag[];
}>;

export type DemoStory = Readonly<{
  notice: Names;
  organisations: readonly DemoOrganisation[];
  people: readonly DemoPerson[];
  issues: readonly DemoIssue[];
}>;
