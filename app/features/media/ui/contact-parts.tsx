import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import type { Column } from '#app/ui/data-table.tsx';
import { FieldRow } from '#app/ui/form.tsx';
import { regionOptions } from '#app/ui/place-text.ts';
import { Press } from '#app/ui/press.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { Returned } from '#app/ui/use-returned.ts';
import { MEDIA_LIMITS } from '../rules/kinds.ts';

/** A name that leads to its page elsewhere, if it has one. */
export function Named({ name, url }: { name: string; url: string | null }) {
  if (!url) return name;
  return (
    <a href={url} rel="noreferrer noopener">
      {name}
    </a>
  );
}

/** What is asked of newsroom and partner alike: name, kind, region, page; `beside` stands next to the region. */
export function ContactFields({
  back,
  kinds,
  beside,
}: {
  back: Returned;
  kinds: { value: string; label: string }[];
  beside?: ReactNode;
}) {
  const { t, locale } = useWords();
  const page = (
    <TextInput
      name="url"
      type="url"
      label={t('media.field.url')}
      error={back.errors.url}
      defaultValue={back.value('url')}
      maxLength={MEDIA_LIMITS.url}
      autoComplete="off"
      optional
    />
  );
  return (
    <>
      <FieldRow>
        <TextInput
          name="name"
          label={t('media.column.name')}
          error={back.errors.name}
          defaultValue={back.value('name')}
          maxLength={MEDIA_LIMITS.name}
          autoComplete="off"
          required
        />
        <Select
          name="kind"
          label={t('media.column.kind')}
          error={back.errors.kind}
          options={kinds}
          defaultValue={back.value('kind')}
        />
      </FieldRow>
      <FieldRow>
        <Select
          name="region"
          label={t('media.column.region')}
          error={back.errors.region}
          options={regionOptions(locale)}
          defaultValue={back.value('region')}
          optional
        />
        {beside ?? page}
      </FieldRow>
      {beside && page}
    </>
  );
}

/** The last column of whoever may write: taking a row out, asked about first. */
export function useRemoval<Row>({
  mayWrite,
  clientId,
  intent,
  field,
  of,
}: {
  mayWrite: boolean;
  clientId: string;
  intent: string;
  field: string;
  of: (row: Row) => { id: string; about: string };
}): Column<Row>[] {
  const { t } = useWords();
  if (!mayWrite) return [];
  return [
    {
      key: 'remove',
      header: t('media.column.deed'),
      phone: 'action',
      cell: (row) => {
        const { id, about } = of(row);
        return (
          <Press
            clientId={clientId}
            intent={intent}
            fields={{ [field]: id }}
            label={t('media.remove')}
            about={about}
            ask={t('media.remove.ask')}
          />
        );
      },
    },
  ];
}
