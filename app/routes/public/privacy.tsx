import { data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getInstanceOperator } from '#app/features/organisations/public-queries.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { isDemo } from '#app/platform/env.server.ts';
import { pushKey } from '#app/platform/push.server.ts';
import { openRequest } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';

export const meta = titled('platform.privacy.title');
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** What is kept, in the order in which somebody meets it. */
const KEPT = ['report', 'contact', 'photo', 'receipt', 'confirmation', 'account', 'session', 'push', 'application', 'signatory', 'trail', 'limits', 'backup'] as const;
/** Three words, three guarantees. */
const WORDS = ['closed', 'encrypted', 'vault'] as const;
const RIGHTS = ['withdraw', 'account', 'correct', 'complain'] as const;
const LIMITS = ['network', 'device', 'text', 'organisation'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  return data(
    { operator: await getInstanceOperator(), isDemo: isDemo(), hasPush: pushKey() !== null },
    ctx.actor.kind === 'anonymous' ? { headers: { 'Cache-Control': 'public, max-age=0, s-maxage=5' } } : undefined,
  );
}

/** Who keeps what for how long, in plain words; it claims no more than the code does. */
export default function Privacy() {
  const { operator, isDemo, hasPush } = useLoaderData<typeof loader>();
  const { t, to } = useWords();
  return (
    <>
      <PageTitle lead={t('platform.privacy.lead')}>{t('platform.privacy.title')}</PageTitle>
      <Stack gap="large">
        <Section title={t('platform.privacy.operator')} id="operator">
          {operator ? (
            <DefinitionList
              items={[
                { term: t('platform.privacy.operator.name'), detail: operator.name },
                { term: t('platform.privacy.operator.address'), detail: operator.address },
                { term: t('platform.privacy.operator.email'), detail: <a href={`mailto:${operator.email}`}>{operator.email}</a> },
                { term: t('platform.privacy.operator.phone'), detail: operator.phone },
                { term: t('platform.privacy.operator.registration'), detail: operator.registration || t('platform.privacy.operator.unregistered') },
              ]}
            />
          ) : (
            <p>{t('platform.privacy.operator.unknown')}</p>
          )}
          {isDemo && <Notice>{t('platform.privacy.demo')}</Notice>}
        </Section>
        <Section title={t('platform.privacy.kept')} id="kept">
          <p>{t('platform.privacy.kept.text')}</p>
          <DefinitionList items={KEPT.filter((part) => part !== 'push' || hasPush).map((part) => ({ key: part, term: t(`platform.privacy.kept.${part}`), detail: t(`platform.privacy.kept.${part}.text`) }))} />
        </Section>
        <Section title={t('platform.privacy.public')} id="public">
          <p>{t('platform.privacy.public.text')}</p>
          <p>{t('platform.privacy.public.place')}</p>
          <p>{t('platform.privacy.public.letter')}</p>
        </Section>
        <Section title={t('platform.privacy.third')} id="third">
          <p>{t('platform.privacy.third.text')}</p>
          <p>{t('platform.privacy.third.cookies')}</p>
        </Section>
        <Section title={t('platform.privacy.words')} id="words">
          <p>{t('platform.privacy.words.text')}</p>
          <DefinitionList items={WORDS.map((word) => ({ key: word, term: t(`platform.privacy.words.${word}`), detail: t(`platform.privacy.words.${word}.text`) }))} />
        </Section>
        <Section title={t('platform.privacy.rights')} id="rights">
          <DefinitionList items={RIGHTS.map((right) => ({ key: right, term: t(`platform.privacy.rights.${right}`), detail: t(`platform.privacy.rights.${right}.text`) }))} />
          <p>
            <a href={to(paths.receipt())}>{t('platform.privacy.rights.receipt-link')}</a>
            {' · '}
            <a href={to(paths.account())}>{t('platform.privacy.rights.account-link')}</a>
          </p>
        </Section>
        <Section title={t('platform.privacy.limits')} id="limits">
          <ul className="prose list-disc ps-5">
            {LIMITS.map((limit) => (
              <li key={limit}>{t(`platform.privacy.limits.${limit}`)}</li>
            ))}
          </ul>
        </Section>
      </Stack>
    </>
  );
}
