import { worksWhere, type MemberRole } from './kernel/actor.ts';

/** A room of one case at the legal desk. */
export type CaseRoom =
  'steps' | 'notes' | 'dates' | 'documents' | 'identity' | 'conflicts' | 'time' | 'people' | 'outcome' | 'history';

/** One question a page, in this order; which of them are asked is the intake's business. */
export type RequestStep =
  | 'start'
  | 'receipt'
  | 'danger'
  | 'track'
  | 'matter'
  | 'need'
  | 'stage'
  | 'region'
  | 'dates'
  | 'answer'
  | 'kept-out'
  | 'consent'
  | 'contact'
  | 'story'
  | 'files'
  | 'check'
  | 'done';

export type CampaignRoom =
  | 'edit'
  | 'demands'
  | 'news'
  | 'documents'
  | 'team'
  | 'support'
  | 'collect'
  | 'sheets'
  | 'delivery'
  | 'letters'
  | 'partners'
  | 'spread'
  | 'outcome';

/** Every address of the product, built in one place; the language prefix is added by `to()`. */
export const paths = {
  home: () => '/',
  issues: (query = '') => `/issues${query}`,
  newIssue: () => '/issues/new',
  /** Where the form stops: numbers to call instead of a report. */
  newIssueHelp: () => '/issues/new/help',
  issue: (ref: number) => `/issues/${ref}`,
  issueFlag: (ref: number) => `/issues/${ref}/flag`,
  issueReply: (ref: number) => `/issues/${ref}/reply`,
  issueConfirmation: (ref: number) => `/issues/${ref}/confirmation`,
  map: (query = '') => `/map${query}`,
  receipt: () => '/receipt',
  receiptPage: () => '/receipt/report',
  receiptWithdrawal: () => '/receipt/report/withdrawal',
  receiptPhoto: (id: string) => `/receipt/photos/${id}`,
  organisations: () => '/organisations',
  organisation: (slug: string) => `/organisations/${slug}`,
  apply: () => '/organisations/apply',
  search: (query = '') => `/search${query ? `?q=${encodeURIComponent(query)}` : ''}`,
  privacy: () => '/privacy',
  about: () => '/about',
  legalAid: () => '/legal-aid',
  legalRequest: (query = '') => `/legal-aid/request${query}`,
  legalRequestStep: (step: RequestStep) => `/legal-aid/request/${step}`,
  legalReceipt: () => '/legal-aid/receipt',
  /** The case that the receipt opened. */
  legalReceiptCase: () => '/legal-aid/receipt/case',
  legalReceiptFile: (id: string) => `/legal-aid/receipt/files/${id}`,
  legalReceiptExport: () => '/legal-aid/receipt/export',
  /** A new receipt in place of the one in use. */
  legalReceiptNew: () => '/legal-aid/receipt/new',
  legalReceiptErasure: () => '/legal-aid/receipt/erasure',
  legalRights: () => '/legal-aid/rights',
  legalRight: (topic: string) => `/legal-aid/rights/${topic}`,
  legalRightCard: (topic: string) => `/legal-aid/rights/${topic}/card`,
  legalProtection: () => '/legal-aid/protection',
  /** Closes the receipt that is open here and leads out of the house. */
  quickExit: () => '/legal-aid/exit',

  legal: () => '/legal',
  desk: (slug: string, query = '') => `/legal/${slug}${query}`,
  /** What is done with several cases of the queue. */
  deskBatch: (slug: string, query = '') => `/legal/${slug}/batch${query}`,
  /** The queue's saved views: posts only. */
  deskViews: (slug: string) => `/legal/${slug}/views`,
  deskEnrolment: (slug: string) => `/legal/${slug}/enrolment`,
  deskUnlock: (slug: string, query = '') => `/legal/${slug}/unlock${query}`,
  deskRecovery: (slug: string) => `/legal/${slug}/recovery`,
  deskLock: (slug: string) => `/legal/${slug}/lock`,
  deskKeys: (slug: string) => `/legal/${slug}/keys`,
  deskTeam: (slug: string) => `/legal/${slug}/team`,
  deskMember: (slug: string, staff: string) => `/legal/${slug}/team/${staff}`,
  deskRegrants: (slug: string) => `/legal/${slug}/regrants`,
  deskSearch: (slug: string, query = '') => `/legal/${slug}/search${query}`,
  deskWorkload: (slug: string) => `/legal/${slug}/workload`,
  deskIdentities: (slug: string) => `/legal/${slug}/identities`,
  deskStatistics: (slug: string, query = '') => `/legal/${slug}/statistics${query}`,
  deskStatisticsTable: (slug: string, query = '') => `/legal/${slug}/statistics.csv${query}`,
  deskAudit: (slug: string, query = '') => `/legal/${slug}/audit${query}`,
  deskAuditTable: (slug: string, query = '') => `/legal/${slug}/audit.csv${query}`,
  deskBundles: (slug: string) => `/legal/${slug}/bundles`,
  deskBundle: (slug: string, bundle: string) => `/legal/${slug}/bundles/${bundle}`,
  deskDocument: (slug: string, id: string, document: string) => `/legal/${slug}/cases/${id}/documents/${document}`,
  deskDocumentFile: (slug: string, id: string, document: string) =>
    `/legal/${slug}/cases/${id}/documents/${document}/docx`,
  /** Where a part of a text is blanked. */
  deskRedaction: (slug: string, id: string) => `/legal/${slug}/cases/${id}/redaction`,
  /** One's own dates over all cases. */
  deskDates: (slug: string) => `/legal/${slug}/dates`,
  deskSettings: (slug: string) => `/legal/${slug}/settings`,
  /** The thread; opening asks a reason first. */
  deskCase: (slug: string, id: string) => `/legal/${slug}/cases/${id}`,
  /** Why somebody opens a case, asked once a day. */
  deskOpening: (slug: string, id: string, query = '') => `/legal/${slug}/cases/${id}/opening${query}`,
  deskCaseRoom: (slug: string, id: string, room: CaseRoom) => `/legal/${slug}/cases/${id}/${room}`,
  deskCaseFile: (slug: string, id: string, file: string) => `/legal/${slug}/cases/${id}/files/${file}`,
  /** A lawyer's calendar; the secret in it is all it takes. */
  deskFeed: (secret: string) => `/legal/feed/${secret}.ics`,
  photo: (id: string, size: 'full' | 'thumb') => `/photos/${id}/${size}`,

  campaigns: (query = '') => `/campaigns${query}`,
  campaignsTable: (query = '') => `/campaigns.csv${query}`,
  campaign: (slug: string) => `/campaigns/${slug}`,
  campaignSign: (slug: string) => `/campaigns/${slug}/sign`,
  /** One answer for a new, a repeated and a blocked signature. */
  campaignSigned: (slug: string) => `/campaigns/${slug}/signed`,
  campaignFlag: (slug: string) => `/campaigns/${slug}/flag`,
  campaignReply: (slug: string) => `/campaigns/${slug}/reply`,
  campaignPartner: (slug: string, organisation: string) => `/campaigns/${slug}/partners/${organisation}`,
  campaignDocument: (slug: string, id: string) => `/campaigns/${slug}/documents/${id}`,
  campaignLetter: (slug: string) => `/campaigns/${slug}/letter`,
  /** The writer's link in the mail: a page, and the button that sends. */
  campaignLetterLink: (slug: string, token: string) => `/campaigns/${slug}/letter/${token}`,
  campaignEmbed: (slug: string) => `/campaigns/${slug}/embed`,
  /** Data and pictures stand without a language in the address; the card names its own. */
  campaignCount: (slug: string) => `/campaigns/${slug}/count.json`,
  campaignCard: (slug: string, locale: string) => `/campaigns/${slug}/card-${locale}.png`,
  /** A volunteer's collection point or credited link. */
  campaignLink: (code: string) => `/c/${code}`,
  signature: (token: string) => `/signatures/${token}`,
  /** The link at the foot of a message to many; pressing the button there ends them. */
  unsubscribe: (token: string) => `/unsubscribe/${token}`,
  signatureUnsubscribe: (token: string) => `/signatures/${token}/unsubscribe`,
  events: (query = '') => `/events${query}`,
  event: (id: string) => `/events/${id}`,
  eventSignUp: (id: string, query = '') => `/events/${id}/sign-up${query}`,
  eventCalendar: (id: string) => `/events/${id}.ics`,
  /** The holder's link to their own place. */
  eventPlace: (token: string) => `/events/places/${token}`,
  eventFeed: (secret: string) => `/events/feed/${secret}.ics`,
  organisationCalendar: (slug: string) => `/organisations/${slug}/events.ics`,
  regionCalendar: (region: string) => `/regions/${region}/events.ics`,
  authorities: (query = '') => `/authorities${query}`,
  authority: (id: string) => `/authorities/${id}`,
  decisions: (query = '') => `/decisions${query}`,
  decision: (id: string) => `/decisions/${id}`,
  decisionsTable: (query = '') => `/decisions.csv${query}`,

  signIn: () => '/sign-in',
  signOut: () => '/sign-out',
  secondFactor: () => '/sign-in/code',
  forgotten: () => '/password/forgotten',
  resetPassword: () => '/password/new',
  handoverCode: () => '/password/code',
  invitation: (token: string) => `/invitations/${token}`,

  account: () => '/account',
  accountProfile: () => '/account/profile',
  accountEmail: () => '/account/email',
  accountEmailConfirmation: () => '/account/email/confirmation',
  accountPhone: () => '/account/phone',
  accountPassword: () => '/account/password',
  accountSessions: () => '/account/sessions',
  accountPush: () => '/account/notifications',
  accountSecondFactor: () => '/account/second-factor',
  accountSecondFactorRemoval: () => '/account/second-factor/removal',
  accountExport: () => '/account/export',
  accountDeletion: () => '/account/deletion',

  org: (slug: string) => `/org/${slug}`,
  /** Where somebody with these roles works: the organisation's rooms, or its legal desk. */
  workplace: (slug: string, roles: readonly MemberRole[]) =>
    worksWhere(roles).workspace ? `/org/${slug}` : `/legal/${slug}`,
  orgIssues: (slug: string, query = '') => `/org/${slug}/issues${query}`,
  orgIssuesTable: (slug: string) => `/org/${slug}/issues.csv`,
  orgIssue: (slug: string, id: string) => `/org/${slug}/issues/${id}`,
  orgIssueEntry: (slug: string) => `/org/${slug}/issues/new`,
  orgIssueImport: (slug: string) => `/org/${slug}/issues/import`,
  orgPhoto: (slug: string, id: string, photoId: string) => `/org/${slug}/issues/${id}/photos/${photoId}`,
  orgPhotoFile: (slug: string, id: string, photoId: string, size: 'full' | 'thumb') =>
    `/org/${slug}/issues/${id}/photos/${photoId}/${size}`,
  orgIssueTemplate: (slug: string) => `/org/${slug}/issues/import/template.csv`,
  orgFlags: (slug: string) => `/org/${slug}/flags`,
  orgLetters: (slug: string) => `/org/${slug}/letters`,
  orgLetter: (slug: string, id: string) => `/org/${slug}/letters/${id}`,
  orgLetterEdit: (slug: string, id: string) => `/org/${slug}/letters/${id}/edit`,
  orgLetterSending: (slug: string, id: string) => `/org/${slug}/letters/${id}/sending`,
  orgLetterPdf: (slug: string, id: string) => `/org/${slug}/letters/${id}/pdf`,
  orgSignatory: (slug: string) => `/org/${slug}/letters/signatory`,
  orgRouting: (slug: string, query = '') => `/org/${slug}/routing${query}`,
  orgCampaigns: (slug: string, query = '') => `/org/${slug}/campaigns${query}`,
  orgCampaignsTable: (slug: string, query = '') => `/org/${slug}/campaigns.csv${query}`,
  orgNewCampaign: (slug: string, query = '') => `/org/${slug}/campaigns/new${query}`,
  orgCampaignImport: (slug: string) => `/org/${slug}/campaigns/import`,
  orgSuggestions: (slug: string) => `/org/${slug}/campaigns/suggestions`,
  orgCampaign: (slug: string, id: string) => `/org/${slug}/campaigns/${id}`,
  orgCampaignDocument: (slug: string, id: string, document: string) =>
    `/org/${slug}/campaigns/${id}/documents/${document}`,
  /** A room of one campaign's workspace. */
  orgCampaignRoom: (slug: string, id: string, room: CampaignRoom) => `/org/${slug}/campaigns/${id}/${room}`,
  orgPackForm: (slug: string, id: string, query = '') => `/org/${slug}/campaigns/${id}/delivery/pack${query}`,
  orgPackFile: (slug: string, id: string, pack: string, kind: string) =>
    `/org/${slug}/campaigns/${id}/packs/${pack}/${kind}`,
  orgDeliveryForm: (slug: string, id: string, query = '') => `/org/${slug}/campaigns/${id}/delivery/record${query}`,
  orgReplyForm: (slug: string, id: string, delivery: string) =>
    `/org/${slug}/campaigns/${id}/delivery/${delivery}/reply`,
  orgSheet: (slug: string, id: string, sheet: string) => `/org/${slug}/campaigns/${id}/sheets/${sheet}`,
  orgSheetPhoto: (slug: string, id: string, sheet: string) => `/org/${slug}/campaigns/${id}/sheets/${sheet}/photo`,
  orgSheetsPrint: (slug: string, id: string, from: number, to: number) =>
    `/org/${slug}/campaigns/${id}/sheets.pdf?from=${from}&to=${to}`,
  orgPointPoster: (slug: string, id: string, link: string) => `/org/${slug}/campaigns/${id}/collect/${link}/poster.pdf`,
  orgCodes: (slug: string, id: string) => `/org/${slug}/campaigns/${id}/codes.pdf`,
  orgSupportTable: (slug: string, id: string, query = '') => `/org/${slug}/campaigns/${id}/support.csv${query}`,
  orgCampaignPoster: (slug: string, id: string, query = '') => `/org/${slug}/campaigns/${id}/poster.pdf${query}`,
  orgCampaignErasure: (slug: string, id: string) => `/org/${slug}/campaigns/${id}/erasure`,
  orgCampaignTemplate: (slug: string) => `/org/${slug}/campaigns/import/template.csv`,
  orgCampaignFlags: (slug: string) => `/org/${slug}/flags/campaigns`,
  orgPartnership: (slug: string, id: string) => `/org/${slug}/partnerships/${id}`,
  orgPeople: (slug: string, query = '') => `/org/${slug}/people${query}`,
  orgPeopleTable: (slug: string, query = '') => `/org/${slug}/people.csv${query}`,
  orgNewPerson: (slug: string) => `/org/${slug}/people/new`,
  orgPerson: (slug: string, id: string) => `/org/${slug}/people/${id}`,
  orgPersonEdit: (slug: string, id: string) => `/org/${slug}/people/${id}/edit`,
  orgPersonErasure: (slug: string, id: string) => `/org/${slug}/people/${id}/erasure`,
  orgPersonMerge: (slug: string, id: string, query = '') => `/org/${slug}/people/${id}/merge${query}`,
  orgSearches: (slug: string) => `/org/${slug}/people/searches`,
  orgNewSearch: (slug: string) => `/org/${slug}/people/searches/new`,
  orgSearchEdit: (slug: string, id: string) => `/org/${slug}/people/searches/${id}`,
  orgPeopleImports: (slug: string) => `/org/${slug}/people/imports`,
  orgPeopleImport: (slug: string, id: string) => `/org/${slug}/people/imports/${id}`,
  orgMessages: (slug: string) => `/org/${slug}/messages`,
  orgNewMessage: (slug: string, query = '') => `/org/${slug}/messages/new${query}`,
  orgMessage: (slug: string, id: string) => `/org/${slug}/messages/${id}`,
  orgMessageEdit: (slug: string, id: string) => `/org/${slug}/messages/${id}/edit`,
  orgMessageWords: (slug: string, id: string) => `/org/${slug}/messages/${id}/words`,
  orgFirstSteps: (slug: string) => `/org/${slug}/first-steps`,
  orgBoard: (slug: string, query = '') => `/org/${slug}/board${query}`,
  orgNewBoardEntry: (slug: string, query = '') => `/org/${slug}/board/new${query}`,
  orgBoardEntry: (slug: string, id: string) => `/org/${slug}/board/${id}`,
  orgBoardEntryEdit: (slug: string, id: string) => `/org/${slug}/board/${id}/edit`,
  orgMedia: (slug: string, query = '') => `/org/${slug}/media${query}`,
  orgMediaTable: (slug: string) => `/org/${slug}/media.csv`,
  orgPartners: (slug: string, query = '') => `/org/${slug}/partners${query}`,
  orgPartnersTable: (slug: string) => `/org/${slug}/partners.csv`,
  orgEvents: (slug: string, query = '') => `/org/${slug}/events${query}`,
  orgNewEvent: (slug: string) => `/org/${slug}/events/new`,
  orgEvent: (slug: string, id: string) => `/org/${slug}/events/${id}`,
  orgEventEdit: (slug: string, id: string) => `/org/${slug}/events/${id}/edit`,
  orgEventShifts: (slug: string, id: string, query = '') => `/org/${slug}/events/${id}/shifts${query}`,
  orgEventPeople: (slug: string, id: string) => `/org/${slug}/events/${id}/people`,
  orgEventCancel: (slug: string, id: string) => `/org/${slug}/events/${id}/cancel`,
  /** The list at the door. */
  orgEventEntrance: (slug: string, id: string, query = '') => `/org/${slug}/events/${id}/entrance${query}`,
  /** Where entries of the door go, by form or out of the outbox: posts only. */
  orgEventCheckIn: (slug: string, id: string) => `/org/${slug}/events/${id}/check-in`,
  /** A candidate's team before the election. */
  teamDay: (slug: string) => `/org/${slug}/team/day`,
  teamCandidacy: (slug: string) => `/org/${slug}/team/candidacy`,
  teamSignatures: (slug: string) => `/org/${slug}/team/signatures`,
  teamConfirmation: (slug: string) => `/org/${slug}/team/confirmation`,
  teamPrinted: (slug: string) => `/org/${slug}/team/printed`,
  teamBriefings: (slug: string) => `/org/${slug}/team/briefings`,
  teamNewBriefing: (slug: string) => `/org/${slug}/team/briefings/new`,
  teamBriefing: (slug: string, id: string) => `/org/${slug}/team/briefings/${id}`,
  teamBriefingEdit: (slug: string, id: string) => `/org/${slug}/team/briefings/${id}/edit`,
  teamMeetings: (slug: string) => `/org/${slug}/team/meetings`,
  teamPromises: (slug: string) => `/org/${slug}/team/promises`,
  teamPage: (slug: string) => `/org/${slug}/team/page`,
  candidate: (slug: string) => `/candidates/${slug}`,
  orgDeadlines: (slug: string) => `/org/${slug}/deadlines`,
  orgTasks: (slug: string, query = '') => `/org/${slug}/tasks${query}`,
  orgNewTask: (slug: string, query = '') => `/org/${slug}/tasks/new${query}`,
  orgTask: (slug: string, id: string) => `/org/${slug}/tasks/${id}`,
  /** Join forms and what people sent. */
  orgJoining: (slug: string) => `/org/${slug}/joining`,
  orgJoinForm: (slug: string, form: string) => `/org/${slug}/joining/forms/${form}`,
  orgJoinSubmission: (slug: string, id: string) => `/org/${slug}/joining/${id}`,
  join: (slug: string, query = '') => `/join/${slug}${query}`,
  /** The only page of joining that other sites may frame. */
  joinEmbed: (slug: string) => `/join/${slug}/embed`,
  orgWatch: (slug: string, query = '') => `/org/${slug}/watch${query}`,
  orgNewWatched: (slug: string) => `/org/${slug}/watch/new`,
  orgWatchTable: (slug: string, query = '') => `/org/${slug}/watch.csv${query}`,
  orgWatched: (slug: string, id: string) => `/org/${slug}/watch/${id}`,
  orgWatchedEdit: (slug: string, id: string) => `/org/${slug}/watch/${id}/edit`,
  orgPriorities: (slug: string) => `/org/${slug}/priorities`,
  orgMembers: (slug: string) => `/org/${slug}/members`,
  newTeam: (query = '') => `/teams/new${query}`,
  /** A candidate's team: who is in it, and below it how it is kept. */
  orgTeam: (slug: string) => `/org/${slug}/team`,
  orgTeamMember: (slug: string, user: string) => `/org/${slug}/team/people/${user}`,
  orgTeamInvitations: (slug: string) => `/org/${slug}/team/invitations`,
  orgTeamRoles: (slug: string) => `/org/${slug}/team/roles`,
  orgTeamLink: (slug: string) => `/org/${slug}/team/link`,
  orgTeamProtection: (slug: string) => `/org/${slug}/team/protection`,
  orgTeamTakeOut: (slug: string) => `/org/${slug}/team/take-out`,
  orgTeamArchive: (slug: string) => `/org/${slug}/team/archive.zip`,
  orgTeamErasure: (slug: string) => `/org/${slug}/team/erasure`,
  /** What a society sees of the teams linked to it. */
  orgLinkedTeams: (slug: string) => `/org/${slug}/linked-teams`,
  orgSettings: (slug: string) => `/org/${slug}/settings`,
  orgSearch: (slug: string) => `/org/${slug}/search`,
  orgAudit: (slug: string) => `/org/${slug}/audit`,

  admin: () => '/admin',
  adminOrganisations: () => '/admin/organisations',
  adminBodies: (query = '') => `/admin/bodies${query}`,
  adminBody: (id: string) => `/admin/bodies/${id}`,
  adminNewBody: () => '/admin/bodies/new',
  adminSettings: () => '/admin/settings',
  adminGlass: () => '/admin/glass',
  adminOpening: (opening: string) => `/admin/glass/${opening}`,
  adminPosts: (body: string) => `/admin/bodies/${body}/posts`,
  adminHolidays: () => '/admin/holidays',
  adminElection: (query = '') => `/admin/election${query}`,
  adminBrakes: () => '/admin/brakes',
  adminReturned: () => '/admin/returned',
  adminDuties: () => '/admin/duties',

  demoDoor: () => '/demo/door',
  demoMailbox: () => '/demo/mailbox',
  demoAttachment: (mail: string, at: number) => `/demo/mailbox/${mail}/${at}`,
} as const;

/** Only a path of ours may be a place to return to: one leading slash, no backslash, no control characters. */
export function safeNext(value: string | null | undefined, fallback = '/'): string {
  return value && /^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(value) ? value : fallback;
}
