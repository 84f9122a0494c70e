import type { LetterView } from '#app/features/authorities/queries.server.ts';
import { isUnsent } from '#app/features/authorities/rules/letter.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';

type Props = { letter: Pick<LetterView, 'id' | 'state' | 'sentAt'>; slug: string; mayWrite: boolean };

/** What one may do with a letter now; the first is the next step. */
export function LetterActions({ letter, slug, mayWrite }: Props) {
  const { t, to } = useWords();
  const { id, state } = letter;
  const isOpen = isUnsent(state);
  return (
    <ButtonRow>
      {mayWrite && state === 'ready' && (
        <ButtonLink href={to(paths.orgLetterSending(slug, id))} icon="forward">
          {t('authorities.letter.send')}
        </ButtonLink>
      )}
      {mayWrite && isOpen && (
        <ButtonLink tone="secondary" icon="edit" href={to(paths.orgLetterEdit(slug, id))}>
          {t('authorities.letter.edit')}
        </ButtonLink>
      )}
      <ButtonLink tone="secondary" icon="download" href={to(paths.orgLetterPdf(slug, id))}>
        {t('authorities.letter.pdf')}
      </ButtonLink>
      {mayWrite && isOpen && <OneButton intent="cancel" label={t('authorities.letter.cancel')} />}
      {mayWrite && state === 'cancelled' && !letter.sentAt && (
        <OneButton intent="restore" label={t('authorities.letter.restore')} />
      )}
    </ButtonRow>
  );
}

function OneButton({ intent, label }: { intent: 'cancel' | 'restore'; label: string }) {
  return (
    <Form inline label={label}>
      <Button tone="quiet" name="intent" value={intent}>
        {label}
      </Button>
    </Form>
  );
}
