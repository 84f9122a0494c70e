import type { BodyChoice } from '#app/features/authorities/posts.server.ts';
import { DECISION_KINDS, PROMISE_STATES, VOTES } from '#app/features/authorities/rules/watch.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { REGIONS, regionName } from '#app/kernel/regions.ts';
import { compareAz } from '#app/kernel/az-text.ts';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import type { FieldError } from '#app/ui/field.tsx';
import { FieldGroup, FieldRow, Form } from '#app/ui/form.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';

export type DecisionTyped = {
  /** A field's text as typed or stored; rows by `promises[0].text`. */
  value: (name: string) => string;
  error: (name: string) => FieldError;
  clientId: string;
  rows: { promises: number; votes: number };
};

type Choice = Pick<BodyChoice, 'id' | 'names' | 'region'>;

/** One watched decision. Rows that stay empty are left out. */
export function DecisionFields({
  typed,
  bodies,
  backHref,
}: {
  typed: DecisionTyped;
  bodies: readonly Choice[];
  backHref: string;
}) {
  const { t, locale } = useWords();
  const { value, error, rows } = typed;
  const regions = REGIONS.map(({ code }) => ({ value: code, label: regionName(code, locale, 'full') })).sort((a, b) =>
    compareAz(a.label, b.label),
  );
  const field = (name: string) => ({ name, defaultValue: value(name), error: error(name) });
  const option = (body: Choice) => ({ value: body.id, label: body.names[locale] });
  return (
    <Form clientId={typed.clientId}>
      <FieldRow>
        <Select
          {...field('kind')}
          label={t('watch.field.kind')}
          options={DECISION_KINDS.map((kind) => ({ value: kind, label: t(`watch.kind.${kind}`) }))}
        />
        <TextInput {...field('on')} type="date" label={t('watch.field.on')} required width="short" />
      </FieldRow>
      <FieldRow>
        <Select
          {...field('bodyId')}
          label={t('watch.field.body')}
          placeholder={t('watch.field.body.none')}
          options={[
            { label: t('watch.field.body.local'), options: bodies.filter((body) => body.region !== null).map(option) },
            {
              label: t('watch.field.body.country'),
              options: bodies.filter((body) => body.region === null).map(option),
            },
          ].filter((group) => group.options.length > 0)}
        />
        <Select {...field('region')} label={t('watch.field.region')} options={regions} />
      </FieldRow>
      <TextInput
        {...field('title')}
        label={t('watch.field.title')}
        hint={t('watch.field.title.hint')}
        required
        maxLength={200}
      />
      <TextArea
        {...field('text')}
        label={t('watch.field.text')}
        hint={t('watch.field.text.hint')}
        optional
        rows={5}
        maxLength={5000}
      />
      <FieldRow>
        <TextInput
          {...field('amount')}
          label={t('watch.field.amount')}
          hint={t('watch.field.amount.hint')}
          optional
          maxLength={60}
        />
        <TextInput
          {...field('sourceUrl')}
          type="url"
          label={t('watch.field.source')}
          hint={t('watch.field.source.hint')}
          optional
          maxLength={500}
        />
      </FieldRow>
      <FieldGroup legend={t('watch.promises')} hint={t('watch.promises.hint')}>
        {Array.from({ length: rows.promises }, (_, at) => (
          <div key={at} className="grid gap-2 border-b border-line pb-3">
            <input type="hidden" name={`promises[${at}].id`} value={value(`promises[${at}].id`)} />
            <TextInput
              {...field(`promises[${at}].text`)}
              label={t('watch.promise.text', { number: at + 1 })}
              optional
              maxLength={500}
            />
            <FieldRow>
              <TextInput
                {...field(`promises[${at}].dueOn`)}
                type="date"
                label={t('watch.promise.due-on')}
                optional
                width="short"
              />
              <Select
                {...field(`promises[${at}].state`)}
                label={t('watch.promise.state')}
                options={PROMISE_STATES.map((state) => ({ value: state, label: t(`watch.promise.${state}`) }))}
                width="short"
              />
            </FieldRow>
          </div>
        ))}
      </FieldGroup>
      <FieldGroup legend={t('watch.votes')} hint={t('watch.votes.hint')}>
        {Array.from({ length: rows.votes }, (_, at) => (
          <FieldRow key={at}>
            <TextInput
              {...field(`votes[${at}].member`)}
              label={t('watch.member.number', { number: at + 1 })}
              optional
              maxLength={120}
            />
            <Select
              {...field(`votes[${at}].vote`)}
              label={t('watch.vote')}
              options={VOTES.map((vote) => ({ value: vote, label: t(`watch.vote.${vote}`) }))}
              width="short"
            />
          </FieldRow>
        ))}
      </FieldGroup>
      <TextArea
        {...field('minutes')}
        label={t('watch.minutes')}
        hint={t('watch.minutes.hint')}
        optional
        rows={6}
        maxLength={10_000}
      />
      <ButtonRow>
        <Button>{t('common.save')}</Button>
        <ButtonLink tone="quiet" href={backHref}>
          {t('common.cancel')}
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}
