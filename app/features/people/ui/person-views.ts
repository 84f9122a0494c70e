import type { SubmissionResult } from '@conform-to/react';
import type { PersonPage } from '../person.server.ts';
import type { ContactLine } from '../views.ts';

/** What every part of a person's page is given. */
export type PersonViewProps = PersonPage & {
  slug: string;
  clientId: string;
  today: string;
  may: { write: boolean; contact: boolean };
  opened: ContactLine[] | null;
  lastResult?: SubmissionResult<string[]> | null;
};
