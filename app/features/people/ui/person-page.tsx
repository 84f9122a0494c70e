import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { formatPhone } from '#app/kernel/phone.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { Form } from '#app/ui/form.tsx';
import { Press } from '#app/ui/press.tsx';
import { Columns, Section, Stack } from '#app/ui/stack.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { useReturned, type Returned } from '#app/ui/use-returned.ts';
import { isMinor, LIMITS, PERSON_ROLES, SKILLS, SPOKEN, TIMES } from '../rules/kinds.ts';
import { Deeds } from './person-deeds.tsx';
import { PersonGuardian } from './person-guardian.tsx';
import { PersonConsents, PersonTimeline } from './person-history.tsx';
import { whereOf } from './people-list.tsx';
import type { PersonViewProps } from './person-views.ts';

/** One person: facts, contacts on demand, tags, notes, consents, what they did, and what may be done with them. */
export function PersonView(props: PersonViewProps) {
  const { may, notes } = props;
  return (
    <Columns
      aside={
        <>
          <Contacts {...props} />
          <Tags {...props} />
          {may.write && <Deeds {...props} />}
        </>
      }
    >
      <Facts {...props} />
      {isMinor(props.person.ageBand) && <PersonGuardian {...props} />}
      <PersonTimeline {...props} />
      <PersonConsents {...props} />
      {notes && <Notes {...props} />}
    </Columns>
  );
}

function Facts({ person }: PersonViewProps) {
  const { t, locale } = useWords();
  return (
    <Section title={t('people.facts')} id="facts">
      <Card>
        <DefinitionList
          items={[
            { term: t('people.field.where'), detail: whereOf(person, locale) },
            {
              term: t('people.field.roles'),
              detail: PERSON_ROLES.filter((role) => person.roles.includes(role))
                .map((role) => t(`people.role.${role}`))
                .join(', '),
            },
            {
              term: t('people.field.languages'),
              detail: SPOKEN.filter((one) => person.languages.includes(one))
                .map((one) => t(`people.language.${one}`))
                .join(', '),
            },
            {
              term: t('people.field.skills'),
              detail: SKILLS.filter((one) => person.skills.includes(one))
                .map((one) => t(`people.skill.${one}`))
                .join(', '),
            },
            {
              term: t('people.field.times'),
              detail: TIMES.filter((one) => person.times.includes(one))
                .map((one) => t(`people.time.${one}`))
                .join(', '),
            },
            { term: t('people.field.age'), detail: person.ageBand && t(`people.age.${person.ageBand}`) },
            { term: t('people.field.gender'), detail: person.gender && t(`people.gender.${person.gender}`) },
            { term: t('people.field.since'), detail: formatDay(person.createdAt, locale) },
          ]}
        />
      </Card>
    </Section>
  );
}

function Contacts({ contacts, opened, may, clientId }: PersonViewProps) {
  const { t } = useWords();
  const { email, phone } = contacts;
  const known = [
    phone > 0 && t('people.contacts.phones', { count: phone }),
    email > 0 && t('people.contacts.emails', { count: email }),
  ].filter(Boolean);
  return (
    <Section title={t('people.contacts.title')} id="contacts">
      {opened ? (
        <ul className="stack stack-small">
          {opened.map((contact) => {
            const shown = contact.kind === 'phone' ? formatPhone(contact.value) : contact.value;
            return (
              <li key={contact.id}>
                <a href={`${contact.kind === 'phone' ? 'tel' : 'mailto'}:${contact.value}`}>{shown}</a>
                {may.write && (
                  <Press
                    clientId={clientId}
                    intent="remove-contact"
                    fields={{ contactId: contact.id }}
                    label={t('people.contacts.remove')}
                    about={shown}
                    ask={t('people.contacts.remove.ask')}
                  />
                )}
              </li>
            );
          })}
        </ul>
      ) : (
        <Stack gap="small">
          <p>{known.length > 0 ? known.join(', ') : t('people.contacts.none')}</p>
          {may.contact && known.length > 0 && (
            <>
              <Press clientId={clientId} intent="contacts" label={t('people.contacts.show')} tone="secondary" />
              <p className="meta">{t('people.contacts.logged')}</p>
            </>
          )}
        </Stack>
      )}
    </Section>
  );
}

function Tags({ person, may, clientId, lastResult }: PersonViewProps) {
  const { t } = useWords();
  const back = useReturned(lastResult, 'tag');
  return (
    <Section title={t('people.field.tags')} id="tags">
      {person.tags.length === 0 && <p>{t('people.tags.none')}</p>}
      <ul>
        {person.tags.map((tag) => (
          <li key={tag.id}>
            {tag.name}{' '}
            {may.write && (
              <Press
                clientId={clientId}
                intent="untag"
                fields={{ tagId: tag.id }}
                label={t('people.remove')}
                about={tag.name}
              />
            )}
          </li>
        ))}
      </ul>
      {may.write && (
        <Form clientId={clientId} label={t('people.tags.add')}>
          <TextInput
            name="tag"
            label={t('people.tags.one')}
            error={back.errors.tag}
            defaultValue={back.value('tag')}
            maxLength={LIMITS.tag}
            autoComplete="off"
          />
          <Button tone="secondary" size="small" name="intent" value="tag">
            {t('people.tags.add')}
          </Button>
        </Form>
      )}
    </Section>
  );
}

function Notes({ notes, may, clientId, lastResult }: PersonViewProps) {
  const { t, locale } = useWords();
  const back: Returned = useReturned(lastResult, 'note');
  return (
    <Section title={t('people.note.title')} id="notes">
      {notes?.length === 0 && <p>{t('people.note.none')}</p>}
      {notes?.map((note) => (
        <Card key={note.id}>
          <p className="whitespace-pre-line">{note.text}</p>
          <p className="meta">{[formatDay(note.at, locale), note.author].filter(Boolean).join(' · ')}</p>
          {may.write && (
            <Press
              clientId={clientId}
              intent="remove-note"
              fields={{ noteId: note.id }}
              label={t('people.remove')}
              ask={t('people.note.remove.ask')}
              about={note.text.slice(0, 40)}
            />
          )}
        </Card>
      ))}
      {may.write && (
        <Form clientId={clientId} label={t('people.note.add')}>
          <TextArea
            name="note"
            label={t('people.note.one')}
            hint={t('people.note.hint')}
            error={back.errors.note}
            defaultValue={back.value('note')}
            maxLength={LIMITS.note}
            rows={3}
          />
          <Button tone="secondary" name="intent" value="note">
            {t('people.note.add')}
          </Button>
        </Form>
      )}
    </Section>
  );
}
