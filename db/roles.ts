import { hkdfSync } from 'node:crypto';

/**
 * The roles that work on the database, each with just its rights (db/guards). `icma_owner` owns the tables and
 * `icma_door` the security-definer functions; neither can log in, and none may bypass row-level security.
 */
export const LOGIN_ROLES = ['icma_app', 'icma_public', 'icma_auth', 'icma_worker', 'icma_legal'] as const;
export type LoginRole = (typeof LOGIN_ROLES)[number];
export const SILENT_ROLES = ['icma_owner', 'icma_door'] as const;

/**
 * A role's password follows from the instance's secret (64 hex digits), so nothing more has to be kept; `postgres` is
 * the administrator of the embedded server.
 */
export function rolePassword(secret: string, role: LoginRole | 'postgres'): string {
  return Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'hex'), '', `db-role:${role}`, 32)).toString('hex');
}

/** The address of the same database for another role. */
export function roleUrl(adminUrl: string, secret: string, role: LoginRole): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = rolePassword(secret, role);
  return url.href;
}
