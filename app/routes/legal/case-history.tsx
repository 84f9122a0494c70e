import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { desc, eq } from 'drizzle-orm';
import { legalAudit } from '#db/schema/legal-aid.ts';
import { shownNames } from '#app/features/legal-aid/case-facts.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { AuditLine } from '#app/features/legal-aid/ui/audit-line.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { atCase } from './at-case.ts';

export const meta = titled('legal-desk.room.history');

const MOST = 300;

export async function loader(args: LoaderFunctionArgs) {
  const { subject, work } = await atCase(args);
  return withLegalScope(work.scope, async (tx) => {
    const rows = await tx
      .select()
      .from(legalAudit)
      .where(eq(legalAudit.caseId, subject.id))
      .orderBy(desc(legalAudit.n))
      .limit(MOST);
    const names = await shownNames(
      tx,
      rows.map((row) => row.actorId),
    );
    return {
      entries: rows.map(({ action, actorId, actorKind, n, onDay, reason }) => ({
        n,
        onDay,
        action,
        reason,
        actorKind,
        name: actorId === null ? null : (names.get(actorId) ?? null),
      })),
    };
  });
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
