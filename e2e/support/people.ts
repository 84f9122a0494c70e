import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A person of the demo story who can sign in, as `demo-people.json` lists them. */
export interface DemoPerson {
  name: string;
  /** Null for somebody who has a telephone only. */
  email: string | null;
  phone: string;
  password: string;
  /** Opens the keys of somebody of the legal desk. */
  passphrase?: string;
  /** One or several, with commas. */
  role: string;
  /** One or several, with commas. */
  organisation: string;
}

/** The people of the instance under test. */
export function demoPeople(): DemoPerson[] {
  const folder = process.env.E2E_DATA_DIR ?? join(import.meta.dirname, '../../data-e2e');
  return JSON.parse(readFileSync(join(folder, 'demo-people.json'), 'utf8')) as DemoPerson[];
}

/** The first person who holds a role, in a given organisation when that matters. */
export function demoPerson(role: string, organisation?: string): DemoPerson {
  const holds = (list: string, one: string): boolean => list.split(', ').includes(one);
  const person = demoPeople().find(
    (one) => holds(one.role, role) && (organisation === undefined || holds(one.organisation, organisation)),
  );
  if (!person) throw new Error(`The demo story has no ${role}${organisation ? ` in ${organisation}` : ''}`);
  return person;
}
