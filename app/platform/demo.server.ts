import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env, isDemo } from './env.server.ts';

/** One invented person, as the seed wrote it into `demo-people.json` beside the database. */
export type DemoPerson = {
  id: string;
  name: string;
  email: string | null;
  phone: string;
  password: string;
  role: string;
  organisation: string;
};

let people: DemoPerson[] | undefined;

/** The demo's people; none in live mode, whatever lies in the data folder. */
export function demoPeople(): DemoPerson[] {
  if (!isDemo()) return [];
  if (!people) {
    const file = join(env().DATA_DIR, 'demo-people.json');
    if (!existsSync(file)) return [];
    people = JSON.parse(readFileSync(file, 'utf8')) as DemoPerson[];
  }
  return people;
}
