import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { publicTerms } from '#app/features/authorities/rules/answer-terms.ts';
import { Deciders, PublicTerms } from '#app/features/authorities/ui/authority-parts.tsx';
import { QuestionForm } from '#app/features/authorities/ui/question-form.tsx';
import { listAuthorities, readQuestion, whoDecides } from '#app/features/authorities/who-decides.server.ts';
import { mapBounds, REGION_BOXES } from '#app/features/issues/map-view.ts';
import { PlacePicker } from '#app/features/issues/ui/place-picker.tsx';
import { useWords } from '#app/i18n/words-context.tsx';
import { dayOf } from '#app/kernel/dates.ts';
import { regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { openRequest } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { CardLink, CardList } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Columns, Section, Stack } from '#app/ui/stack.tsx';
import { loaderHeaders, publicData } from './public-data.ts';

export const handle = { width: 'wide' };
export const headers = loaderHeaders;
export const meta: MetaFunction<typeof loader> = titled('authorities.public.title');

/** Bodies by region and topic, and the answer to “who decides this?”. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const question = readQuestion(ctx.url.searchParams);
  const { category, region } = question;
  const today = dayOf(ctx.now);
  return publicData(ctx, {
    question,
    answer: category !== null && region !== null ? await whoDecides(category, region, today) : null,
    list: await listAuthorities(region),
    terms: publicTerms(today),
  });
}

export default function Authorities() {
  const { question, answer, list, terms } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  const { category, region } = question;
  return (
    <Stack>
      <PageTitle lead={t('authorities.public.lead')}>{t('authorities.public.title')}</PageTitle>
      <Columns
        aside={
          <Section title={t('authorities.public.terms')} id="terms">
            <PublicTerms terms={terms} />
          </Section>
        }
      >
        <Stack gap="large">
          <QuestionForm
            question={question}
            map={<PlacePicker bounds={mapBounds(region ?? undefined)} regions={REGION_BOXES} />}
          />
          {question.isLost && <Notice tone="warning">{t('authorities.public.lost')}</Notice>}
          {answer && category && region && (
            <Section
              title={t('authorities.public.answer', {
                topic: t(`category.${category}`),
                region: regionName(region, locale, 'full'),
              })}
              id="answer"
            >
              {answer.length > 0 ? (
                <Deciders bodies={answer} />
              ) : (
                <EmptyState title={t('authorities.public.unknown.title')}>
                  {t('authorities.public.unknown.text')}
                </EmptyState>
              )}
            </Section>
          )}
          {category && !region && <Notice>{t('authorities.public.choose-region')}</Notice>}
          {region && (
            <Section
              title={t('authorities.public.local', { region: regionName(region, locale, 'full') })}
              id="local"
            >
              <p className="meta">{t('authorities.public.municipality')}</p>
              <CardList columns={2}>
                {list.local.map((body) => (
                  <CardLink key={body.id} level={3} href={to(paths.authority(body.id))} title={body.names[locale]} />
                ))}
              </CardList>
            </Section>
          )}
          <Section title={t('authorities.public.national')} id="national">
            <CardList columns={2}>
              {list.national.map((body) => (
                <CardLink key={body.id} level={3} href={to(paths.authority(body.id))} title={body.names[locale]} />
              ))}
            </CardList>
          </Section>
        </Stack>
      </Columns>
    </Stack>
  );
}
