import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { regionName } from '#app/kernel/regions.ts';
import { StateBadge, type StateTone } from '#app/ui/state-badge.tsx';
import type { BandNow } from '../rules/case-band.ts';
import type { CaseFacts } from '../rules/case-facts.ts';
import type { Band } from '../rules/desk.ts';

const BAND_TONES: Record<Band, StateTone> = { red: 'late', amber: 'waiting', green: 'quiet' };
const KIB = 1024;

/** The band with where it comes from. */
export function BandBadge({ band }: { band: BandNow }) {
  const { t } = useWords();
  return (
    <StateBadge tone={BAND_TONES[band.band]}>
      {band.because === 'person'
        ? t('legal-desk.band.by-person', { band: t(`legal.band.${band.band}`) })
        : t(`legal.band.${band.band}`)}
    </StateBadge>
  );
}

/** Days to the next date: "3 days left", "today", "2 days over". */
export function DaysLeft({ left, dueOn }: { left: number | null; dueOn: string | null }) {
  const { t, locale } = useWords();
  if (left === null || dueOn === null) return <span className="meta">{t('legal-desk.due.none')}</span>;
  const text =
    left < 0
      ? t('legal-desk.due.over', { count: -left })
      : left === 0
        ? t('legal-desk.due.today')
        : t('legal-desk.due.left', { count: left });
  return (
    <span>
      <b className={left <= 3 ? 'num whitespace-nowrap text-karpic' : 'num whitespace-nowrap'}>{text}</b>{' '}
      <span className="meta inline-block whitespace-nowrap">{formatDay(noonOf(dueOn), locale)}</span>
    </span>
  );
}

/** Kind of help, in words. */
export function useKind(): (facts: Pick<CaseFacts, 'track' | 'need' | 'matter'>) => string {
  const { t } = useWords();
  return ({ matter, need, track }) =>
    need ? t(`legal.need.${need}`) : matter ? t(`legal.matter.${matter}`) : t(`legal.track.${track}`);
}

/** "8 KB" of sealed text: what may be known of its length. */
export function useSize(): (bytes: number) => string {
  const { t } = useWords();
  return (bytes) => t('legal-desk.size', { count: String(Math.max(1, Math.ceil(bytes / KIB))) });
}

/** The facts of a case in one line of words. */
export function FactsLine({ facts, today }: { facts: CaseFacts; today: string }) {
  const { t, locale } = useWords();
  const kind = useKind()(facts);
  const size = useSize()(facts.paddedLength);
  const parts = [
    t(`legal.state.${facts.state}`),
    kind,
    facts.region ? regionName(facts.region, locale) : null,
    ageOf(facts.openedOn, today) === 0
      ? t('legal-desk.age.today')
      : t('legal-desk.age', { count: ageOf(facts.openedOn, today) }),
    facts.isWaitingForUs ? t('legal.waiting.us') : t('legal.waiting.applicant'),
    size,
    facts.isSealedInBrowser ? t('legal-desk.sealed.browser') : t('legal-desk.sealed.server'),
    facts.isCourt ? t('legal-desk.court') : null,
    facts.isFrozen ? t('legal-desk.frozen') : null,
    facts.label ? t(`legal.label.${facts.label}`) : null,
  ];
  return <span>{parts.filter(Boolean).join(' · ')}</span>;
}

/** Whole days between two days. */
export function ageOf(from: string, today: string): number {
  return Math.round((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
