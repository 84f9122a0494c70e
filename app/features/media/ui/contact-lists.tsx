import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { placeText } from '#app/ui/place-text.ts';
import { Press } from '#app/ui/press.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section } from '#app/ui/stack.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { MEDIA_LIMITS } from '../rules/kinds.ts';
import type { ContactPerson, FollowUpLine } from '../views.ts';

type FormProps = { clientId: string; lastResult?: SubmissionResult<string[]> | null };

/** To whom somebody meant to write again, and by when. */
export function FollowUps({
  slug,
  followUps,
  today,
  clientId,
  mayWrite,
}: {
  slug: string;
  followUps: FollowUpLine[];
  today: string;
  clientId: string;
  mayWrite: boolean;
}) {
  const { t, to, locale } = useWords();
  if (followUps.length === 0) return null;
  return (
    <Section title={t('media.follow-ups.title')} id="follow-ups">
      <ul className="plain-list">
        {followUps.map(({ id, whom, dueOn, about }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2">
            {whom.kind === 'person' ? <a href={to(paths.orgPerson(slug, whom.id))}>{whom.name}</a> : <b>{whom.name}</b>}
            {about && <span>{about}</span>}
            <span className="meta">{formatDay(noonOf(dueOn), locale)}</span>
            {dueOn < today && <StateBadge tone="late">{t('home.late')}</StateBadge>}
            {mayWrite && (
              <Press
                clientId={clientId}
                intent="followed-up"
                fields={{ followUpId: id }}
                label={t('media.follow-ups.done')}
                about={whom.name}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Whom to write to again, when, and about what. `whom` names people and partner organisations alike. */
export function FollowUpForm({
  clientId,
  choices,
  today,
  lastResult,
}: FormProps & { today: string; choices: { value: string; label: string }[] }) {
  const { t } = useWords();
  const back = useReturned(lastResult, 'follow-up');
  if (choices.length === 0) return null;
  return (
    <Section title={t('media.follow-ups.new')} id="new-follow-up">
      <Form clientId={back.value('clientId', clientId)} label={t('media.follow-ups.new')}>
        <FieldRow>
          <Select
            name="whom"
            label={t('media.field.whom')}
            error={back.errors.whom}
            options={choices}
            defaultValue={back.value('whom')}
          />
          <TextInput
            name="dueOn"
            type="date"
            label={t('media.field.due')}
            error={back.errors.dueOn}
            defaultValue={back.value('dueOn', today)}
            required
          />
        </FieldRow>
        <TextInput
          name="about"
          label={t('media.field.about')}
          error={back.errors.about}
          defaultValue={back.value('about')}
          maxLength={MEDIA_LIMITS.followUp}
          autoComplete="off"
          optional
        />
        <Button tone="secondary" name="intent" value="follow-up">
          {t('media.follow-ups.add')}
        </Button>
      </Form>
    </Section>
  );
}

/** People of one role; their contacts are opened on their own pages. */
export function ContactPeople({
  slug,
  people,
  of: role,
}: {
  slug: string;
  people: ContactPerson[];
  of: 'journalist' | 'partner';
}) {
  const { t, to, locale } = useWords();
  return (
    <DataTable
      caption={t(`media.people.${role}`)}
      captionHidden
      rows={people}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t(`media.people.${role}.empty`)} example={t(`media.people.${role}.example`)}>
          {t('media.people.empty.text')}
        </EmptyState>
      }
      columns={[
        {
          key: 'name',
          header: t('media.column.name'),
          cell: ({ id, name }) => <a href={to(paths.orgPerson(slug, id))}>{name}</a>,
          phone: 'title',
        },
        {
          key: 'where',
          header: t('media.column.region'),
          cell: (row) => (row.region ? placeText(row, locale) : row.place || '—'),
        },
        ...(role === 'journalist'
          ? [
              {
                key: 'coverage',
                header: t('media.column.coverage'),
                cell: ({ coverage }: ContactPerson) => coverage,
                align: 'end' as const,
              },
              {
                key: 'last',
                header: t('media.column.last'),
                cell: ({ lastOn }: ContactPerson) => (lastOn ? formatDay(noonOf(lastOn), locale) : '—'),
                nowrap: true,
              },
            ]
          : []),
      ]}
    />
  );
}
