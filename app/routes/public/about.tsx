import { data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { openRequest } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Lattice } from '#app/ui/lattice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';

export const meta = titled('platform.about.title');
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

const STEPS = ['report', 'check', 'publish', 'letter', 'answer', 'verify'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  return data(null, ctx.actor.kind === 'anonymous' ? { headers: { 'Cache-Control': 'public, max-age=0, s-maxage=5' } } : undefined);
}

/** What İcma is, and how a report travels. */
export default function About() {
  const { t, to } = useWords();
  return (
    <>
      <PageTitle lead={t('platform.about.lead')}>{t('platform.about.title')}</PageTitle>
      <Stack gap="large">
        <Section title={t('platform.about.travel')} id="travel">
          <ol className="grid gap-5">
            {STEPS.map((step, at) => (
              <li key={step} className="grid grid-cols-[2.5rem_1fr] gap-4">
                <span className="num flex size-10 items-center justify-center rounded-full border-2 border-xazar text-xazar" aria-hidden="true">
                  {at + 1}
                </span>
                <div>
                  <h3 className="text-lg font-bold">{t(`platform.about.step.${step}`)}</h3>
                  <p>{t(`platform.about.step.${step}.text`)}</p>
                </div>
              </li>
            ))}
          </ol>
        </Section>
        <Section title={t('platform.about.who')} id="who">
          <p>{t('platform.about.who.text')}</p>
          <p>
            {t('platform.about.who.not')} <a href={to(paths.newIssueHelp())}>{t('platform.about.who.numbers')}</a>
          </p>
        </Section>
        <Lattice shape="line" />
        <Section title={t('platform.about.open')} id="open">
          <p>{t('platform.about.open.text')}</p>
          <p>
            <a href={to(paths.privacy())}>{t('common.nav.privacy')}</a>
          </p>
        </Section>
        <ButtonRow>
          <ButtonLink href={to(paths.newIssue())}>{t('common.nav.report')}</ButtonLink>
          <ButtonLink tone="secondary" href={to(paths.apply())}>
            {t('organisations.directory.apply')}
          </ButtonLink>
        </ButtonRow>
      </Stack>
    </>
  );
}
