/** Every address of the product, built in one place; the language prefix is added by `to()`. */
export const paths = {
  home: () => '/',
  issues: (query = '') => `/issues${query}`,
  newIssue: () => '/issues/new',
  issue: (ref: number) => `/issues/${ref}`,
  issueFlag: (ref: number) => `/issues/${ref}/flag`,
  issueReply: (ref: number) => `/issues/${ref}/reply`,
  issueConfirmation: (ref: number) => `/issues/${ref}/confirmation`,
  map: (query = '') => `/map${query}`,
  receipt: () => '/receipt',
  receiptPage: () => '/receipt/report',
  organisations: () => '/organisations',
  organisation: (slug: string) => `/organisations/${slug}`,
  apply: () => '/organisations/apply',
  search: (query = '') => `/search${query ? `?q=${encodeURIComponent(query)}` : ''}`,
  privacy: () => '/privacy',
  about: () => '/about',
  legalAid: () => '/legal-aid',
  photo: (id: string, size: 'full' | 'thumb') => `/photos/${id}/${size}`,

  signIn: () => '/sign-in',
  signOut: () => '/sign-out',
  secondFactor: () => '/sign-in/code',
  forgotten: () => '/password/forgotten',
  resetPassword: () => '/password/new',
  handoverCode: () => '/password/code',
  invitation: (token: string) => `/invitations/${token}`,

  account: () => '/account',
  accountSessions: () => '/account/sessions',
  accountSecondFactor: () => '/account/second-factor',
  accountExport: () => '/account/export',
  accountDeletion: () => '/account/deletion',

  org: (slug: string) => `/org/${slug}`,
  orgIssues: (slug: string, query = '') => `/org/${slug}/issues${query}`,
  orgIssue: (slug: string, id: string) => `/org/${slug}/issues/${id}`,
  orgIssueEntry: (slug: string) => `/org/${slug}/issues/new`,
  orgIssueImport: (slug: string) => `/org/${slug}/issues/import`,
  orgPhoto: (slug: string, id: string, photoId: string) => `/org/${slug}/issues/${id}/photos/${photoId}`,
  orgFlags: (slug: string) => `/org/${slug}/flags`,
  orgLetters: (slug: string) => `/org/${slug}/letters`,
  orgLetter: (slug: string, id: string) => `/org/${slug}/letters/${id}`,
  orgMembers: (slug: string) => `/org/${slug}/members`,
  orgSettings: (slug: string) => `/org/${slug}/settings`,
  orgSearch: (slug: string) => `/org/${slug}/search`,
  orgAudit: (slug: string) => `/org/${slug}/audit`,

  admin: () => '/admin',
  adminOrganisations: () => '/admin/organisations',
  adminBodies: () => '/admin/bodies',
  adminSettings: () => '/admin/settings',
  adminDuties: () => '/admin/duties',

  demoDoor: () => '/demo/door',
  demoMailbox: () => '/demo/mailbox',
} as const;

/** Only a path of ours may be a place to return to: one leading slash, no backslash, no control characters. */
export function safeNext(value: string | null | undefined, fallback = '/'): string {
  return value && /^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(value) ? value : fallback;
}
