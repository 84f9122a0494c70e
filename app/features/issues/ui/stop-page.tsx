import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/stack.tsx';
import type { EmergencyNumber } from '../rules/views.ts';

/** Numbers to call now. Only those that the operator confirmed; without any the page says so and names no number. */
export function EmergencyNumbers({ numbers }: { numbers: readonly EmergencyNumber[] }) {
  const { t, locale } = useWords();
  if (numbers.length === 0) return <Notice tone="warning">{t('issues.form.stop.unconfirmed')}</Notice>;
  return (
    <Section title={t('issues.form.stop.emergency')} id="emergency">
      <ul className="call-list">
        {numbers.map((entry) => (
          <li key={entry.number}>
            <a href={`tel:${entry.number.replaceAll(/[^\d+]/g, '')}`}>
              <b className="num">{entry.number}</b>
              <span>{entry[locale]}</span>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Instead of the form, where a report could do harm: nothing is asked, nothing is stored. `help` leads to the lawyers. */
export function StopPage({ help, numbers }: { numbers: readonly EmergencyNumber[]; help: ReactNode }) {
  const { t, to } = useWords();
  return (
    <div className="stack stack-large">
      <PageTitle lead={t('issues.form.stop.lead')}>{t('issues.form.stop.title')}</PageTitle>
      <EmergencyNumbers numbers={numbers} />
      <ButtonRow>
        {help}
        <ButtonLink tone="secondary" href={to(paths.organisations())}>
          {t('issues.form.stop.organisations')}
        </ButtonLink>
        <ButtonLink tone="quiet" href={to(paths.newIssue())}>
          {t('issues.form.stop.other')}
        </ButtonLink>
      </ButtonRow>
      <p className="meta">{t('issues.form.stop.exit')}</p>
    </div>
  );
}
