import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { approveOrganisation } from '#app/features/organisations/commands/approve-organisation.server.ts';
import { refuseOrganisation } from '#app/features/organisations/commands/refuse-organisation.server.ts';
import { reopenOrganisation } from '#app/features/organisations/commands/reopen-organisation.server.ts';
import { suspendOrganisation } from '#app/features/organisations/commands/suspend-organisation.server.ts';
import { decisionForm } from '#app/features/organisations/forms.ts';
import { getForOperator, listNetworks } from '#app/features/organisations/operator-queries.server.ts';
import { choicesOf } from '#app/features/organisations/rules/directory.ts';
import { ApproveForm, RefuseForm, ReopenForm, SuspendForm } from '#app/features/organisations/ui/decision-parts.tsx';
import { OrganisationState } from '#app/features/organisations/ui/operator-parts.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireOperator, seeOther } from '#app/platform/request.server.ts';
import { namedTitle } from '#app/routes/title.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Columns, Section, Stack } from '#app/ui/stack.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => namedTitle(page?.organisation.names.az);

const DONE = ['approved', 'refused', 'suspended', 'reopened'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireOperator(ctx);
  const organisation = await getForOperator(scope, args.params.id);
  if (!organisation) throw notFound();
  const done = ctx.url.searchParams.get('done');
  return {
    organisation: {
      ...organisation,
      regions: choicesOf(organisation.regions),
      createdAt: organisation.createdAt.toISOString(),
      approvedAt: organisation.approvedAt?.toISOString() ?? null,
    },
    networks: (await listNetworks(scope)).filter((network) => network.id !== organisation.id),
    clientIds: { first: newId(), second: newId() },
    // A guess at the applicant's language, which the operator may overrule.
    letterLocale: /[\u0400-\u04ff]/.test(organisation.application ?? '') ? ('ru' as const) : ('az' as const),
    done: DONE.find((key) => key === done) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, scope } = requireOperator(ctx);
  const organisation = await getForOperator(scope, args.params.id);
  if (!organisation) throw notFound();
  const posted = await readForm(args.request, decisionForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { value } = posted;
  const organisationId = organisation.id;
  const here = `${paths.adminOrganisations()}/${organisationId}`;
  const result =
    value.intent === 'approve'
      ? await approveOrganisation(
          { scope, now: ctx.now, log: ctx.log },
          {
            organisationId,
            parentId: value.parentId,
            locale: value.locale,
            origin: ctx.url.origin,
            operatorName: actor.name,
            clientId: value.clientId,
          },
        )
      : value.intent === 'refuse'
        ? await refuseOrganisation({ scope }, { organisationId, note: value.note, locale: value.locale })
        : value.intent === 'suspend'
          ? await suspendOrganisation({ scope }, { organisationId, note: value.note })
          : await reopenOrganisation({ scope }, { organisationId });
  if (!result.ok) {
    const { code, field = '' } = result.refusal;
    return unprocessable(posted.reply(field ? { [field]: [code] } : {}, field ? [] : [code]));
  }
  return seeOther(ctx, here, {
    done: { approve: 'approved', refuse: 'refused', suspend: 'suspended', reopen: 'reopened' }[value.intent],
  });
}

/** An application as it came, or an organisation at work, with what the operator may decide. */
export default function AdminOrganisation() {
  const { organisation, networks, clientIds, letterLocale, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const first = useReturned(
    answer?.lastResult,
    organisation.state === 'approved' ? 'suspend' : organisation.state === 'suspended' ? 'reopen' : 'approve',
  );
  const second = useReturned(answer?.lastResult, 'refuse');
  const { t, to, locale } = useWords();
  const { state } = organisation;
  return (
    <>
      <Breadcrumb
        items={[
          { label: t('platform.admin.organisations'), href: to(paths.adminOrganisations()) },
          { label: organisation.names[locale] },
        ]}
      />
      <PageTitle
        badge={<OrganisationState state={state} />}
        lead={organisation.about[locale]}
        meta={t(`organisations.kind.${organisation.kind}`)}
      >
        {organisation.names[locale]}
      </PageTitle>
      <Stack>
        {done && (
          <Notice tone="success" live>
            <p>{t(`platform.admin.done.${done}`)}</p>
          </Notice>
        )}
        <ErrorSummary errors={{ ...first.errors, ...second.errors }} />
        <Columns
          aside={
            <>
              {(state === 'applied' || state === 'refused') && (
                <ApproveForm
                  back={first}
                  clientId={clientIds.first}
                  networks={networks.map(({ id, names }) => ({ id, name: names[locale] }))}
                  letterLocale={letterLocale}
                  parentId={organisation.parentId}
                />
              )}
              {state === 'applied' && (
                <RefuseForm back={second} clientId={clientIds.second} letterLocale={letterLocale} />
              )}
              {state === 'approved' && <SuspendForm back={first} clientId={clientIds.first} />}
              {state === 'suspended' && <ReopenForm clientId={clientIds.first} />}
            </>
          }
        >
          {organisation.application && (
            <Section title={t('platform.admin.why')} id="why">
              <p className="prose whitespace-pre-line">{organisation.application}</p>
            </Section>
          )}
          {organisation.decisionNote && (
            <Section title={t('platform.admin.note')} id="note">
              <p className="prose whitespace-pre-line">{organisation.decisionNote}</p>
            </Section>
          )}
          <Section title={t('organisations.page.facts')} id="facts">
            <DefinitionList
              items={[
                { term: t('platform.admin.applied'), detail: formatDay(new Date(organisation.createdAt), locale) },
                {
                  term: t('platform.admin.approved'),
                  detail: organisation.approvedAt && formatDay(new Date(organisation.approvedAt), locale),
                },
                { term: t('organisations.form.nameAz'), detail: organisation.nameAz },
                { term: t('organisations.form.nameEn'), detail: organisation.nameEn },
                { term: t('organisations.form.nameRu'), detail: organisation.nameRu },
                { term: t('organisations.page.town'), detail: organisation.town },
                {
                  term: t('organisations.page.regions'),
                  detail:
                    organisation.regions.map((code) => regionName(code, locale)).join(', ') ||
                    t('organisations.page.regions.all'),
                },
                { term: t('platform.admin.applicant'), detail: organisation.applicantEmail },
                {
                  term: t('organisations.page.registered'),
                  detail: t(
                    organisation.isRegistered
                      ? 'organisations.page.registered.yes'
                      : 'organisations.page.registered.no',
                  ),
                },
                { term: t('organisations.form.legalName'), detail: organisation.legalName },
                { term: t('organisations.form.legalAddress'), detail: organisation.legalAddress },
                {
                  term: t('organisations.form.representativeName'),
                  detail: [organisation.representativeName, organisation.representativePost].filter(Boolean).join(', '),
                },
              ]}
            />
          </Section>
          {state === 'approved' && (
            <p>
              <a href={to(paths.organisation(organisation.slug))}>{t('organisations.settings.public-page')}</a>
            </p>
          )}
        </Columns>
      </Stack>
    </>
  );
}
