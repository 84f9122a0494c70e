import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listCaseHistory } from '#app/features/legal-aid/case-history.server.ts';
import { AuditLine } from '#app/features/legal-aid/ui/audit-line.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { atCase } from './at-case.ts';

export const meta = titled('legal-desk.room.history');

export async function loader(args: LoaderFunctionArgs) {
  const { subject, work } = await atCase(args);
  return { entries: await listCaseHistory(work, subject.id) };
}

/** What was done with this case, newest first: who, what, on which day; never a word of what it says. */
export default function History() {
  const { entries } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Stack>
      <PageTitle lead={t('legal-desk.history.lead')}>{t('legal-desk.room.history')}</PageTitle>
      <ol reversed className="grid gap-2">
        {entries.map((entry) => (
          <li key={entry.n}>
            <AuditLine entry={entry} />
          </li>
        ))}
      </ol>
    </Stack>
  );
}
