import type { SubmissionResult } from '@conform-to/react';
import { Button } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
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

/** A form of the page that is only a button. */
export function Press({
  clientId,
  intent,
  field,
  label,
  about,
  tone = 'quiet',
}: {
  clientId: string;
  intent: string;
  /** The hidden field that says which. */
  field?: [name: string, value: string];
  label: string;
  /** What the button is about, for screen readers. */
  about?: string;
  tone?: 'quiet' | 'secondary';
}) {
  return (
    <Form clientId={clientId} inline>
      {field && <input type="hidden" name={field[0]} value={field[1]} />}
      <Button tone={tone} size="small" name="intent" value={intent}>
        {label}
        {about && <span className="visually-hidden">: {about}</span>}
      </Button>
    </Form>
  );
}
