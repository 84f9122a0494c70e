import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import type { EventState } from '../rules/kinds.ts';

/** What an organiser does with the people of an event, before it and after: reminds them, thanks those who came. */
export function PeopleSteps({
  slug,
  event,
  clientId,
  canAdd,
  canRemind,
  came,
}: {
  slug: string;
  event: { id: string; state: EventState };
  clientId: string;
  /** Whether the form that takes people from the list stands below. */
  canAdd: boolean;
  canRemind: boolean;
  came: number;
}) {
  const { t, to } = useWords();
  const isOpen = event.state === 'open';
  if (!isOpen && came === 0) return null;
  return (
    <Section title={t('events.steps.title')} id="steps">
      <Stack gap="small">
        {isOpen && <p className="meta">{t('events.remind.text')}</p>}
        <div className="btn-row">
          {canRemind && (
            <Form clientId={clientId} inline label={t('events.remind.action')}>
              <input type="hidden" name="intent" value="remind" />
              <Button tone="secondary" icon="bell">
                {t('events.remind.action')}
              </Button>
            </Form>
          )}
          {canAdd && (
            <ButtonLink tone="quiet" icon="plus" href="#from-list">
              {t('events.people.from-list')}
            </ButtonLink>
          )}
          {came > 0 && (
            <ButtonLink tone="secondary" icon="letter" href={to(paths.orgNewMessage(slug, `?event=${event.id}`))}>
              {t('events.thank.action')}
            </ButtonLink>
          )}
        </div>
      </Stack>
    </Section>
  );
}
