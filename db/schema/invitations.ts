import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { MEMBER_ROLES, TEAM_ROLES } from '#app/kernel/actor.ts';
import { id, moment, oneOf } from './columns.ts';
import { organisations } from './organisations.ts';

/** An invitation into an organisation: bound to an e-mail for staff roles, by link or QR for volunteers only. */
export const INVITATION_KINDS = ['email', 'link'] as const;
export const invitations = pgTable(
  'invitations',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: INVITATION_KINDS }).notNull(),
    role: text('role', { enum: MEMBER_ROLES }).notNull(),
    /** Into a candidate's team: the role there, and how long the membership lasts that comes of it. */
    teamRole: text('team_role', { enum: TEAM_ROLES }),
    memberUntil: moment('member_until'),
    emailCipher: text('email_cipher'),
    emailIndex: text('email_index'),
    tokenHash: text('token_hash').notNull(),
    maxUses: integer('max_uses').notNull().default(1),
    uses: integer('uses').notNull().default(0),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
    createdBy: uuid('created_by').notNull(),
    createdAt: moment('created_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    uniqueIndex('invitations_token').on(t.tokenHash),
    index('invitations_organisation').on(t.organisationId),
    oneOf('invitations_kind_known', t.kind, INVITATION_KINDS),
    oneOf('invitations_role_known', t.role, MEMBER_ROLES),
    oneOf('invitations_team_role_known', t.teamRole, TEAM_ROLES),
  ],
);
