import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { Press } from '#app/ui/press.tsx';
import { Section } from '#app/ui/stack.tsx';
import type { PersonViewProps } from './person-views.ts';

/** What may be done with a person, and which merges can still be taken back. */
export function Deeds({ person, merges, slug, clientId }: PersonViewProps) {
  const { t, to, locale } = useWords();
  return (
    <Section title={t('people.deeds')} id="deeds">
      <ButtonRow>
        <ButtonLink tone="secondary" icon="edit" href={to(paths.orgPersonEdit(slug, person.id))}>
          {t('people.edit.action')}
        </ButtonLink>
        <ButtonLink tone="quiet" href={to(paths.orgNewTask(slug, `?person=${person.id}`))}>
          {t('people.task.action')}
        </ButtonLink>
        <ButtonLink tone="quiet" href={to(paths.orgPersonMerge(slug, person.id))}>
          {t('people.merge.action')}
        </ButtonLink>
        <Press
          size="normal"
          clientId={clientId}
          intent={person.state === 'archived' ? 'restore' : 'archive'}
          label={t(person.state === 'archived' ? 'people.restore' : 'people.archive')}
        />
        <ButtonLink tone="quiet" icon="trash" href={to(paths.orgPersonErasure(slug, person.id))}>
          {t('people.erase.action')}
        </ButtonLink>
      </ButtonRow>
      {merges.map((merge) => (
        <p key={merge.id}>
          {t('people.merge.was', { name: merge.name, date: formatDay(merge.mergedAt, locale) })}{' '}
          <Press
            clientId={clientId}
            intent="undo-merge"
            fields={{ mergeId: merge.id }}
            label={t('people.merge.undo')}
            about={merge.name}
          />
        </p>
      ))}
    </Section>
  );
}
