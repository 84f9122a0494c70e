import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { listPrinted } from '#app/features/elections/candidacy.server.ts';
import { keepPrinted } from '#app/features/elections/commands/keep-printed.server.ts';
import { printedForm } from '#app/features/elections/forms.ts';
import { IMPRINT } from '#app/features/elections/rules/municipality.ts';
import { LawSource } from '#app/features/elections/ui/law-source.tsx';
import { SheetCard, SheetForm } from '#app/features/elections/ui/printed-parts.tsx';
import { CampaignRooms } from '#app/features/teams/ui/campaign-rooms.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { campaignRooms } from './team-rooms.server.ts';

export const meta = titled('elections.printed.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const at = requireMember(ctx, args.params.org, 'candidacy.read');
  return {
    sheets: await listPrinted(at.scope),
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
  const posted = await readForm(args.request, printedForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const kept = await keepPrinted({ actor, scope, now: ctx.now }, posted.value);
  if (kept.ok) return seeOther(ctx, paths.teamPrinted(membership.slug), { done: 'saved' });
  const { code, field } = kept.refusal;
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}

/** Posters and leaflets with the four fields that the law asks to stand on each. */
export default function TeamPrinted() {
  const { sheets, slug, rooms, today, clientId, mayWrite, isSaved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const added = useReturned(answer?.lastResult, 'add');
  const { t } = useWords();
  return (
    <Stack gap="large">
      <CampaignRooms slug={slug} rooms={rooms} current="printed" />
      <PageTitle lead={t('elections.printed.lead')}>{t('elections.printed.title')}</PageTitle>
      {isSaved && !answer && (
        <Notice tone="success" live>
          {t('common.saved')}
        </Notice>
      )}
      <ErrorSummary errors={added.errors} />
      <LawSource {...IMPRINT} />
      {sheets.length === 0 && <p className="text-muted">{t('elections.printed.none')}</p>}
      {sheets.map((sheet) => (
        <SheetCard key={sheet.id} sheet={sheet} clientId={clientId} today={today} mayWrite={mayWrite} />
      ))}
      {mayWrite && (
        <Section title={t('elections.printed.add')} id="add">
          <SheetForm back={added} clientId={clientId} />
        </Section>
      )}
    </Stack>
  );
}
