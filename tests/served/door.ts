import type { Action } from '#app/policy.ts';

/**
 * Who may knock where: one line for each address of the directory board, without its optional language. A rule is the
 * policy's action (members who may do it; colleagues who may not get 403, everybody else 404), or:
 *
 *   everybody   no account needed
 *   signed-in   any account; strangers are sent to sign in
 *   operator    the operator of the instance; for others the page does not exist
 *   nobody      there is nothing behind this method
 *   desk        a room of the legal desk: whoever has a role there and no keys yet is sent to them, to all others (owners
 *               and the operator too) it does not exist
 *   desk door   where people of the desk make and open their keys
 *   empty …     a room that only those with that right may enter, where the story keeps nothing under this name
 */
export type Rule =
  'everybody' | 'signed-in' | 'operator' | 'nobody' | 'desk' | 'desk door' | Action | `empty ${Action}`;
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
  /** The operator looks into a candidate's team. */
  opening: string;
  /** An open entry of the board. */
  entry: string;
  /** An event that everybody may come to. */
  event: string;
};

export const page: Door = { get: 'everybody', post: 'nobody' };
export const form: Door = { get: 'everybody', post: 'everybody' };
export const own: Door = { get: 'signed-in', post: 'signed-in' };
/** A room of Astara's legal desk; `post` is `nobody` where nothing is done. Ids in it name nothing. */
export const desk = (path: string, post: Rule = 'desk', get: Rule = 'desk'): Door => ({
  get,
  post,
  sample: (world) => `/legal/${world.org}${path.replaceAll(/:\w+/g, world.member)}`,
});
export const org = (path: string, get: Rule, post: Rule): Door => ({
  get,
  post,
  sample: (world) => `/org/${world.org}${path.replace(/:(\w+)/g, (_, key: keyof World) => String(world[key]))}`,
});
