import type postgres from 'postgres';
import { beforeAll } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { draftLetter } from '#app/features/authorities/public.server.ts';
import { DEMO_STORY } from '#db/seed/demo/story/index.ts';
import { signedIn } from '#tests/integration/accounts/world.ts';
import { seedStory } from '#tests/support/story.ts';
import { atWork, freshIssue } from './world.ts';

const PEOPLE = ['aide', 'rena', 'samir', 'xalide', 'perviz', 'elcin'] as const;

export const slugOf = (key: string): string => DEMO_STORY.organisations.find((one) => one.key === key)?.slug ?? '';
export const OURS = slugOf('astaracay');

type Desk = {
  /** By the story's keys: an organiser, a moderator, a volunteer, a reader, a stranger, the operator. */
  cookies: Record<string, string>;
  /** A published report of Astara, and a letter drafted about it. */
  issueId: string;
  letterId: string;
  /** What a request for the letter's pages carries, asked by somebody under an organisation's address. */
  here: (who: string, org?: string) => { cookie: string; params: { org: string; letter: string } };
};

/** Everybody signed in before one letter: filled by the file's first `beforeAll`, which puts the story into its database. */
export function letterDesk(sql: postgres.Sql): Desk {
  const desk: Desk = {
    cookies: {},
    issueId: '',
    letterId: '',
    here: (who, org = OURS) => ({ cookie: desk.cookies[who] ?? '', params: { org, letter: desk.letterId } }),
  };
  beforeAll(async () => {
    await seedStory();
    for (const key of PEOPLE) {
      const name = DEMO_STORY.people.find((one) => one.key === key)?.name ?? '';
      const [row] = await sql<{ id: string }[]>`select id from users where name = ${name}`;
      desk.cookies[key] = await signedIn(row?.id ?? '');
    }
    desk.issueId = await freshIssue(sql, 'astaracay', { category: 'road_surface', region: 'AZ-AST' });
    const aide = await atWork(sql, 'astaracay', 'Aidə Kərimli');
    const drafted = await draftLetter(aide, { issueId: desk.issueId, clientId: newId() });
    if (!drafted.ok) throw new Error(drafted.refusal.code);
    desk.letterId = drafted.value.letterId;
  }, 180_000);
  return desk;
}
