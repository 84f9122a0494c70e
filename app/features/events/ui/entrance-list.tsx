import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { AGE_BANDS, GENDERS } from '#app/features/people/rules/kinds.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { OutboxForm } from '#app/ui/outbox/outbox.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { Entrance, EntrancePerson } from '../entrance.server.ts';
import { PlaceBadge } from './event-words.tsx';

type At = { slug: string; eventId: string; shiftId: string; q: string };
/** Each button has its own id: a second press of one is the same entry, another button is another. */
type Row = EntrancePerson & { clientId: string };

/** One of the two buttons of a row: she is here, she is not. The page shows the one whose turn it is, the outbox goes on. */
function CheckInButton({ at, person, isHere }: { at: At; person: Row; isHere: boolean }) {
  const { t, to } = useWords();
  const action = to(paths.orgEventCheckIn(at.slug, at.eventId));
  const label = isHere ? t('outbox.door.undo-of', { name: person.name }) : person.name;
  return (
    <OutboxForm
      url={action}
      label={label}
      lane={person.id}
      turn={isHere ? 'undo' : 'here'}
      isTheirTurn={isHere === (person.attendedAt !== null)}
    >
      <Form action={action} clientId={person.clientId} inline label={label}>
        <input type="hidden" name="shiftId" value={at.shiftId} />
        <input type="hidden" name="signUpId" value={person.id} />
        <input type="hidden" name="q" value={at.q} />
        {isHere && <input type="hidden" name="undo" value="on" />}
        <Button tone={isHere ? 'quiet' : 'verify'} size="small" icon={isHere ? undefined : 'check'}>
          {t(isHere ? 'events.entrance.undo' : 'events.entrance.here')}
        </Button>
      </Form>
    </OutboxForm>
  );
}

/** Everybody who is expected at a shift, each with one button; below it, somebody who came without having signed up. */
export function EntranceList({
  slug,
  entrance,
  people,
  walkInId,
  q,
}: {
  slug: string;
  entrance: Omit<Entrance, 'people'>;
  people: readonly Row[];
  walkInId: string;
  q: string;
}) {
  const { t } = useWords();
  const at = { slug, eventId: entrance.event.id, shiftId: entrance.shift.id, q };
  return (
    <>
      {people.length === 0 ? (
        <EmptyState title={t(q ? 'events.entrance.none.found' : 'events.entrance.none.title')}>
          {t('events.entrance.none.text')}
        </EmptyState>
      ) : (
        <ul className="entrance" aria-label={t('events.entrance.list')}>
          {people.map((person) => (
            <li
              key={person.id}
              data-here={person.attendedAt === null ? undefined : ''}
              data-entrance-words={`${person.name} ${person.code}`}
            >
              <div className="entrance-who">
                <b>{person.name}</b>
                <span className="meta">
                  <span className="num">{person.code}</span>
                  {person.state !== 'registered' && <PlaceBadge state={person.state} />}
                </span>
              </div>
              <CheckInButton at={at} person={person} isHere={false} />
              <CheckInButton at={at} person={person} isHere />
            </li>
          ))}
        </ul>
      )}
      <Section title={t('events.walk-in.title')} id="walk-in">
        <Card>
          <WalkIn at={at} clientId={walkInId} />
        </Card>
      </Section>
    </>
  );
}

function WalkIn({ at, clientId }: { at: At; clientId: string }) {
  const { t, to } = useWords();
  const action = to(paths.orgEventCheckIn(at.slug, at.eventId));
  return (
    <OutboxForm url={action} label="{walkIn}">
      <Form action={action} clientId={clientId} scope="walk-in" label={t('events.walk-in.title')}>
        <input type="hidden" name="shiftId" value={at.shiftId} />
        <TextInput
          name="walkIn"
          label={t('people.field.name')}
          hint={t('events.walk-in.hint')}
          maxLength={120}
          autoComplete="off"
          required
        />
        <FieldRow>
          <Select
            name="ageBand"
            label={t('people.field.age')}
            placeholder={t('people.field.not-said')}
            options={AGE_BANDS.map((value) => ({ value, label: t(`people.age.${value}`) }))}
            optional
          />
          <Select
            name="gender"
            label={t('people.field.gender')}
            placeholder={t('people.field.not-said')}
            options={GENDERS.map((value) => ({ value, label: t(`people.gender.${value}`) }))}
            optional
          />
        </FieldRow>
        <Button tone="secondary" icon="plus">
          {t('events.walk-in.action')}
        </Button>
      </Form>
    </OutboxForm>
  );
}
