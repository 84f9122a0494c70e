import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { Press } from '#app/ui/press.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { Returned } from '#app/ui/use-returned.ts';
import { LIMITS } from '../rules/kinds.ts';

/** A count and nothing else: the collector's short name, a day, a number. */
export function CountForm({ back, today, clientId }: { back: Returned; today: string; clientId: string }) {
  const { t } = useWords();
  return (
    <Form clientId={back.value('clientId', clientId)} label={t('elections.count.add')}>
      <input type="hidden" name="intent" value="count" />
      <TextInput
        name="collector"
        label={t('elections.count.collector')}
        hint={t('elections.count.collector.hint')}
        width="medium"
        maxLength={LIMITS.collector}
        autoComplete="off"
        defaultValue={back.value('collector')}
        error={back.errors.collector}
      />
      <FieldRow>
        <TextInput
          name="day"
          type="date"
          width="short"
          label={t('elections.day')}
          max={today}
          defaultValue={back.value('day', today)}
          error={back.errors.day}
        />
        <TextInput
          name="count"
          inputMode="numeric"
          width="short"
          label={t('elections.count')}
          defaultValue={back.value('count')}
          error={back.errors.count}
        />
      </FieldRow>
      <Button>{t('elections.count.save')}</Button>
    </Form>
  );
}

type Row = { collector: string; day: string; count: number };

/** Every count, the latest day first; one that was entered by mistake can be taken out. */
export function CountTable({
  rows,
  clientId,
  mayWrite,
}: {
  rows: readonly Row[];
  clientId: string;
  mayWrite: boolean;
}) {
  const { t, locale } = useWords();
  return (
    <DataTable
      caption={t('elections.count.rows')}
      captionHidden
      rows={rows}
      rowKey={({ collector, day }) => `${day} ${collector}`}
      empty={<p className="text-muted">{t('elections.count.none')}</p>}
      columns={[
        { key: 'day', header: t('elections.day'), nowrap: true, cell: ({ day }) => formatDay(noonOf(day), locale) },
        {
          key: 'collector',
          header: t('elections.count.collector'),
          phone: 'title',
          cell: ({ collector }) => collector,
        },
        { key: 'count', header: t('elections.count'), align: 'end', cell: ({ count }) => String(count) },
        {
          key: 'remove',
          header: t('elections.remove'),
          phone: 'action',
          cell: ({ collector, day }) =>
            mayWrite ? (
              <Press
                clientId={clientId}
                intent="remove"
                fields={{ collector, day }}
                label={t('elections.remove')}
                about={`${collector}, ${day}`}
                ask={t('elections.signatures.remove.ask')}
              />
            ) : null,
        },
      ]}
    />
  );
}
