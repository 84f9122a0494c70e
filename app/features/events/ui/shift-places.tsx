import { useWords } from '#app/i18n/words-context.tsx';
import type { ReservedFor } from '../rules/kinds.ts';

/** How full a stretch of time is, in words and as a bar; how many wait, and for whom places are kept. */
export function ShiftPlaces({
  shift,
}: {
  shift: { capacity: number; taken: number; waiting: number; reserved: number; reservedFor: ReservedFor };
}) {
  const { t } = useWords();
  const free = Math.max(0, shift.capacity - shift.taken);
  const words = [
    free === 0 ? t('events.places.full', { count: shift.capacity }) : t('events.places.free', { count: free }),
    ...(shift.waiting > 0 ? [t('events.places.waiting', { count: shift.waiting })] : []),
  ];
  return (
    <div>
      <p className="meta">{words.join(' · ')}</p>
      <div className="places-bar" data-full={free === 0 ? '' : undefined} aria-hidden="true">
        <span style={{ width: `${Math.min(100, Math.round((shift.taken / shift.capacity) * 100))}%` }} />
      </div>
      {shift.reserved > 0 && shift.reservedFor !== 'nobody' && (
        <p className="meta">{t(`events.reserved.${shift.reservedFor}`, { count: shift.reserved })}</p>
      )}
    </div>
  );
}
