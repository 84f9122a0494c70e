import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { getSignatures } from '#app/features/elections/candidacy.server.ts';
import { recordSignatures } from '#app/features/elections/commands/record-signatures.server.ts';
import { signatureForm } from '#app/features/elections/forms.ts';
import { LawSource } from '#app/features/elections/ui/law-source.tsx';
import { CountForm, CountTable } from '#app/features/elections/ui/signature-parts.tsx';
import { CampaignRooms } from '#app/features/teams/ui/campaign-rooms.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { campaignRooms } from './team-rooms.server.ts';

export const meta = titled('elections.signatures.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const at = requireMember(ctx, args.params.org, 'candidacy.read');
  return {
    ...(await getSignatures(at.scope)),
    slug: at.membership.slug,
    rooms: campaignRooms(at),
    today: dayOf(ctx.now),
    clientId: newId(),
    mayWrite: can(at.actor, 'candidacy.write', { organisationId: at.membership.organisationId }),
    isSaved: ctx.url.searchParams.get('done') === 'saved',
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'candidacy.write');
  const posted = await readForm(args.request, signatureForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const kept = await recordSignatures({ actor, scope, now: ctx.now }, posted.value);
  if (kept.ok) return seeOther(ctx, paths.teamSignatures(membership.slug), { done: 'saved' });
  const { code, field } = kept.refusal;
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}

/** How many signatures there are, against how many the law asks for. Nobody who signed is written down here. */
export default function TeamSignatures() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const count = useReturned(answer?.lastResult, 'count');
  const removed = useReturned(answer?.lastResult, 'remove');
  const { t, to } = useWords();
  return (
    <Stack gap="large">
      <CampaignRooms slug={page.slug} rooms={page.rooms} current="signatures" />
      <PageTitle lead={t('elections.signatures.lead')}>{t('elections.signatures.title')}</PageTitle>
      {page.isSaved && !answer && (
        <Notice tone="success" live>
          {t('common.saved')}
        </Notice>
      )}
      <ErrorSummary errors={{ ...count.errors, ...removed.errors }} />
      <Notice tone="info" title={t('elections.signatures.why.title')}>
        <p>{t('elections.signatures.why')}</p>
      </Notice>
      <p className="text-xl">
        {page.target === null
          ? t('elections.signatures.sum', { count: page.collected })
          : t('elections.signatures.of', { count: page.collected, target: page.target })}
      </p>
      {page.target !== null && <LawSource {...page.source} />}
      {page.target === null ? (
        <p>
          {t('elections.signatures.no-target')}{' '}
          <a href={to(paths.teamCandidacy(page.slug))}>{t('elections.municipality.keep')}</a>
        </p>
      ) : (
        <progress
          className="w-full accent-xazar"
          max={page.target}
          value={Math.min(page.collected, page.target)}
          aria-label={t('elections.signatures.title')}
        />
      )}
      {page.mayWrite && (
        <Section title={t('elections.count.add')} id="add">
          <CountForm back={count} today={page.today} clientId={page.clientId} />
        </Section>
      )}
      {page.collectors.length > 0 && (
        <Section title={t('elections.count.by-collector')} id="collectors">
          <DefinitionList
            items={page.collectors.map((one) => ({
              key: one.collector,
              term: one.collector,
              detail: t('elections.signatures.sum', { count: one.count }),
            }))}
          />
        </Section>
      )}
      <Section title={t('elections.count.rows')} id="rows">
        <CountTable rows={page.rows} clientId={page.clientId} mayWrite={page.mayWrite} />
      </Section>
    </Stack>
  );
}
