import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { rightsTexts, searchRights } from '#app/features/legal-aid/ui/rights-texts.ts';
import { RIGHTS_TOPICS } from '#app/features/legal-aid/rules/rights-topics.ts';
import { EmergencyNumbers } from '#app/features/issues/ui/stop-page.tsx';
import { listEmergencyNumbers } from '#app/features/organisations/public.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { openRequest } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { CardLink, CardList } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { LinkMore } from '#app/ui/link-more.tsx';
import { SearchBox } from '#app/ui/search-box.tsx';
import { Section } from '#app/ui/stack.tsx';

export const handle = { quickExit: true };
export const meta = titled('legal-rights.title');
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

const MAX_QUERY = 80;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  return data(
    { numbers: await listEmergencyNumbers() },
    ctx.actor.kind === 'anonymous' ? { headers: { 'Cache-Control': 'public, max-age=0, s-maxage=5' } } : undefined,
  );
}

/** What is looked for is answered in the same reply and stands in no address: a history would tell it to whoever looks. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const sent = await args.request.formData().catch(() => new FormData());
  const typed = sent.get('q');
  const query = (typeof typed === 'string' ? typed : '').trim().slice(0, MAX_QUERY);
  return data({ query, topics: searchRights(ctx.locale, query) }, { status: 200 });
}

/** The rights library: what to do when. */
export default function Rights() {
  const { numbers } = useLoaderData<typeof loader>();
  const { query, topics } = useActionData<typeof action>() ?? { query: '', topics: RIGHTS_TOPICS };
  const { t, to, locale } = useWords();
  return (
    <div className="stack stack-large">
      <PageTitle lead={t('legal-rights.lead')}>{t('legal-rights.title')}</PageTitle>
      <SearchBox
        action={to(paths.legalRights())}
        method="post"
        label={t('legal-rights.search')}
        placeholder={t('legal-rights.search.placeholder')}
        defaultValue={query}
      />
      {topics.length === 0 ? (
        <EmptyState
          title={t('legal-rights.search.none.title', { query })}
          action={<LinkMore href={to(paths.legalRights())}>{t('legal-rights.search.all')}</LinkMore>}
        >
          {t('legal-rights.search.none.text')}
        </EmptyState>
      ) : (
        <CardList columns={2} label={t('legal-rights.topics')}>
          {topics.map((topic) => {
            const { title, lead } = rightsTexts(locale, topic);
            return (
              <CardLink key={topic} href={to(paths.legalRight(topic))} title={title}>
                {lead}
              </CardLink>
            );
          })}
        </CardList>
      )}
      <EmergencyNumbers numbers={numbers} />
      <Section title={t('legal-rights.help')} id="help">
        <p>{t('legal-rights.help.text')}</p>
        <p>
          <LinkMore href={to(paths.legalAid())}>{t('legal-rights.help.link')}</LinkMore>
        </p>
        <p>
          <LinkMore href={to(paths.legalProtection())}>{t('legal-rights.help.protection')}</LinkMore>
        </p>
      </Section>
    </div>
  );
}
