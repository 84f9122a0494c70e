import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { DemoBar } from '#app/ui/demo-bar.tsx';

/** `group`: where somebody works, as it is called; empty for residents and the operator. */
export type DemoChoice = { id: string; label: string; group: string; isYou: boolean };

/** "Nümunə məlumat": says that all is invented, and lets a visitor step into any of the people. Nothing in live mode. */
export function DemoStrip({ people }: { people: DemoChoice[] }) {
  const { t, to } = useWords();
  if (people.length === 0) return null;
  const you = people.find(({ isYou }) => isYou);
  return (
    <DemoBar label={t('demo.bar.label')}>
      <form method="post" action={paths.demoDoor()}>
        <label htmlFor="demo-person" className="visually-hidden">
          {t('demo.bar.enter')}
        </label>
        <select id="demo-person" name="person" defaultValue={you?.id ?? ''}>
          <option value="" disabled>
            {t('demo.bar.enter')}
          </option>
          {[...Map.groupBy(people, ({ group }) => group)].map(([group, choices]) => {
            const options = choices.map((person) => (
              <option key={person.id} value={person.id}>
                {person.isYou ? t('demo.bar.you', { person: person.label }) : person.label}
              </option>
            ));
            return group ? (
              <optgroup key={group} label={group}>
                {options}
              </optgroup>
            ) : (
              options
            );
          })}
        </select>
        <Button tone="quiet" size="small">
          {t('demo.bar.go')}
        </Button>
        <a href={to(paths.demoMailbox())}>{t('demo.bar.mailbox')}</a>
      </form>
    </DemoBar>
  );
}
