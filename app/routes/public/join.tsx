import { data, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { sendJoin } from '#app/features/tasks/commands/send-join.server.ts';
import { findJoinForm } from '#app/features/tasks/join-form.server.ts';
import { joinForm } from '#app/features/tasks/join-forms.ts';
import { JoinFields } from '#app/features/tasks/ui/join-fields.tsx';
import joinStyles from '#app/features/tasks/ui/join.css?url';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, seeOther } from '#app/platform/request.server.ts';
import { namedTitle } from '#app/routes/title.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => namedTitle(page?.title);
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: joinStyles }];
export { loaderHeaders as headers } from './public-data.ts';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const form = await findJoinForm(args.params.slug ?? '');
  if (!form) throw notFound();
  const { organisation, organisationId: _, ...facts } = form;
  const isTeam = organisation.kind === 'team';
  return data(
    {
      ...facts,
      title: ctx.t('tasks.join.of', { name: organisation.names[ctx.locale] }),
      organisation: { name: organisation.names[ctx.locale], slug: isTeam ? null : organisation.slug },
      isTeam,
      role: ctx.url.searchParams.get('role') ?? '',
      isSent: ctx.url.searchParams.get('done') === 'sent',
      clientId: newId(),
    },
    { status: form.isOpen ? 200 : 409, headers: { 'Cache-Control': 'no-store' } },
  );
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { slug = '' } = args.params;
  if (!(await findJoinForm(slug))) throw notFound();
  const posted = await readForm(args.request, joinForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const sent = await sendJoin(ctx, slug, posted.value);
  if (sent.ok) return seeOther(ctx, paths.join(slug), { done: 'sent' });
  const { code, field } = sent.refusal;
  if (code === 'not-found') throw notFound();
  const lastResult = field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]);
  if (code === 'tasks.join.closed') return data({ lastResult }, { status: 409 });
  return data({ lastResult }, { status: code === 'common.error.too-many' ? 429 : 422 });
}

export default function Join() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, to } = useWords();
  const { organisation, campaign } = page;
  const back = organisation.slug !== null && (
    <ButtonLink tone="secondary" href={to(paths.organisation(organisation.slug))}>
      {t('tasks.join.organisation')}
    </ButtonLink>
  );
  if (page.isSent)
    return (
      <>
        <PageTitle>{page.title}</PageTitle>
        <Notice live tone="success" title={t('tasks.join.sent')}>
          {t('tasks.join.sent.text')}
        </Notice>
        {back}
      </>
    );
  return (
    <>
      <PageTitle
        meta={
          campaign && <a href={to(paths.campaign(campaign.slug))}>{t('tasks.join.campaign', { title: campaign.title })}</a>
        }
      >
        {page.title}
      </PageTitle>
      {page.isOpen ? (
        <Stack>
          {page.intro !== '' && (
            <p className="lead" lang={page.locale}>
              {page.intro}
            </p>
          )}
          <JoinFields
            clientId={page.clientId}
            roles={page.roles}
            role={page.role}
            rolesLocale={page.locale}
            isTeam={page.isTeam}
            name={organisation.name}
            lastResult={answer?.lastResult}
          />
        </Stack>
      ) : (
        <EmptyState title={t('tasks.join.closed')} action={back || undefined}>
          {t('tasks.join.closed.text')}
        </EmptyState>
      )}
    </>
  );
}
