import type postgres from 'postgres';
import { beforeAll } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import type { Scope } from '#app/platform/db-scope.server.ts';
import * as invitationRoute from '#app/routes/auth/invitation.tsx';
import { get, makeInvitation, makeOrganisation, makePerson, post } from './world.ts';

type House = {
  organisation: { id: string; slug: string };
  owner: { id: string };
  scope: Extract<Scope, { kind: 'member' }>;
};

/** An organisation with an owner who invites: filled by the file's first `beforeAll`. */
export function makeHouse(sql: postgres.Sql): House {
  const house = {} as House;
  beforeAll(async () => {
    house.organisation = await makeOrganisation(sql, 'ocaq');
    const { id } = house.organisation;
    house.owner = await makePerson(sql, { name: 'Aysel Məhərrəmli', roles: [[id, 'owner']] });
    house.scope = { kind: 'member', organisationId: id, userId: house.owner.id, role: 'owner' };
  });
  return house;
}

export const show = (token: string, cookie = '') =>
  get(invitationRoute.loader, `/invitations/${token}`, { params: { token }, cookie });
export const accept = (token: string, fields: Record<string, string> = {}, cookie = '') =>
  post(invitationRoute.action, `/invitations/${token}`, fields, { params: { token }, cookie });

/** The form of somebody without an account. */
export const newcomer = (more: Record<string, string> = {}) => ({
  clientId: newId(),
  name: 'Lalə Əmirova',
  contact: `l${newId().slice(0, 8)}@misal.az`,
  newPassword: 'dəniz kənarında çay',
  consent: 'on',
  ...more,
});

export async function rolesOf(sql: postgres.Sql, { organisation }: House, userId: string): Promise<string[]> {
  const rows = await sql<
    { role: string }[]
  >`select role from memberships where user_id = ${userId} and organisation_id = ${organisation.id} and ended_at is null`;
  return rows.map((row) => row.role);
}

export const byEmail = (sql: postgres.Sql, { organisation, owner }: House, email: string, more = {}) =>
  makeInvitation(sql, { organisationId: organisation.id, createdBy: owner.id, email, ...more });

export const byLink = (sql: postgres.Sql, { organisation, owner }: House, more = {}) =>
  makeInvitation(sql, {
    organisationId: organisation.id,
    createdBy: owner.id,
    kind: 'link',
    role: 'volunteer',
    maxUses: 2,
    ...more,
  });
