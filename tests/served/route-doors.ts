import type { Action } from '#app/policy.ts';

/**
 * Who may knock where: one line for each address of the directory board, without its optional language. A rule is the
 * policy's action (members who may do it; colleagues who may not get 403, everybody else 404), or:
 *
 *   everybody   no account needed
 *   signed-in   any account; strangers are sent to sign in
 *   operator    the operator of the instance; for others the page does not exist
 *   nobody      there is nothing behind this method
 *   empty …     a room that only those with that right may enter, where the story keeps nothing under this name
 */
export type Rule = 'everybody' | 'signed-in' | 'operator' | 'nobody' | Action | `empty ${Action}`;
export type Door = { get: Rule; post: Rule; sample?: (world: World) => string };

/** Things of the Astara organisation that addresses name. */
export type World = {
  organisation: string;
  org: string;
  ref: number;
  issue: string;
  photo: string;
  photoIssue: string;
  letter: string;
  applicant: string;
  body: string;
  /** A published decision that the organisation watched. */
  decision: string;
  member: string;
  /** A published campaign, and a public paper of some campaign. */
  campaign: string;
  campaignSlug: string;
};

const page: Door = { get: 'everybody', post: 'nobody' };
const form: Door = { get: 'everybody', post: 'everybody' };
const own: Door = { get: 'signed-in', post: 'signed-in' };
const org = (path: string, get: Rule, post: Rule): Door => ({
  get,
  post,
  sample: (world) => `/org/${world.org}${path.replace(/:(\w+)/g, (_, key: keyof World) => String(world[key]))}`,
});

