import type { PersonForm } from '#app/features/people/forms.ts';
import { newId } from '#app/kernel/ids.ts';

/** A person's form as a browser sends it, read. */
export const form = (changes: Partial<PersonForm> = {}): PersonForm => ({
  clientId: newId(),
  name: `Sınaq ${newId().slice(0, 8)}`,
  phone: '',
  email: '',
  region: 'AZ-AST',
  place: 'Kijəbə',
  roles: [],
  languages: [],
  skills: [],
  times: [],
  tags: [],
  ageBand: null,
  gender: null,
  note: '',
  ...changes,
});
