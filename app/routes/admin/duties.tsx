import type { LoaderFunctionArgs } from '@remix-run/node';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { openRequest, requireOperator } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';

export const meta = titled('platform.duties.title');

/** Each duty with how sure we are of it: `law` read in commented sources, `lawyer` to be confirmed, `practice` our own advice. */
const DUTIES = [
  {
    group: 'law',
    items: [
      ['consent', 'law'],
      ['register', 'lawyer'],
      ['abroad', 'lawyer'],
      ['special', 'law'],
      ['supervision', 'law'],
      ['fines', 'lawyer'],
    ],
  },
  {
    group: 'keys',
    items: [
      ['secret', 'practice'],
      ['backup', 'practice'],
      ['restore', 'practice'],
    ],
  },
  {
    group: 'care',
    items: [
      ['updates', 'practice'],
      ['https', 'practice'],
      ['operators', 'practice'],
      ['emergency', 'practice'],
      ['leak', 'lawyer'],
    ],
  },
] as const;

const TONES = { law: 'open', lawyer: 'waiting', practice: 'quiet' } as const;

export async function loader(args: LoaderFunctionArgs) {
  requireOperator(await openRequest(args));
  return null;
}

/** What whoever runs this server has to do, and how sure we are of it. For operators only. */
export default function Duties() {
  const { t, to } = useWords();
  return (
    <>
      <PageTitle lead={t('platform.duties.lead')}>{t('platform.duties.title')}</PageTitle>
      <Stack gap="large">
        <Notice tone="warning">
          <p>{t('platform.duties.advice')}</p>
        </Notice>
        {DUTIES.map(({ group, items }) => (
          <Section key={group} title={t(`platform.duties.${group}`)} id={group}>
            <ul className="grid gap-5">
              {items.map(([duty, certainty]) => (
                <li key={duty} className="prose grid justify-items-start gap-1">
                  <h3 className="text-lg font-bold">{t(`platform.duties.${duty}`)}</h3>
                  <StateBadge tone={TONES[certainty]}>{t(`platform.duties.certainty.${certainty}`)}</StateBadge>
                  <p>{t(`platform.duties.${duty}.text`)}</p>
                </li>
              ))}
            </ul>
          </Section>
        ))}
        <p>
          <a href={to(paths.adminSettings())}>{t('platform.settings.title')}</a>
        </p>
      </Stack>
    </>
  );
}
