import type { KeptYear } from '#app/features/authorities/offices.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import type { FieldError } from '#app/ui/field.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';

type Returned = { value: (name: string) => string; error: (name: string) => FieldError } | null;
type Props = { year: number; clientId: string; returned: Returned };

/** The days of one year, each with a button that takes it away. */
export function HolidayTable({ year, clientId }: { year: KeptYear; clientId: string }) {
  const { t, locale } = useWords();
  return (
    <DataTable
      caption={t('authorities.holidays.of', { year: String(year.year) })}
      captionHidden
      columns={[
        {
          key: 'on',
          header: t('authorities.holidays.on'),
          phone: 'title',
          nowrap: true,
          cell: (day) => formatDay(noonOf(day.on), locale),
        },
        { key: 'name', header: t('authorities.holidays.name'), cell: (day) => <span lang="az">{day.name}</span> },
        {
          key: 'kind',
          header: t('authorities.holidays.kind'),
          nowrap: true,
          cell: (day) => t(day.isWorkday ? 'authorities.holidays.worked' : 'authorities.holidays.off'),
        },
        {
          key: 'remove',
          header: t('authorities.holidays.remove'),
          phone: 'action',
          cell: (day) => (
            <Form clientId={clientId} inline label={day.name}>
              <input type="hidden" name="year" value={year.year} />
              <input type="hidden" name="on" value={day.on} />
              <Button tone="quiet" size="small" name="intent" value="remove">
                {t('authorities.holidays.remove')}
                <span className="visually-hidden">: {formatDay(noonOf(day.on), locale)}</span>
              </Button>
            </Form>
          ),
        },
      ]}
      rows={year.days}
      rowKey={(day) => day.on}
      empty={
        <EmptyState title={t('authorities.holidays.empty.title', { year: String(year.year) })}>
          {t('authorities.holidays.empty.text')}
        </EmptyState>
      }
    />
  );
}

export function HolidayAdd({ year, clientId, returned }: Props) {
  const { t } = useWords();
  return (
    <Form clientId={clientId}>
      <input type="hidden" name="year" value={year} />
      <FieldRow>
        <TextInput
          name="on"
          type="date"
          label={t('authorities.holidays.on')}
          required
          width="short"
          min={`${year}-01-01`}
          max={`${year}-12-31`}
          defaultValue={returned?.value('on') ?? ''}
          error={returned?.error('on')}
        />
        <TextInput
          name="name"
          lang="az"
          label={t('authorities.holidays.name')}
          required
          maxLength={120}
          defaultValue={returned?.value('name') ?? ''}
          error={returned?.error('name')}
        />
      </FieldRow>
      <CheckboxField
        name="isWorkday"
        label={t('authorities.holidays.is-worked')}
        hint={t('authorities.holidays.is-worked.hint')}
        defaultChecked={returned?.value('isWorkday') === 'on'}
      />
      <div>
        <Button tone="secondary" icon="plus" name="intent" value="add">
          {t('authorities.holidays.add')}
        </Button>
      </div>
    </Form>
  );
}

export function HolidayPaste({ year, clientId, returned }: Props) {
  const { t } = useWords();
  return (
    <Form clientId={clientId}>
      <input type="hidden" name="year" value={year} />
      <TextArea
        name="list"
        lang="az"
        rows={8}
        label={t('authorities.holidays.list')}
        hint={t('authorities.holidays.list.hint', { year: String(year) })}
        maxLength={8000}
        defaultValue={returned?.value('list') ?? ''}
        error={returned?.error('list')}
      />
      <div>
        <Button tone="secondary" name="intent" value="paste">
          {t('authorities.holidays.replace')}
        </Button>
      </div>
    </Form>
  );
}

export function HolidayConfirm({ year, clientId, returned }: { year: KeptYear; clientId: string; returned: Returned }) {
  const { t } = useWords();
  if (year.confirmedAt)
    return (
      <Form clientId={clientId} inline label={t('authorities.holidays.confirm')}>
        <input type="hidden" name="year" value={year.year} />
        <Button tone="quiet" name="intent" value="unconfirm">
          {t('authorities.holidays.unconfirm')}
        </Button>
      </Form>
    );
  return (
    <Form clientId={clientId}>
      <input type="hidden" name="year" value={year.year} />
      <TextInput
        name="source"
        label={t('authorities.holidays.source')}
        hint={t('authorities.holidays.source.hint')}
        required
        maxLength={200}
        defaultValue={returned ? returned.value('source') : year.isSample ? '' : year.source}
        error={returned?.error('source')}
      />
      <div>
        <Button name="intent" value="confirm">
          {t('authorities.holidays.confirm')}
        </Button>
      </div>
    </Form>
  );
}
