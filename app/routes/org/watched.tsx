import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { publishDecision } from '#app/features/authorities/commands/publish-decision.server.ts';
import { DecisionBody, PromiseList } from '#app/features/authorities/ui/decision-body.tsx';
import { formErrors } from '#app/features/authorities/ui/form-errors.ts';
import { publicationForm } from '#app/features/authorities/watch-forms.ts';
import { getDecision } from '#app/features/authorities/watch.server.ts';
import { addresseeValue } from '#app/features/campaigns/rules/addressee.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { forbidden, notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';

export const meta = titled('watch.title');

const NOTICES = ['saved', 'published', 'taken-back'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'watch.read');
  const decision = isId(args.params.decision) ? await getDecision(scope, args.params.decision) : null;
  if (!decision) throw notFound();
  const here = { organisationId: membership.organisationId };
  return {
    slug: membership.slug,
    decision,
    now: ctx.now,
    clientId: newId(),
    done: NOTICES.find((key) => key === ctx.url.searchParams.get('done')),
    mayWrite: can(actor, 'watch.write', here),
    mayCampaign: can(actor, 'campaign.write', here),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'watch.write');
  const decisionId = args.params.decision;
  if (!isId(decisionId)) throw notFound();
  const posted = await readForm(args.request, publicationForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const isPublic = posted.value.intent === 'publish';
  const changed = await publishDecision(
    { actor, scope, now: ctx.now },
    { decisionId, clientId: posted.value.clientId, isPublic },
  );
  if (changed.ok)
    return seeOther(ctx, paths.orgWatched(membership.slug, decisionId), {
      done: isPublic ? 'published' : 'taken-back',
    });
  if (changed.refusal.code === 'common.error.not-allowed') throw forbidden();
  throw notFound();
}

export default function Watched() {
  const { clientId, decision, done, mayCampaign, mayWrite, now, slug } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.lastResult.error;
  const { locale, say, t, to } = useWords();
  const { body, id, isPublic, kind, on, promiseList, region, title } = decision;
  /** The campaign's form, with the promise as its first demand. */
  const demandHref = (promise: { id: string; text: string }) =>
    to(
      paths.orgNewCampaign(
        slug,
        `?${new URLSearchParams({
          demand: promise.text,
          addressee: addresseeValue({ postId: null, bodyId: body.id }),
          promise: promise.id,
        })}`,
      ),
    );
  return (
    <Stack>
      <ErrorSummary errors={formErrors(errors, say)} />
      <Breadcrumb items={[{ label: t('watch.title'), href: to(paths.orgWatch(slug)) }, { label: title }]} />
      <PageTitle
        badge={
          <StateBadge tone={isPublic ? 'open' : 'quiet'}>{t(isPublic ? 'watch.public' : 'watch.draft')}</StateBadge>
        }
        meta={[
          t(`watch.kind.${kind}`),
          formatDay(noonOf(on), locale),
          body.names[locale],
          regionName(region, locale),
        ].join(' · ')}
      >
        {title}
      </PageTitle>
      {done && (
        <Notice tone="success" live>
          {t(`watch.done.${done}`)}
        </Notice>
      )}
      {mayWrite && (
        <ButtonRow>
          <Form clientId={clientId} inline label={t('watch.title')}>
            <Button tone={isPublic ? 'quiet' : 'primary'} name="intent" value={isPublic ? 'unpublish' : 'publish'}>
              {t(isPublic ? 'watch.unpublish' : 'watch.publish')}
            </Button>
          </Form>
          <ButtonLink tone="secondary" icon="edit" href={to(paths.orgWatchedEdit(slug, id))}>
            {t('watch.edit')}
          </ButtonLink>
          {isPublic && (
            <ButtonLink tone="quiet" href={to(paths.decision(id))}>
              {t('watch.public-page')}
            </ButtonLink>
          )}
        </ButtonRow>
      )}
      <DecisionBody decision={decision} />
      <Section title={t('watch.promises')} id="promises">
        {promiseList.length > 0 ? (
          <PromiseList
            promises={promiseList}
            now={now}
            action={(promise) =>
              promise.demandId ? (
                <span>{t('watch.promise.is-demand')}</span>
              ) : (
                mayCampaign && <a href={demandHref(promise)}>{t('watch.promise.to-demand')}</a>
              )
            }
          />
        ) : (
          <p className="meta">{t('watch.promises.none')}</p>
        )}
      </Section>
    </Stack>
  );
}
