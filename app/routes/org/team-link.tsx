import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { linkSociety, unlinkSociety } from '#app/features/teams/commands/keep-link.server.ts';
import { linkForm } from '#app/features/teams/forms.ts';
import { listLinks, listSocieties } from '#app/features/teams/links.server.ts';
import { SHARE_KINDS } from '#app/features/teams/rules/shares.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { CheckboxCards } from '#app/ui/radio-cards.tsx';
import { ConsentBox } from '#app/ui/consent-box.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { atTeam, doneOf } from './at-team.server.ts';

export const meta = titled('teams.link.title');

/** Whom she lets see counts of the team, and which. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, membership, scope } = await atTeam(args, 'team.link');
  const [links, societies] = await Promise.all([listLinks(scope), listSocieties()]);
  return {
    slug: membership.slug,
    links,
    societies: societies.map(({ id, names }) => ({ value: id, label: names[ctx.locale] })),
    // Whoever invited her is offered first; only her form makes a link.
    asked: ctx.url.searchParams.get('society') ?? '',
    clientIds: { link: newId(), revoke: newId() },
    done: doneOf(ctx, ['linked', 'unlinked']),
  };
}

export async function action(args: ActionFunctionArgs) {
  const work = await atTeam(args, 'team.link');
  const posted = await readForm(args.request, linkForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { value } = posted;
  const result =
    value.intent === 'link' ? await linkSociety(work, value) : await unlinkSociety(work, { linkId: value.linkId });
  if (!result.ok) {
    const { code, field } = result.refusal;
    return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply({}, [code]));
  }
  return seeOther(work.ctx, paths.orgTeamLink(work.membership.slug), {
    done: value.intent === 'link' ? 'linked' : 'unlinked',
  });
}

export default function TeamLink() {
  const { slug, links, societies, clientIds, done, asked } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.lastResult;
  const back = useReturned(result, 'link');
  const revoke = useReturned(result, 'revoke');
  const { t, to, locale } = useWords();
  const standing = links.filter(({ revokedAt }) => revokedAt === null);
  return (
    <>
      <Breadcrumb
        items={[{ label: t('teams.title'), href: to(paths.orgTeam(slug)) }, { label: t('teams.link.title') }]}
      />
      <PageTitle lead={t('teams.link.lead')}>{t('teams.link.title')}</PageTitle>
      <Stack gap="large">
        {done && (
          <Notice tone="success" live>
            <p>{t(`teams.link.done.${done}`)}</p>
          </Notice>
        )}
        <ErrorSummary errors={{ ...back.errors, ...revoke.errors }} />
        <Section title={t('teams.link.standing')}>
          {standing.length === 0 && <p className="text-muted">{t('teams.link.none')}</p>}
          {standing.map((link) => (
            <Card key={link.id}>
              <p>
                <b>{link.society?.[locale] ?? t('teams.link.gone')}</b>
              </p>
              <p className="meta">{t('teams.link.since', { day: formatDay(new Date(link.since), locale) })}</p>
              <p className="mb-3">{link.shares.map((share) => t(`teams.share.${share}`)).join(' · ')}</p>
              <Form clientId={clientIds.revoke} inline>
                <input type="hidden" name="intent" value="revoke" />
                <input type="hidden" name="linkId" value={link.id} />
                <Button tone="danger" size="small">
                  {t('teams.link.revoke')}
                </Button>
              </Form>
            </Card>
          ))}
        </Section>
        <Section title={t('teams.link.new')}>
          <Form clientId={back.value('clientId', clientIds.link)} label={t('teams.link.new')}>
            <input type="hidden" name="intent" value="link" />
            <Select
              name="society"
              label={t('teams.link.society')}
              width="medium"
              error={back.errors.society}
              defaultValue={back.value('society', asked)}
              options={societies}
            />
            <CheckboxCards
              name="shares"
              label={t('teams.link.shares')}
              hint={t('teams.link.shares.hint')}
              error={back.errors.shares}
              defaultValues={back.list('shares')}
              options={SHARE_KINDS.map((share) => ({
                value: share,
                label: t(`teams.share.${share}`),
                hint: t(`teams.share.${share}.hint`),
              }))}
            />
            <ConsentBox
              label={t('teams.link.consent.label')}
              intro={t('teams.link.consent.intro')}
              error={back.errors.consent}
              defaultChecked={back.ticked('consent')}
              parts={(['what', 'never', 'back'] as const).map((part) => ({
                title: t(`teams.link.consent.${part}.title`),
                text: t(`teams.link.consent.${part}.text`),
              }))}
            />
            <Button>{t('teams.link.action')}</Button>
          </Form>
        </Section>
      </Stack>
    </>
  );
}
