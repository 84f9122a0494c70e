import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { keepPartners } from '#app/features/campaigns/commands/keep-partners.server.ts';
import { listPartners } from '#app/features/campaigns/partner-queries.server.ts';
import { partnersForm } from '#app/features/campaigns/spread-forms.ts';
import { PartnerStateLabel } from '#app/features/campaigns/ui/partner-state.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { compareAz } from '#app/kernel/az-text.ts';
import { formatDay } from '#app/kernel/dates.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { refused } from './campaign-steps.server.ts';

export const meta = titled('campaigns.room.partners');

const DONE = ['invited', 'taken-back'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.read');
  const list = isId(args.params.id) ? await listPartners(scope, args.params.id) : undefined;
  if (!list) throw notFound();
  return {
    ...list,
    clientId: newId(),
    mayWrite: can(actor, 'campaign.write', { organisationId: membership.organisationId }),
    done: DONE.find((entry) => entry === ctx.url.searchParams.get('done')) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.write');
  const id = args.params.id;
  if (!isId(id)) throw notFound();
  const posted = await readForm(args.request, partnersForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const kept = await keepPartners({ actor, scope, now: ctx.now }, id, posted.value);
  if (!kept.ok) return refused(posted, kept.refusal);
  return seeOther(ctx, paths.orgCampaignRoom(membership.slug, id, 'partners'), {
    done: posted.value.intent === 'invite' ? 'invited' : 'taken-back',
  });
}

/** Who leads and carries the campaign together, each with its own people. */
export default function CampaignPartners() {
  const { partners, candidates, clientId, mayWrite, done } = useLoaderData<typeof loader>();
  const back = useReturned(useActionData<typeof action>()?.lastResult);
  const { t, to, locale } = useWords();
  const choices = [...candidates].sort((a, b) => compareAz(a.names[locale], b.names[locale]));
  return (
    <Section title={t('campaigns.room.partners')} id="partners">
      <p>{t('spread.partners.lead')}</p>
      {done && (
        <Notice live tone="success">
          {t(`spread.partners.done.${done}`)}
        </Notice>
      )}
      <ErrorSummary errors={back.errors} />
      {partners.length === 0 ? (
        <EmptyState title={t('spread.partners.empty.title')} example={t('spread.partners.empty.example')}>
          {t('spread.partners.empty.text')}
        </EmptyState>
      ) : (
        <ul className="plain-list">
          {partners.map((partner) => (
            <li key={partner.organisationId}>
              {partner.slug ? (
                <a href={to(paths.organisation(partner.slug))}>{partner.names[locale]}</a>
              ) : (
                <b>{partner.names[locale]}</b>
              )}{' '}
              <PartnerStateLabel state={partner.state} />
              <p className="meta">
                {[
                  partner.state === 'invited' &&
                    t('spread.partners.invited', { day: formatDay(partner.invitedAt, locale) }),
                  partner.leftAt && t('spread.partners.left', { day: formatDay(partner.leftAt, locale) }),
                  (partner.state === 'accepted' || partner.state === 'left') &&
                    t('campaigns.supporters', { count: partner.supporters }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {mayWrite && partner.state === 'invited' && (
                <Form clientId={clientId} inline>
                  <input type="hidden" name="organisation" value={partner.organisationId} />
                  <Button name="intent" value="take-back" tone="quiet" size="small">
                    {t('spread.partners.take-back')}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && choices.length > 0 && (
        <Form clientId={back.value('clientId', clientId)} label={t('spread.partners.invite')}>
          <Select
            name="organisation"
            label={t('spread.partners.organisation')}
            hint={t('spread.partners.organisation.hint')}
            error={back.errors.organisation}
            options={choices.map(({ id, names }) => ({ value: id, label: names[locale] }))}
            defaultValue={back.value('organisation')}
          />
          <Button name="intent" value="invite" tone="secondary">
            {t('spread.partners.invite')}
          </Button>
        </Form>
      )}
    </Section>
  );
}
