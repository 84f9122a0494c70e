import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isRightsTopic, RIGHTS_GROUND, RIGHTS_TOPICS } from '#app/features/legal-aid/rules/rights-topics.ts';
import { LEGAL_FACTS } from '#app/features/legal-aid/rules/legal-facts.ts';
import { rightsTexts, toldTerms } from '#app/features/legal-aid/ui/rights-texts.ts';
import { TermList } from '#app/features/legal-aid/ui/term-list.tsx';
import { EmergencyNumbers } from '#app/features/issues/ui/stop-page.tsx';
import { listEmergencyNumbers } from '#app/features/organisations/public.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { DEFAULT_LOCALE, isLocale } from '#app/kernel/locale.ts';
import { paths } from '#app/paths.ts';
import { openRequest } from '#app/platform/request.server.ts';
import { namedTitle } from '#app/routes/title.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { LinkMore } from '#app/ui/link-more.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/stack.tsx';

export const handle = { quickExit: true };
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction = ({ params }) => {
  const locale = isLocale(params.lang) ? params.lang : DEFAULT_LOCALE;
  return namedTitle(isRightsTopic(params.topic) ? rightsTexts(locale, params.topic).title : undefined);
};

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { topic } = args.params;
  if (!isRightsTopic(topic)) throw new Response(null, { status: 404 });
  const found = { topic, numbers: await listEmergencyNumbers() };
  return data(
    found,
    ctx.actor.kind === 'anonymous' ? { headers: { 'Cache-Control': 'public, max-age=0, s-maxage=5' } } : undefined,
  );
}

/** One topic: what to do, what to avoid, by when. */
export default function RightsTopicPage() {
  const { topic, numbers } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  const { title, lead, steps, care } = rightsTexts(locale, topic);
  const { facts, hasUnsureTerm, isDanger } = RIGHTS_GROUND[topic];
  const terms = toldTerms(topic);
  const sources = [...new Set(facts.flatMap((fact) => LEGAL_FACTS[fact].sources))];
  return (
    <div className="stack stack-large">
      <Breadcrumb items={[{ label: t('legal-rights.title'), href: to(paths.legalRights()) }, { label: title }]} />
      <PageTitle lead={lead}>{title}</PageTitle>
      {isDanger && <EmergencyNumbers numbers={numbers} />}
      <Section title={t('legal-rights.steps')} id="steps">
        <ol className="grid gap-4">
          {steps.map((step, at) => (
            <li key={step} className="grid grid-cols-[2.5rem_1fr] gap-3">
              <span
                className="num flex size-9 items-center justify-center rounded-full border-2 border-xazar text-xazar"
                aria-hidden="true"
              >
                {at + 1}
              </span>
              <p className="pt-1">{step}</p>
            </li>
          ))}
        </ol>
      </Section>
      <Notice tone="warning" title={t('legal-rights.care')}>
        <ul className="list-disc pl-5">
          {care.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </Notice>
      {(terms.length > 0 || hasUnsureTerm) && (
        <Section title={t('legal-rights.terms')} id="terms">
          {terms.length > 0 && <TermList rules={terms} />}
          {hasUnsureTerm && <p>{t('legal-rights.terms.low')}</p>}
          {terms.length > 0 && <Notice tone="info">{t('legal-rights.terms.confirm')}</Notice>}
        </Section>
      )}
      {!isDanger && <EmergencyNumbers numbers={numbers} />}
      <Section title={t('legal-rights.help')} id="help">
        <p>{t('legal-rights.help.text')}</p>
        <ButtonRow>
          <ButtonLink href={to(paths.legalAid())}>{t('legal-rights.help.link')}</ButtonLink>
          <ButtonLink tone="secondary" href={to(paths.legalRightCard(topic))}>
            {t('legal-rights.card.link')}
          </ButtonLink>
        </ButtonRow>
      </Section>
      <Section title={t('legal-rights.more')} id="more">
        <ul className="grid gap-1">
          {RIGHTS_TOPICS.filter((other) => other !== topic).map((other) => (
            <li key={other}>
              <LinkMore href={to(paths.legalRight(other))}>{rightsTexts(locale, other).title}</LinkMore>
            </li>
          ))}
        </ul>
      </Section>
      {sources.length > 0 && (
        <p className="meta">
          {t('legal-rights.sources')}: {sources.join(', ')}
        </p>
      )}
    </div>
  );
}
