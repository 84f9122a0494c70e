import { useWords } from '#app/i18n/words-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { Returned } from '#app/ui/use-returned.ts';
import type { LinkKind } from '../rules/support.ts';
import { SPREAD_LIMITS } from '../spread-forms.ts';

export type ShownLink = { id: string; kind: LinkKind; address: string; label: string; isOpen: boolean; people: number };

/** A volunteer's own links with how many people each brought, and the way to open another one. */
export function OwnLinks({
  links,
  clientId,
  kinds,
  back,
}: {
  links: readonly ShownLink[];
  clientId: string;
  /** Which kinds may be opened here. */
  kinds: readonly LinkKind[];
  back: Returned;
}) {
  const { t } = useWords();
  return (
    <>
      {links.length > 0 && (
        <ul className="plain-list">
          {links.map((link) => (
            <li key={link.id}>
              <b>{link.label || t(`spread.link.kind.${link.kind}`)}</b>
              <span className="meta">
                {' '}
                {t('spread.link.people', { count: link.people })}
                {!link.isOpen && ` · ${t('spread.link.closed')}`}
              </span>
              {link.isOpen && (
                <>
                  <br />
                  <a href={link.address}>{link.address}</a>
                  <Form clientId={clientId} inline>
                    <input type="hidden" name="link" value={link.id} />
                    <Button name="intent" value="close-link" tone="quiet" size="small">
                      {t('spread.link.close')}
                    </Button>
                  </Form>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <Form clientId={clientId} label={t('spread.link.open')}>
        <input type="hidden" name="intent" value="open-link" />
        <TextInput
          name="label"
          label={t('spread.link.label')}
          hint={t('spread.link.label.hint')}
          error={back.errors.label}
          defaultValue={back.value('label')}
          maxLength={SPREAD_LIMITS.label}
          optional
        />
        <div className="btn-row">
          {kinds.map((kind) => (
            <Button key={kind} name="kind" value={kind} tone="secondary">
              {t(`spread.link.open.${kind}`)}
            </Button>
          ))}
        </div>
      </Form>
    </>
  );
}
