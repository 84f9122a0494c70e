import { useWords } from '#app/i18n/words-context.tsx';
import { useFieldNames } from './field-names.tsx';
import { errorText, fieldId, type FieldError } from './field.tsx';
import { Icon } from './icon.tsx';

/**
 * At the head of a form that came back: what to correct, each naming its field and a link to it. Takes focus when the page opens.
 * `errors` is either a record of field name to sentence(s) or a list; a name of '' is for what belongs to no field.
 */
export function ErrorSummary({
  errors,
  title,
  still,
}: {
  errors: Readonly<Record<string, FieldError>> | ReadonlyArray<{ name?: string; message: string }> | null | undefined;
  title?: string;
  /** Leaves the focus where it is: for pages that only show what it looks like. */
  still?: boolean;
}) {
  const { t } = useWords();
  const list = listed(errors);
  if (list.length === 0) return null;
  return (
    // autoFocus: the page was asked for by sending the form, so the answer is where reading goes on.
    <div className="error-summary" role="alert" tabIndex={-1} autoFocus={!still}>
      <Icon name="alert" size={22} />
      <div>
        <p className="notice-title">{title ?? t('kit.errors.title')}</p>
        <ul>
          {list.map(({ name, message }) => (
            <li key={`${name}${message}`}>
              <OneError name={name} message={message} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** "Nəyin yanında: bunu yazın". What belongs to no field of the page (a form's hidden id) is no link. */
function OneError({ name, message }: { name?: string; message: string }) {
  const names = useFieldNames();
  if (!name || (names && names.size > 0 && !names.has(name))) return <>{message}</>;
  const field = names?.get(name);
  const label = field?.label?.replace(/[\s.:?]+$/, '');
  return <a href={`#${field?.id ?? fieldId(name)}`}>{label ? `${label}: ${message}` : message}</a>;
}

function listed(errors: Parameters<typeof ErrorSummary>[0]['errors']): Array<{ name?: string; message: string }> {
  if (!errors) return [];
  if (Array.isArray(errors)) return [...errors];
  return Object.entries(errors as Record<string, FieldError>).flatMap(([name, error]) => {
    const message = errorText(error);
    return message ? [{ name, message }] : [];
  });
}