export const DOORS: Record<string, Door> = {
  '': page,
  issues: page,
  map: page,
  'issues/new': form,
  'issues/new/help': page,
  'issues/:ref': { ...page, sample: ({ ref }) => `/issues/${ref}` },
  'issues/:ref/flag': { ...form, sample: ({ ref }) => `/issues/${ref}/flag` },
  'issues/:ref/reply': { ...form, sample: ({ ref }) => `/issues/${ref}/reply` },
  'issues/:ref/confirmation': { ...form, sample: ({ ref }) => `/issues/${ref}/confirmation` },
  receipt: form,
  'receipt/report': form,
  'receipt/report/withdrawal': form,
  'receipt/photos/:id': { get: 'nobody', post: 'nobody', sample: ({ photo }) => `/receipt/photos/${photo}` },
  'photos/:id/:size': { ...page, sample: ({ photo }) => `/photos/${photo}/thumb` },
  'legal-aid': page,
  campaigns: page,
  'campaigns.csv': page,
  'campaigns/:slug': { ...page, sample: ({ campaignSlug }) => `/campaigns/${campaignSlug}` },
  // The story's campaign invites to no letters.
  'campaigns/:slug/letter': {
    get: 'nobody',
    post: 'everybody',
    sample: ({ campaignSlug }) => `/campaigns/${campaignSlug}/letter`,
  },
  'campaigns/:slug/letter/:token': {
    get: 'nobody',
    post: 'nobody',
    sample: ({ campaignSlug }) => `/campaigns/${campaignSlug}/letter/no-such-token`,
  },
  'campaigns/:slug/documents/:document': {
    get: 'nobody',
    post: 'nobody',
    sample: ({ campaignSlug, campaign }) => `/campaigns/${campaignSlug}/documents/${campaign}`,
  },
  authorities: page,
  'authorities/:id': { ...page, sample: ({ body }) => `/authorities/${body}` },
  decisions: page,
  'decisions.csv': page,
  'decisions/:id': { ...page, sample: ({ decision }) => `/decisions/${decision}` },
  organisations: page,
  'organisations/apply': form,
  'organisations/:slug': { ...page, sample: ({ org: slug }) => `/organisations/${slug}` },
  search: page,
  privacy: page,
  about: page,

  'sign-in': form,
  'sign-in/code': form,
  'sign-out': form,
  'password/forgotten': form,
  'password/new': form,
  'password/code': form,
  'invitations/:token': { get: 'nobody', post: 'nobody', sample: () => '/invitations/no-such-token' },

  account: { get: 'signed-in', post: 'nobody' },
  'account/profile': own,
  'account/email': own,
  'account/email/confirmation': form,
  'account/phone': own,
  'account/password': own,
  'account/sessions': own,
  'account/second-factor': own,
  'account/second-factor/removal': own,
  'account/deletion': own,
  'account/export': { get: 'signed-in', post: 'nobody' },

  'org/:org': org('', 'organisation.enter', 'nobody'),
  'org/:org/issues': org('/issues', 'issue.read', 'nobody'),
  'org/:org/issues.csv': org('/issues.csv', 'issue.read', 'nobody'),
  'org/:org/issues/new': org('/issues/new', 'issue.enter', 'issue.enter'),
  'org/:org/issues/import': org('/issues/import', 'issue.import', 'issue.import'),
  'org/:org/issues/import/template.csv': org('/issues/import/template.csv', 'issue.import', 'nobody'),
  'org/:org/issues/:id': org('/issues/:issue', 'issue.read', 'issue.read'),
  'org/:org/issues/:id/photos/:photo': org('/issues/:photoIssue/photos/:photo', 'issue.moderate', 'issue.moderate'),
  'org/:org/issues/:id/photos/:photo/:size': org('/issues/:photoIssue/photos/:photo/thumb', 'issue.read', 'nobody'),
  'org/:org/flags': org('/flags', 'issue.read', 'issue.moderate'),
  'org/:org/letters': org('/letters', 'letter.read', 'letter.write'),
  'org/:org/letters/signatory': org('/letters/signatory', 'letter.sign', 'letter.sign'),
  'org/:org/letters/:letter': org('/letters/:letter', 'letter.read', 'letter.write'),
  'org/:org/letters/:letter/pdf': org('/letters/:letter/pdf', 'letter.read', 'nobody'),
  'org/:org/letters/:letter/edit': org('/letters/:letter/edit', 'letter.write', 'letter.write'),
  'org/:org/letters/:letter/sending': org('/letters/:letter/sending', 'letter.write', 'letter.write'),
  'org/:org/deadlines': org('/deadlines', 'letter.read', 'letter.write'),
  'org/:org/watch': org('/watch', 'watch.read', 'nobody'),
  'org/:org/watch.csv': org('/watch.csv', 'watch.read', 'nobody'),
  'org/:org/watch/new': org('/watch/new', 'watch.write', 'watch.write'),
  'org/:org/watch/:decision': org('/watch/:decision', 'watch.read', 'watch.write'),
  'org/:org/watch/:decision/edit': org('/watch/:decision/edit', 'watch.write', 'watch.write'),
  'org/:org/priorities': org('/priorities', 'watch.read', 'watch.write'),
  'org/:org/routing': org('/routing', 'letter.read', 'routing.correct'),
  'org/:org/campaigns': org('/campaigns', 'campaign.read', 'nobody'),
  'org/:org/campaigns.csv': org('/campaigns.csv', 'campaign.read', 'nobody'),
  'org/:org/campaigns/new': org('/campaigns/new', 'campaign.write', 'campaign.write'),
  'org/:org/campaigns/:id': org('/campaigns/:campaign', 'campaign.read', 'campaign.read'),
  'org/:org/campaigns/:id/edit': org('/campaigns/:campaign/edit', 'campaign.write', 'campaign.write'),
  'org/:org/campaigns/:id/demands': org('/campaigns/:campaign/demands', 'campaign.read', 'campaign.write'),
  'org/:org/campaigns/:id/news': org('/campaigns/:campaign/news', 'campaign.read', 'campaign.write'),
  'org/:org/campaigns/:id/documents': org('/campaigns/:campaign/documents', 'campaign.read', 'campaign.write'),
  'org/:org/campaigns/:id/documents/:document': {
    get: 'nobody',
    post: 'nobody',
    sample: ({ org: slug, campaign }) => `/org/${slug}/campaigns/${campaign}/documents/${campaign}`,
  },
  'org/:org/campaigns/:id/team': org('/campaigns/:campaign/team', 'campaign.read', 'campaign.write'),
  'org/:org/campaigns/:id/delivery': org('/campaigns/:campaign/delivery', 'campaign.read', 'campaign.deliver'),
  'org/:org/campaigns/:id/delivery/pack': org(
    '/campaigns/:campaign/delivery/pack',
    'campaign.deliver',
    'campaign.deliver',
  ),
  'org/:org/campaigns/:id/delivery/record': org(
    '/campaigns/:campaign/delivery/record',
    'campaign.deliver',
    'campaign.deliver',
  ),
  // No delivery and no pack of that name: nothing to answer and nothing to download.
  'org/:org/campaigns/:id/delivery/:delivery/reply': {
    get: 'empty campaign.deliver',
    post: 'campaign.deliver',
    sample: ({ org: slug, campaign }) => `/org/${slug}/campaigns/${campaign}/delivery/${campaign}/reply`,
  },
  'org/:org/campaigns/:id/packs/:pack/:kind': {
    get: 'empty campaign.deliver',
    post: 'nobody',
    sample: ({ org: slug, campaign }) => `/org/${slug}/campaigns/${campaign}/packs/${campaign}/pdf`,
  },
  'org/:org/campaigns/:id/letters': org('/campaigns/:campaign/letters', 'campaign.deliver', 'campaign.deliver'),
  'org/:org/campaigns/:id/outcome': org('/campaigns/:campaign/outcome', 'campaign.read', 'campaign.read'),
  'org/:org/members': org('/members', 'organisation.see-members', 'nobody'),
  'org/:org/members/invitations': org(
    '/members/invitations',
    'organisation.manage-members',
    'organisation.manage-members',
  ),
  'org/:org/members/:user': org('/members/:member', 'organisation.manage-members', 'organisation.manage-members'),
  'org/:org/settings': org('/settings', 'organisation.edit', 'organisation.edit'),
  'org/:org/audit': org('/audit', 'organisation.manage-members', 'nobody'),
  'org/:org/search': org('/search', 'organisation.enter', 'nobody'),

  admin: { get: 'operator', post: 'nobody' },
  'admin/organisations': { get: 'operator', post: 'nobody' },
  'admin/organisations/:id': {
    get: 'operator',
    post: 'operator',
    sample: ({ applicant }) => `/admin/organisations/${applicant}`,
  },
  'admin/settings': { get: 'operator', post: 'operator' },
  'admin/duties': { get: 'operator', post: 'nobody' },
  'admin/bodies': { get: 'operator', post: 'nobody' },
  'admin/bodies/new': { get: 'operator', post: 'operator' },
  'admin/bodies/:body/posts': {
    get: 'operator',
    post: 'operator',
    sample: ({ body }) => `/admin/bodies/${body}/posts`,
  },
  'admin/holidays': { get: 'operator', post: 'operator' },
  'admin/bodies/:body': { get: 'operator', post: 'operator', sample: ({ body }) => `/admin/bodies/${body}` },

  'campaigns/:slug/sign': { ...form, sample: ({ campaignSlug }) => `/campaigns/${campaignSlug}/sign` },
  'campaigns/:slug/signed': { ...page, sample: ({ campaignSlug }) => `/campaigns/${campaignSlug}/signed` },
  'c/:code': { get: 'nobody', post: 'everybody', sample: () => '/c/no-such-link' },
  'signatures/:token': { get: 'nobody', post: 'nobody', sample: () => '/signatures/no-such-token' },
  'signatures/:token/unsubscribe': {
    get: 'nobody',
    post: 'nobody',
    sample: () => '/signatures/no-such-token/unsubscribe',
  },

  'org/:org/campaigns/:id/support': org('/campaigns/:campaign/support', 'campaign.read', 'campaign.read'),
  'org/:org/campaigns/:id/support.csv': org(
    '/campaigns/:campaign/support.csv',
    'campaign.see-people',
    'campaign.see-people',
  ),
  'org/:org/campaigns/:id/collect': org('/campaigns/:campaign/collect', 'campaign.collect', 'campaign.collect'),
  'org/:org/campaigns/:id/collect/:link/poster.pdf': org(
    '/campaigns/:campaign/collect/no-such-link/poster.pdf',
    'empty campaign.collect',
    'nobody',
  ),
  'org/:org/campaigns/:id/codes.pdf': org('/campaigns/:campaign/codes.pdf', 'campaign.collect', 'campaign.collect'),
  'org/:org/campaigns/:id/sheets': org('/campaigns/:campaign/sheets', 'campaign.collect', 'campaign.collect'),
  'org/:org/campaigns/:id/sheets.pdf': org('/campaigns/:campaign/sheets.pdf', 'empty campaign.collect', 'nobody'),
  'org/:org/campaigns/:id/sheets/:sheet': org(
    '/campaigns/:campaign/sheets/no-such-sheet',
    'empty campaign.collect',
    'empty campaign.collect',
  ),
  'org/:org/campaigns/:id/sheets/:sheet/photo': org(
    '/campaigns/:campaign/sheets/no-such-sheet/photo',
    'empty campaign.collect',
    'nobody',
  ),
  'admin/brakes': { get: 'operator', post: 'operator' },

  'campaigns/:slug/flag': { ...form, sample: ({ campaignSlug }) => `/campaigns/${campaignSlug}/flag` },
  'campaigns/:slug/reply': { ...form, sample: ({ campaignSlug }) => `/campaigns/${campaignSlug}/reply` },
  'campaigns/:slug/partners/:partner': {
    get: 'nobody',
    post: 'nobody',
    sample: ({ campaignSlug }) => `/campaigns/${campaignSlug}/partners/no-such-partner`,
  },
  'org/:org/campaigns/suggestions': org('/campaigns/suggestions', 'campaign.read', 'campaign.write'),
  'org/:org/campaigns/import': org('/campaigns/import', 'campaign.write', 'campaign.write'),
  'org/:org/campaigns/import/template.csv': org('/campaigns/import/template.csv', 'campaign.write', 'nobody'),
  'org/:org/campaigns/:id/poster.pdf': org('/campaigns/:campaign/poster.pdf', 'campaign.read', 'nobody'),
  'org/:org/campaigns/:id/partners': org('/campaigns/:campaign/partners', 'campaign.read', 'campaign.write'),
  'org/:org/campaigns/:id/spread': org('/campaigns/:campaign/spread', 'campaign.read', 'campaign.collect'),
  'org/:org/campaigns/:id/erasure': org('/campaigns/:campaign/erasure', 'campaign.see-people', 'campaign.see-people'),
  'org/:org/partnerships/:id': org('/partnerships/:campaign', 'empty campaign.read', 'empty campaign.collect'),
  'org/:org/flags/campaigns': org('/flags/campaigns', 'campaign.read', 'campaign.review'),

  'demo/door': { get: 'nobody', post: 'nobody' },
  'demo/mailbox': page,
  'demo/mailbox/:mail/:at': { get: 'nobody', post: 'nobody', sample: () => '/demo/mailbox/no-such-letter/0' },
  'dev/ui-kit': page,
  '*': { get: 'nobody', post: 'nobody', sample: () => '/no/such/page' },
};

/** Handlers in front of the framework: public data, GET only. */
export const FRONT_DOORS = ['/api/map', '/api/place'];
