import { useWords } from '#app/i18n/words-context.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { sayRefusal } from '../rules/campaign-gate.ts';

type Answer =
  { ok: true } | { ok: false; code: string; params: Readonly<Record<string, string | number>>; date: Date | string };

/** Whether campaigning is open now, and if not, why and by which date. */
export function GateNotice({ gate }: { gate: Answer }) {
  const { t, locale } = useWords();
  return gate.ok ? (
    <Notice tone="success">{t('elections.gate.open')}</Notice>
  ) : (
    <Notice tone="warning" title={t('elections.gate.shut')}>
      <p>{sayRefusal(t, locale, gate)}</p>
    </Notice>
  );
}
