import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { SEARCH_MOST } from '#app/features/legal-aid/rules/queue-filters.ts';
import { searchCases } from '#app/features/legal-aid/search.server.ts';
import { BandBadge, FactsLine } from '#app/features/legal-aid/ui/case-facts.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { choice, text } from '#app/kernel/fields.ts';
import { isRegionCode, regionName, REGIONS } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { Button } from '#app/ui/button.tsx';
import { CardLink, CardList } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { Heading, PageTitle } from '#app/ui/heading.tsx';
import { Select } from '#app/ui/select.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { atDesk } from './at-desk.ts';

export const meta = titled('legal.nav.search');

const STATES = ['open', 'ended', 'all'] as const;
const form = z.object({
  words: text(2, 200),
  state: choice(STATES),
  region: z
    .string()
    .optional()
    .transform((value) => (value !== undefined && isRegionCode(value) ? value : null)),
});

export async function loader(args: LoaderFunctionArgs) {
  const { slug, work } = await atDesk(args, 'lead', 'lawyer');
  return { slug, today: work.today };
}

/** What is looked for comes by POST and is answered in the same reply: it stands in no address, log or table. */
export async function action(args: ActionFunctionArgs) {
  const { work } = await atDesk(args, 'lead', 'lawyer');
  const posted = await readForm(args.request, form);
  if (!posted.ok) return unprocessable(posted.reply(), { found: null });
  return data({ lastResult: posted.reply(), found: await searchCases(work, posted.value) }, { status: 200 });
}

export default function Search() {
  const { slug, today } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { locale, say, t, to } = useWords();
  const typed = (returned?.lastResult.initialValue ?? {}) as Record<string, string | undefined>;
  const errors = returned?.lastResult.error;
  const found = returned?.found;
  return (
    <Stack>
      <ErrorSummary errors={{ words: say(errors?.['words']) }} />
      <PageTitle lead={t('legal-desk.search.lead')}>{t('legal.nav.search')}</PageTitle>
      <Form label={t('legal.nav.search')}>
        <TextInput
          name="words"
          label={t('legal-desk.search.words')}
          hint={t('legal-desk.search.hint')}
          error={say(errors?.['words'])}
          defaultValue={typed['words']}
          maxLength={200}
          autoComplete="off"
        />
        <FieldRow>
          <Select
            name="state"
            label={t('legal-desk.state')}
            placeholder={null}
            options={STATES.map((value) => ({
              value,
              label: value === 'all' ? t('legal-desk.state.all') : t(`legal-desk.state.${value}`),
            }))}
            defaultValue={typed['state'] ?? 'open'}
          />
          <Select
            name="region"
            label={t('legal-desk.region')}
            placeholder={t('legal-desk.any')}
            options={REGIONS.map(({ code }) => ({ value: code, label: regionName(code, locale) })).sort((a, b) =>
              a.label.localeCompare(b.label, locale),
            )}
            defaultValue={typed['region'] ?? ''}
          />
        </FieldRow>
        <Button icon="search">{t('legal-desk.search.do')}</Button>
      </Form>
      {found && found.length === 0 && (
        <EmptyState title={t('legal-desk.search.none')}>{t('legal-desk.search.none.text')}</EmptyState>
      )}
      {found && found.length > 0 && (
        <>
          <Heading>{t('legal-desk.search.found', { count: found.length })}</Heading>
          {found.length >= SEARCH_MOST && <p>{t('legal-desk.search.more')}</p>}
          <CardList>
            {found.map((row) => (
              <CardLink
                key={row.id}
                href={to(paths.deskCase(slug, row.id))}
                title={`№ ${row.number}${row.title ? ` · ${row.title}` : ''}`}
                badge={<BandBadge band={row.band} />}
                meta={<FactsLine facts={row} today={today} />}
              >
                {row.isParty && <p className="meta">{t('legal-desk.search.party')}</p>}
                {row.excerpt}
              </CardLink>
            ))}
          </CardList>
        </>
      )}
    </Stack>
  );
}
