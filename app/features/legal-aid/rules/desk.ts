/** The words of the desk that code and tables share. */
import type { MemberRole } from '#app/kernel/actor.ts';

/** A person's complaint, or support for a campaign. */
export const TRACKS = ['person', 'campaign'] as const;
export type Track = (typeof TRACKS)[number];

/** What a campaign asks for. */
export const CAMPAIGN_NEEDS = [
  'leaflet_review',
  'assembly_notice',
  'information_request',
  'member_threat',
  'collective_complaint',
  'test_case',
  'training',
] as const;
export type CampaignNeed = (typeof CAMPAIGN_NEEDS)[number];

/** What a person's complaint is about; asked at intake and sealed there, set in clear by the lawyer after triage. */
export const MATTERS = [
  'administration',
  'court',
  'police',
  'work',
  'housing',
  'land',
  'benefits',
  'family',
  'other',
] as const;
export type Matter = (typeof MATTERS)[number];

/** Danger and haste that the applicant reports. Sealed; only the band they lead to stands in clear. */
export const FLAGS = ['detention', 'summons', 'eviction', 'violence', 'deadline', 'retaliation'] as const;
export type Flag = (typeof FLAGS)[number];

/** Most urgent first. */
export const BANDS = ['red', 'amber', 'green'] as const;
export type Band = (typeof BANDS)[number];

/** Who works at a desk: the lead and the lawyers hold cases, the custodian (and the lead, as deputy) holds identities. */
export const STAFF_ROLES = ['lead', 'lawyer', 'custodian'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** The membership that lets a person enrol with that role. */
export const STAFF_ROLE_OF = {
  legal_lead: 'lead',
  lawyer: 'lawyer',
  custodian: 'custodian',
} as const satisfies Partial<Record<MemberRole, StaffRole>>;

/** enrolled: has keys, may open nothing yet · vouched: a recipient · revoked: left, or lost the keys. */
export const STAFF_STATES = ['enrolled', 'vouched', 'revoked'] as const;

/** What a sealed record holds; its words are JSON under the case's key. */
export const RECORD_KINDS = [
  /** The intake in the making, under a key only the applicant holds. */
  'draft',
  /** What was answered at intake: choices and the story. */
  'answers',
  'story',
  /** Name and contact: under the identity key. */
  'identity',
  /** Title and summary that the lawyer gave the case: what the desk's search reads. */
  'summary',
  'message',
  'note',
  'file',
  'document',
  /** Texts of deadlines and tasks. */
  'date',
  /** Why somebody transferred, referred, overrode, asked for the identity… */
  'reason',
  'outcome',
  /** Other sides, for the conflict check. */
  'parties',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Under which key a record is sealed; `self` needs its author's own as well (vault/self-notes). */
export const RECORD_KEY_KINDS = ['case', 'identity', 'self'] as const;
export type RecordKeyKind = (typeof RECORD_KEY_KINDS)[number];

/** public: the applicant reads it too · team: those who hold the case · self: its author alone. */
export const VISIBILITIES = ['public', 'team', 'self'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const AUTHORS = ['applicant', 'organiser', 'staff', 'system'] as const;

/** What a granted key opens: a case, the name of who asked, a bundle's common facts, the desk's conflict index. */
export const GRANT_KINDS = ['case', 'identity', 'bundle', 'team'] as const;
export type GrantKind = (typeof GRANT_KINDS)[number];

/** Why somebody opened a case. */
export const OPEN_REASONS = ['triage', 'assigned', 'cover', 'supervision', 'emergency'] as const;
export type OpenReason = (typeof OPEN_REASONS)[number];

/** Why a key was given to somebody. */
export const GRANT_REASONS = [
  'intake',
  'claim',
  'transfer',
  'cover',
  'supervision',
  'regrant',
  'rotation',
  'identity',
  'bundle',
  'team',
] as const;
export type GrantReason = (typeof GRANT_REASONS)[number];

/** A fixed list: a label that somebody types would be words in clear. */
export const LABELS = [
  'call',
  'documents',
  'lead',
  'travel',
  'translation',
  'youth',
  'women',
  'press',
  'waiting',
] as const;
export type Label = (typeof LABELS)[number];

export const OUTCOMES = ['won', 'partly', 'settled', 'answered', 'lost', 'withdrawn', 'referred', 'not_taken'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const NOT_TAKEN_REASONS = [
  'outside_scope',
  'no_capacity',
  'conflict',
  'no_basis',
  'unreachable',
  'helped_elsewhere',
  'duplicate',
] as const;
export type NotTakenReason = (typeof NOT_TAKEN_REASONS)[number];

export const DATE_KINDS = ['deadline', 'task', 'check_in'] as const;
export const DATE_STATES = ['open', 'done', 'dropped'] as const;
export const SIGN_OFF_STATES = ['none', 'asked', 'approved', 'returned'] as const;
export const IDENTITY_REASONS = ['contact', 'conflict', 'filing', 'safety', 'court'] as const;
export type IdentityReason = (typeof IDENTITY_REASONS)[number];
export const REQUEST_STATES = ['asked', 'approved', 'refused'] as const;
export const REFERRAL_STATES = ['proposed', 'agreed', 'declined', 'handed'] as const;
export const TIME_ACTIVITIES = ['meeting', 'call', 'drafting', 'research', 'court', 'travel', 'other'] as const;
export type TimeActivity = (typeof TIME_ACTIVITIES)[number];
export const BLIND_KINDS = ['name', 'phone', 'fin'] as const;
/** Where a request was begun, when another page handed somebody on. */
export const HANDOVERS = ['issue', 'campaign', 'team'] as const;
export type Handover = (typeof HANDOVERS)[number];
