import type { BodyChoice } from '#app/features/authorities/public.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import type { FieldError } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';

/** Whom to address: the likely bodies first, each with its posts (an office and who holds it today) and itself. */
export function AddresseeSelect({
  name,
  label,
  hint,
  choices,
  error,
  optional,
  defaultValue,
}: {
  name: string;
  label: string;
  hint?: string;
  choices: readonly BodyChoice[];
  error?: FieldError;
  optional?: boolean;
  defaultValue?: string;
}) {
  const { t, locale } = useWords();
  const options = [...choices.filter((body) => body.isLikely), ...choices.filter((body) => !body.isLikely)].map(
    (body) => ({
      label: body.names[locale],
      options: [
        ...body.posts.map((post) => ({
          value: `post:${post.id}`,
          label: post.holder ? `${post.names[locale]} (${post.holder.name})` : post.names[locale],
        })),
        {
          value: `body:${body.id}`,
          label:
            body.posts.length > 0 ? t('campaigns.addressee.body', { body: body.names[locale] }) : body.names[locale],
        },
      ],
    }),
  );
  return (
    <Select
      name={name}
      label={label}
      hint={hint}
      error={error}
      optional={optional}
      options={options}
      defaultValue={defaultValue}
      placeholder={t('campaigns.addressee.none')}
    />
  );
}
