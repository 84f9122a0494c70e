import type { KeptPost } from '#app/features/authorities/offices.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { Button } from '#app/ui/button.tsx';
import type { FieldError } from '#app/ui/field.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

/** What was typed into one form that came back; null for a form that was not sent. */
export type Returned = { value: (name: string) => string; error: (name: string) => FieldError } | null;

/** Who holds the office from a day on. */
export function HolderForm({
  clientId,
  postId,
  today,
  returned,
}: {
  clientId: string;
  postId: string;
  today: string;
  returned: Returned;
}) {
  const { t } = useWords();
  const field = (name: string, otherwise = '') => ({
    name,
    defaultValue: returned ? returned.value(name) : otherwise,
    error: returned?.error(name),
  });
  return (
    <Form clientId={clientId}>
      <input type="hidden" name="postId" value={postId} />
      <TextInput
        {...field('name')}
        label={t('authorities.posts.holder')}
        hint={t('authorities.posts.holder.hint')}
        required
        maxLength={120}
      />
      <TextInput
        {...field('since', today)}
        type="date"
        label={t('authorities.posts.since')}
        hint={t('authorities.posts.since.hint')}
        required
        width="short"
      />
      <FieldRow>
        <TextInput
          {...field('source')}
          label={t('authorities.body.source')}
          hint={t('authorities.body.source.hint')}
          required
          maxLength={200}
        />
        <TextInput
          {...field('checkedOn', today)}
          type="date"
          label={t('authorities.body.checked')}
          optional
          width="short"
        />
      </FieldRow>
      <div>
        <Button tone="secondary" name="intent" value="holder">
          {t('authorities.posts.new-holder')}
        </Button>
      </div>
    </Form>
  );
}

/** Ends the present holder's term while nobody is known to follow. */
export function EndForm({
  clientId,
  holderId,
  today,
  returned,
}: {
  clientId: string;
  holderId: string;
  today: string;
  returned: Returned;
}) {
  const { t } = useWords();
  return (
    <Form clientId={clientId}>
      <input type="hidden" name="holderId" value={holderId} />
      <TextInput
        name="until"
        type="date"
        label={t('authorities.posts.until')}
        hint={t('authorities.posts.until.hint')}
        required
        width="short"
        defaultValue={returned ? returned.value('until') : today}
        error={returned?.error('until')}
      />
      <div>
        <Button tone="secondary" size="small" name="intent" value="end">
          {t('authorities.posts.end')}
        </Button>
      </div>
    </Form>
  );
}

/** Looked at again: by which source, on which day. */
export function CheckForm({
  clientId,
  holder,
  today,
  returned,
}: {
  clientId: string;
  holder: KeptPost['holders'][number];
  today: string;
  returned: Returned;
}) {
  const { t } = useWords();
  return (
    <Form clientId={clientId}>
      <input type="hidden" name="holderId" value={holder.id} />
      <FieldRow>
        <TextInput
          name="source"
          label={t('authorities.body.source')}
          required
          maxLength={200}
          defaultValue={returned ? returned.value('source') : (holder.source ?? '')}
          error={returned?.error('source')}
        />
        <TextInput
          name="checkedOn"
          type="date"
          label={t('authorities.body.checked')}
          required
          width="short"
          defaultValue={returned ? returned.value('checkedOn') : today}
          error={returned?.error('checkedOn')}
        />
      </FieldRow>
      <div>
        <Button tone="secondary" size="small" name="intent" value="check">
          {t('authorities.posts.checked-again')}
        </Button>
      </div>
    </Form>
  );
}
