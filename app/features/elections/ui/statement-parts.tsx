import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, formatMoment, noonOf } from '#app/kernel/dates.ts';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Form } from '#app/ui/form.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { Returned } from '#app/ui/use-returned.ts';
import { LIMITS } from '../rules/kinds.ts';

type Statement = { day: string | null; payer: string; lawyer: string; clearedOn: string | null };

/** Takes a statement back: a button, because it can be stated again. */
export function Withdraw({ what, clientId }: { what: 'day' | 'payer' | 'clearance'; clientId: string }) {
  const { t } = useWords();
  return (
    <Form clientId={clientId} inline label={t(`elections.withdraw.${what}`)}>
      <input type="hidden" name="intent" value="withdraw" />
      <input type="hidden" name="what" value={what} />
      <Button tone="quiet" size="small">
        {t(`elections.withdraw.${what}`)}
      </Button>
    </Form>
  );
}

export function PayerForm({ back, now, clientId }: { back: Returned; now: Statement; clientId: string }) {
  const { t } = useWords();
  return (
    <Form clientId={back.value('clientId', clientId)} label={t('elections.payer')} scope="payer">
      <input type="hidden" name="intent" value="payer" />
      <TextInput
        name="payer"
        label={t('elections.payer.label')}
        hint={t('elections.payer.hint')}
        maxLength={LIMITS.payer}
        defaultValue={back.value('payer', now.payer)}
        error={back.errors.payer}
      />
      <Button>{t('elections.payer.save')}</Button>
    </Form>
  );
}

export function ClearanceForm({ back, now, clientId }: { back: Returned; now: Statement; clientId: string }) {
  const { t } = useWords();
  return (
    <Form clientId={back.value('clientId', clientId)} label={t('elections.clearance')} scope="clearance">
      <input type="hidden" name="intent" value="clearance" />
      <TextInput
        name="lawyer"
        label={t('elections.lawyer')}
        width="medium"
        maxLength={LIMITS.lawyer}
        defaultValue={back.value('lawyer', now.lawyer)}
        error={back.errors.lawyer}
      />
      <TextInput
        name="clearedOn"
        type="date"
        width="short"
        label={t('elections.cleared-on')}
        defaultValue={back.value('clearedOn', now.clearedOn)}
        error={back.errors.clearedOn}
      />
      <Button>{t('elections.clearance.save')}</Button>
    </Form>
  );
}

/** What was stated before, the latest first. */
export function StatementHistory({ rows }: { rows: readonly (Statement & { at: Date | string })[] }) {
  const { t, locale } = useWords();
  const day = (on: string | null) => (on === null ? '–' : formatDay(noonOf(on), locale));
  return (
    <DataTable
      caption={t('elections.history')}
      captionHidden
      rows={rows}
      rowKey={({ at }) => new Date(at).toISOString()}
      empty={<p className="text-muted">{t('elections.history.none')}</p>}
      columns={[
        {
          key: 'at',
          header: t('elections.history.at'),
          phone: 'title',
          nowrap: true,
          cell: ({ at }) => formatMoment(new Date(at), locale),
        },
        { key: 'day', header: t('elections.day-of'), nowrap: true, cell: (row) => day(row.day) },
        { key: 'payer', header: t('elections.payer'), cell: ({ payer }) => payer || '–' },
        {
          key: 'clearance',
          header: t('elections.clearance'),
          cell: ({ lawyer, clearedOn }) => (lawyer ? `${lawyer}, ${day(clearedOn)}` : '–'),
        },
      ]}
    />
  );
}
