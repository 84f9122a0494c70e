import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A person of the demo story who can sign in, as `demo-people.json` lists them. */
export interface DemoPerson {
  name: string;
  email: string;
  password: string;
  role: string;
  organisation: string;
}

/** The people of the instance under test. */
export function demoPeople(): DemoPerson[] {
  const folder = process.env.E2E_DATA_DIR ?? join(import.meta.dirname, '../../data-e2e');
  return JSON.parse(readFileSync(join(folder, 'demo-people.json'), 'utf8')) as DemoPerson[];
}

/** The first person with a role, in a given organisation when that matters. */
export function demoPerson(role: string, organisation?: string): DemoPerson {
  const person = demoPeople().find(
    (one) => one.role === role && (organisation === undefined || one.organisation === organisation),
  );
  if (!person) throw new Error(`The demo story has no ${role}${organisation ? ` in ${organisation}` : ''}`);
  return person;
}
