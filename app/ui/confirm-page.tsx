import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { Button, ButtonLink } from './button.tsx';
import { Form } from './form.tsx';
import { PageTitle } from './heading.tsx';

/**
 * Asks once, in words, before something that cannot be undone. A page and not a box over a page: it works without scripts,
 * and the way back is a link. `children` says what happens; `fields` are more inputs (a reason); `confirmLabel` names the deed.
 */
export function ConfirmPage({
  title,
  children,
  action,
  clientId,
  confirmLabel,
  cancelHref,
  cancelLabel,
  tone = 'danger',
  fields,
  undoable,
}: {
  title: ReactNode;
  children: ReactNode;
  action?: string;
  clientId?: string;
  confirmLabel: string;
  cancelHref: string;
  cancelLabel?: string;
  tone?: 'danger' | 'primary';
  fields?: ReactNode;
  undoable?: boolean;
}) {
  const { t } = useWords();
  return (
    <div className="confirm">
      <PageTitle>{title}</PageTitle>
      <div className="prose">
        {children}
        {!undoable && (
          <p>
            <b>{t('kit.confirm.once')}</b>
          </p>
        )}
      </div>
      <Form action={action} clientId={clientId}>
        {fields}
        <div className="btn-row">
          <Button tone={tone}>{confirmLabel}</Button>
          <ButtonLink tone="quiet" href={cancelHref}>
            {cancelLabel ?? t('kit.confirm.cancel')}
          </ButtonLink>
        </div>
      </Form>
    </div>
  );
}
