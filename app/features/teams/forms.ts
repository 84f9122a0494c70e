import { z } from 'zod';
import { TEAM_ROLES } from '#app/kernel/actor.ts';
import { choice, clientId, consent, text } from '#app/kernel/fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { isRegionCode } from '#app/kernel/regions.ts';
import { OPENING_MINUTES } from './rules/glass.ts';
import { SHARE_KINDS } from './rules/shares.ts';

const id = z.string({ error: 'common.error.choose' }).refine(isId, 'common.error.choose');
/** A day of the calendar; empty is none. */
const day = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? value : null),
  z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/, 'teams.error.day')
    .refine((value) => !Number.isNaN(Date.parse(value)), 'teams.error.day')
    .nullable(),
);
const whole = (values: readonly number[]) =>
  z.preprocess(
    (value) => Number(value),
    z.number('common.error.choose').refine((value) => values.includes(value), 'common.error.choose'),
  );

export const newTeamForm = z.object({
  clientId,
  name: text(3, 80),
  region: z.string({ error: 'common.error.choose' }).refine(isRegionCode, 'common.error.choose'),
});

export const renameForm = z.object({ intent: z.literal('rename'), clientId, name: text(3, 80) });

export const LINK_DAYS = [1, 3, 7, 14] as const;
export const TEAM_LINK_USES = [1, 5, 20, 50] as const;

export const teamInvitationForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('invite'),
    clientId,
    role: choice(TEAM_ROLES),
    days: whole(LINK_DAYS),
    maxUses: whole(TEAM_LINK_USES),
    until: day,
  }),
  z.object({ intent: z.literal('revoke'), clientId, invitationId: id }),
]);

export const foundingForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('found'), clientId, days: whole(LINK_DAYS) }),
  z.object({ intent: z.literal('revoke'), clientId, invitationId: id }),
]);

export const seatForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('change'), clientId, role: choice(TEAM_ROLES), until: day }),
  z.object({ intent: z.literal('end'), clientId }),
]);

export const linkForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('link'),
    clientId,
    society: id,
    shares: z.array(choice(SHARE_KINDS)).min(1, 'teams.link.error.nothing').default([]),
    consent,
  }),
  z.object({ intent: z.literal('revoke'), clientId, linkId: id }),
]);

/** Typed out, so that no slip of the finger erases a team; `proof` is the password, or a code where there is a second factor. */
export const teamErasureForm = z.object({ clientId, name: text(1, 120), proof: text(1, 200) });

/** All of a team's data leaves by one press: the password, or a code where there is a second factor. */
export const takeOutForm = z.object({ clientId, proof: text(1, 200) });

export const openingForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('open'),
    clientId,
    team: text(3, 60),
    reason: text(20, 1000),
    minutes: whole(OPENING_MINUTES),
  }),
  z.object({ intent: z.literal('close'), clientId, opening: id }),
]);
