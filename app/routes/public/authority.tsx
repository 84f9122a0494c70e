import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { publicTerms } from '#app/features/authorities/rules/answer-terms.ts';
import { BodyMeta, Offices, PublicTerms } from '#app/features/authorities/ui/authority-parts.tsx';
import { DecisionCards } from '#app/features/authorities/ui/decision-cards.tsx';
import { getAuthority } from '#app/features/authorities/who-decides.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { dayOf } from '#app/kernel/dates.ts';
import { isId } from '#app/kernel/ids.ts';
import { DEFAULT_LOCALE, isLocale } from '#app/kernel/locale.ts';
import { regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { notFound, openRequest } from '#app/platform/request.server.ts';
import { namedTitle } from '#app/routes/title.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { CardLink, CardList } from '#app/ui/card.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Columns, Section, Stack } from '#app/ui/stack.tsx';
import { loaderHeaders, publicData } from './public-data.ts';
import { errorTitle } from './public-error.tsx';

export const handle = { width: 'wide' };
export const headers = loaderHeaders;
export { PublicError as ErrorBoundary } from './public-error.tsx';

export const meta: MetaFunction<typeof loader> = ({ data, error, params }) =>
  data
    ? namedTitle(data.body.names[isLocale(params.lang) ? params.lang : DEFAULT_LOCALE])
    : errorTitle(error, params.lang);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const today = dayOf(ctx.now);
  const body = isId(args.params.id) ? await getAuthority(args.params.id, today) : null;
  if (!body) throw notFound();
  return publicData(ctx, { body, terms: publicTerms(today) });
}

export default function AuthorityPage() {
  const { body, terms } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  const hereQuery = body.region ? `&region=${body.region}` : '';
  return (
    <Stack>
      <Breadcrumb
        items={[{ label: t('authorities.public.title'), href: to(paths.authorities()) }, { label: body.names[locale] }]}
      />
      <PageTitle meta={body.region ? regionName(body.region, locale, 'full') : t('authorities.bodies.country')}>
        {body.names[locale]}
      </PageTitle>
      <BodyMeta body={body} />
      <Columns
        aside={
          <>
            <Section title={t('authorities.public.terms')} id="terms">
              <PublicTerms terms={terms} />
            </Section>
            {body.topics.length > 0 && (
              <Section title={t('authorities.public.topics')} id="topics">
                <ul>
                  {body.topics.map((key) => (
                    <li key={key}>
                      <a href={to(paths.authorities(`?category=${key}${hereQuery}`))}>{t(`category.${key}`)}</a>
                    </li>
                  ))}
                </ul>
              </Section>
            )}
          </>
        }
      >
        <Stack gap="large">
          <Section title={t('authorities.public.posts')} id="posts">
            <Offices posts={body.posts} />
          </Section>
          <Section title={t('authorities.public.decisions')} id="decisions">
            {body.decisions.length > 0 ? (
              <DecisionCards decisions={body.decisions} />
            ) : (
              <p className="meta">{t('authorities.public.decisions.none')}</p>
            )}
          </Section>
          <Section title={t('authorities.public.campaigns')} id="campaigns">
            {body.campaigns.length > 0 ? (
              <CardList>
                {body.campaigns.map(({ slug, title, state }) => (
                  <CardLink
                    key={slug}
                    level={3}
                    href={to(paths.campaign(slug))}
                    title={title}
                    meta={t(`campaigns.state.${state}`)}
                  />
                ))}
              </CardList>
            ) : (
              <p className="meta">{t('authorities.public.campaigns.none')}</p>
            )}
          </Section>
        </Stack>
      </Columns>
    </Stack>
  );
}
