import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getPublicDecision } from '#app/features/authorities/public-decisions.server.ts';
import { DecisionBody, PromiseList } from '#app/features/authorities/ui/decision-body.tsx';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { isId } from '#app/kernel/ids.ts';
import { regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { notFound, openRequest } from '#app/platform/request.server.ts';
import { namedTitle } from '#app/routes/title.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Columns, Section, Stack } from '#app/ui/stack.tsx';
import { loaderHeaders, publicData } from './public-data.ts';
import { errorTitle } from './public-error.tsx';

export const handle = { width: 'wide' };
export const headers = loaderHeaders;
export { PublicError as ErrorBoundary } from './public-error.tsx';

export const meta: MetaFunction<typeof loader> = ({ data, error, params }) =>
  data ? namedTitle(data.decision.title) : errorTitle(error, params.lang);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const decision = isId(args.params.id) ? await getPublicDecision(args.params.id) : null;
  if (!decision) throw notFound();
  return publicData(ctx, { decision, now: ctx.now });
}

/** What was decided, and beside it what the community wants first. */
export default function Decision() {
  const { decision, now } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  const { body, kind, on, organisation, priorities, promiseList, region, title } = decision;
  return (
    <Stack>
      <Breadcrumb items={[{ label: t('decisions.title'), href: to(paths.decisions()) }, { label: title }]} />
      <PageTitle
        meta={[t(`watch.kind.${kind}`), formatDay(noonOf(on), locale), regionName(region, locale, 'full')].join(' · ')}
      >
        {title}
      </PageTitle>
      <Columns
        aside={
          <Section title={t('decisions.priorities')} id="priorities">
            {priorities.length === 0 && <p className="meta">{t('decisions.priorities.none')}</p>}
            {priorities.map((board) => (
              <div key={board.organisation.az}>
                <p className="meta">
                  {board.organisation[locale]}, {board.year}
                </p>
                <ol className="grid list-none gap-2 p-0">
                  {board.rows.map((row) => (
                    <li key={row.rank}>
                      <span className="num">{row.rank}.</span> {row.text}
                      {row.basis && <span className="meta"> ({row.basis})</span>}
                    </li>
                  ))}
                </ol>
              </div>
            ))}
          </Section>
        }
      >
        <Stack>
          <p>
            <a href={to(paths.authority(body.id))}>{body.names[locale]}</a>
            <span className="meta">
              {' · '}
              {t('decisions.watched-by', { organisation: '' }).trim()}{' '}
              <a href={to(paths.organisation(organisation.slug))}>{organisation.names[locale]}</a>
            </span>
          </p>
          <DecisionBody decision={decision} />
          {promiseList.length > 0 && (
            <Section title={t('watch.promises')} id="promises">
              <PromiseList
                promises={promiseList}
                now={now}
                action={({ campaign }) =>
                  campaign && <a href={to(paths.campaign(campaign.slug))}>{campaign.title}</a>
                }
              />
            </Section>
          )}
        </Stack>
      </Columns>
    </Stack>
  );
}
