import type { PriorityListView } from '#app/features/authorities/watch.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { compareAz } from '#app/kernel/az-text.ts';
import { REGIONS, regionName } from '#app/kernel/regions.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import type { FieldError } from '#app/ui/field.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { Heading } from '#app/ui/heading.tsx';
import { Select } from '#app/ui/select.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

/** One ranked list with its buttons. Each press is a form of its own. */
export function PriorityListCard({
  list,
  clientId,
  mayWrite,
}: {
  list: PriorityListView;
  clientId: string;
  mayWrite: boolean;
}) {
  const { t, locale } = useWords();
  const { isPublic, region, rows, year } = list;
  return (
    <Card as="section">
      <Heading level={2}>
        {t('priorities.list', { region: regionName(region, locale, 'full'), year: String(year) })}
      </Heading>
      <p>
        <StateBadge tone={isPublic ? 'open' : 'quiet'}>{t(isPublic ? 'watch.public' : 'watch.draft')}</StateBadge>
      </p>
      <ol className="grid list-none gap-3 p-0">
        {rows.map((row, at) => (
          <li key={row.id} className="grid gap-1 border-b border-line pb-3">
            <p className="mb-0">
              <span className="num">{row.rank}.</span> {row.text}
            </p>
            {row.basis && <p className="meta">{t('priorities.basis-is', { basis: row.basis })}</p>}
            {mayWrite && (
              <Form clientId={clientId} inline label={row.text}>
                <input type="hidden" name="id" value={row.id} />
                <ButtonRow row>
                  {at > 0 && (
                    <Button tone="secondary" size="small" name="intent" value="up">
                      {t('priorities.up')}
                      <span className="visually-hidden">: {row.text}</span>
                    </Button>
                  )}
                  {at < rows.length - 1 && (
                    <Button tone="secondary" size="small" name="intent" value="down">
                      {t('priorities.down')}
                      <span className="visually-hidden">: {row.text}</span>
                    </Button>
                  )}
                  <Button tone="quiet" size="small" name="intent" value="remove">
                    {t('priorities.remove')}
                    <span className="visually-hidden">: {row.text}</span>
                  </Button>
                </ButtonRow>
              </Form>
            )}
          </li>
        ))}
      </ol>
      {mayWrite && (
        <Form clientId={clientId} inline label={t('priorities.title')}>
          <input type="hidden" name="region" value={region} />
          <input type="hidden" name="year" value={year} />
          <Button tone={isPublic ? 'quiet' : 'primary'} name="intent" value={isPublic ? 'unpublish' : 'publish'}>
            {t(isPublic ? 'watch.unpublish' : 'watch.publish')}
          </Button>
        </Form>
      )}
    </Card>
  );
}

/** One more place at the end of a region's list for a year. */
export function PriorityForm({
  clientId,
  typed,
  errors,
}: {
  clientId: string;
  typed: { region: string; year: string; text: string; basis: string };
  errors: Readonly<Record<string, FieldError>>;
}) {
  const { t, locale } = useWords();
  return (
    <Form clientId={clientId}>
      <FieldRow>
        <Select
          name="region"
          label={t('watch.field.region')}
          options={REGIONS.map(({ code }) => ({ value: code, label: regionName(code, locale, 'full') })).sort((a, b) =>
            compareAz(a.label, b.label),
          )}
          defaultValue={typed.region}
          error={errors.region}
        />
        <TextInput
          name="year"
          label={t('priorities.year')}
          inputMode="numeric"
          width="short"
          required
          defaultValue={typed.year}
          error={errors.year}
        />
      </FieldRow>
      <TextInput
        name="text"
        label={t('priorities.text')}
        hint={t('priorities.text.hint')}
        required
        maxLength={300}
        defaultValue={typed.text}
        error={errors.text}
      />
      <TextInput
        name="basis"
        label={t('priorities.basis')}
        hint={t('priorities.basis.hint')}
        optional
        maxLength={300}
        defaultValue={typed.basis}
        error={errors.basis}
      />
      <div>
        <Button icon="plus" name="intent" value="add">
          {t('priorities.add')}
        </Button>
      </div>
    </Form>
  );
}
