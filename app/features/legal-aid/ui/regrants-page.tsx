import { useWords } from '#app/i18n/words-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import type { Regrantable, RegrantWaiting } from '../regrants.server.ts';
import { REGRANT_REASONS } from '../rules/key-forms.ts';

type Props = {
  waiting: Omit<RegrantWaiting, 'oldKeyIds'>[];
  clientId: string;
  isDone: boolean;
  lastResult?: Parameters<typeof useReturned>[0];
};

/** Colleagues who lost their keys: what they held and I hold, one by one or all at once. */
export function RegrantsPage({ clientId, isDone, lastResult, waiting }: Props) {
  const { t } = useWords();
  const back = useReturned(lastResult);
  return (
    <Stack gap="large">
      <ErrorSummary errors={back.errors} />
      <PageTitle lead={t('legal-keys.regrants.lead')}>{t('legal.nav.regrants')}</PageTitle>
      {isDone && (
        <Notice tone="success" live>
          <p>{t('legal-keys.done.given')}</p>
        </Notice>
      )}
      {waiting.length === 0 && (
        <EmptyState title={t('legal-keys.regrants.none')}>{t('legal-keys.regrants.none.text')}</EmptyState>
      )}
      {waiting.map((one) => (
        <Section key={one.staffId} title={one.shownName} id={`of-${one.staffId}`}>
          <p>{t('legal-keys.regrants.count', { count: one.subjects.length })}</p>
          <GiveForm clientId={clientId} staffId={one.staffId} />
          <ul className="grid gap-4">
            {one.subjects.map((subject) => (
              <li key={`${subject.kind}/${subject.subjectId}`}>
                <Subject subject={subject} />
                <GiveForm clientId={clientId} staffId={one.staffId} subject={subject} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </Stack>
  );
}

function Subject({ subject: { band, kind, number } }: { subject: Regrantable }) {
  const { t } = useWords();
  return (
    <p>
      {t(`legal-keys.subject.${kind}`, { number: number ?? '' })}
      {band && kind === 'case' ? ` · ${t(`legal.band.${band}`)}` : null}
    </p>
  );
}

function GiveForm({ clientId, staffId, subject }: { clientId: string; staffId: string; subject?: Regrantable }) {
  const { t } = useWords();
  return (
    <Form clientId={clientId} scope={`${staffId}-${subject?.kind ?? ''}-${subject?.subjectId ?? 'all'}`}>
      <input type="hidden" name="staffId" value={staffId} />
      {subject && <input type="hidden" name="subjectId" value={subject.subjectId} />}
      <Select
        name="reason"
        label={t('legal-keys.regrants.reason')}
        placeholder={null}
        width="medium"
        defaultValue="lost-keys"
        options={REGRANT_REASONS.map((reason) => ({ value: reason, label: t(`legal-keys.regrant-reason.${reason}`) }))}
      />
      <Button size="small" tone={subject ? 'secondary' : 'primary'}>
        {t(subject ? 'legal-keys.regrants.give' : 'legal-keys.regrants.give-all')}
      </Button>
    </Form>
  );
}
