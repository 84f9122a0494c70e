import { index, layout, route, type RouteConfig } from '@remix-run/route-config';

/**
 * The directory board: every address of the product. Pages stand below an optional language (`/en`, `/ru`; none is
 * Azerbaijani). In front of the framework stand, for speed, the data paths and the micro-cache's list in
 * `front-routes.server.ts`.
 */
export default [
  route(':lang?', 'routes/locale.tsx', [
    layout('routes/public/layout.tsx', [
      index('routes/public/home.tsx'),
      route('issues', 'routes/public/issues.tsx'),
      route('issues/new', 'routes/public/issue-new.tsx'),
      route('issues/new/help', 'routes/public/issue-new-help.tsx'),
      route('issues/:ref', 'routes/public/issue.tsx'),
      route('issues/:ref/flag', 'routes/public/issue-flag.tsx'),
      route('issues/:ref/reply', 'routes/public/issue-reply.tsx'),
      route('receipt', 'routes/public/receipt.tsx'),
      route('receipt/report', 'routes/public/receipt-report.tsx'),
      route('receipt/report/withdrawal', 'routes/public/receipt-withdrawal.tsx'),
      route('legal-aid', 'routes/public/legal-aid.tsx'),
      route('sign-in', 'routes/auth/sign-in.tsx'),
      route('sign-in/code', 'routes/auth/sign-in-code.tsx'),
      route('sign-out', 'routes/auth/sign-out.tsx'),
      route('password/forgotten', 'routes/auth/password-forgotten.tsx'),
      route('password/new', 'routes/auth/password-new.tsx'),
      route('password/code', 'routes/auth/password-code.tsx'),
      route('invitations/:token', 'routes/auth/invitation.tsx'),
      route('account', 'routes/account/index.tsx'),
      route('account/profile', 'routes/account/profile.tsx'),
      route('account/email', 'routes/account/email.tsx'),
      route('account/email/confirmation', 'routes/account/email-confirmation.tsx'),
      route('account/phone', 'routes/account/phone.tsx'),
      route('account/password', 'routes/account/password.tsx'),
      route('account/sessions', 'routes/account/sessions.tsx'),
      route('account/second-factor', 'routes/account/second-factor.tsx'),
      route('account/second-factor/removal', 'routes/account/second-factor-removal.tsx'),
      route('account/deletion', 'routes/account/deletion.tsx'),
      route('map', 'routes/public/map.tsx'),
    ]),
    route('org/:org', 'routes/org/layout.tsx', [
    ]),
    route('account/export', 'routes/account/export.ts'),
    route('issues/:ref/confirmation', 'routes/public/issue-confirmation.ts'),
    route('dev/ui-kit', 'routes/dev/ui-kit.tsx'),
    route('*', 'routes/not-found.tsx'),
  ]),
  route('photos/:id/:size', 'routes/public/photo.ts'),
  route('receipt/photos/:id', 'routes/public/receipt-photo.ts'),
  route('demo/door', 'routes/dev/demo-door.ts'),
] satisfies RouteConfig;
