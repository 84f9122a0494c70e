import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { publicPage } from '#app/features/teams/page.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { notFound, openRequest } from '#app/platform/request.server.ts';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.name ?? '404' },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const page = await publicPage(args.params.slug ?? '', ctx.now);
  if (!page) throw notFound();
  // The campaign's end is an hour of the clock: nothing keeps a copy beyond it.
  return data(page, { headers: { 'Cache-Control': 'no-store' } });
}

/** A candidate's own page within the campaign's days, with who ordered it. Every other day there is none. */
export default function Candidate() {
  const { name, municipality, about, aims, writeTo, orderer, payer } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Stack gap="large">
      <PageTitle lead={t('teams.page.candidate-for', { municipality })}>{name}</PageTitle>
      <Paragraphs text={about} />
      {aims && (
        <Section title={t('teams.page.aims')} id="aims">
          <Paragraphs text={aims} />
        </Section>
      )}
      <DefinitionList
        items={[
          { term: t('teams.page.write-to'), detail: writeTo },
          { term: t('teams.page.orderer'), detail: orderer },
          { term: t('elections.payer'), detail: payer },
        ]}
      />
    </Stack>
  );
}
