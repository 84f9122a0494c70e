import { useWords } from '#app/i18n/words-context.tsx';
import type { Names } from '#app/kernel/regions.ts';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/stack.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';

type Desk = { slug: string; names: Names; phone: string; hours: string; takesRequests: boolean };

/** Who takes requests, and whom one calls where a desk does not. */
export function DeskList({ desks }: { desks: readonly Desk[] }) {
  const { t, locale } = useWords();
  if (desks.length === 0) return <Notice tone="warning">{t('legal-intake.home.none')}</Notice>;
  return (
    <Section title={t('legal-intake.home.desks')} id="desks">
      <ul className="grid gap-4">
        {desks.map((desk) => (
          <li key={desk.slug}>
            <p>
              <b>{desk.names[locale]}</b>{' '}
              <StateBadge tone={desk.takesRequests ? 'verified' : 'quiet'}>
                {t(desk.takesRequests ? 'legal-intake.home.open' : 'legal-intake.home.closed')}
              </StateBadge>
            </p>
            <PhoneLine phone={desk.phone} hours={desk.hours} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The desk's telephone, with its hours; nothing where there is none. */
export function PhoneLine({ hours, phone }: { phone: string; hours: string }) {
  if (phone === '') return null;
  return (
    <p>
      <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`} className="num">
        {phone}
      </a>
      {hours && <span className="meta"> {hours}</span>}
    </p>
  );
}
