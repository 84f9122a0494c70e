import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { getBody } from '#app/features/authorities/bodies.server.ts';
import { keepPosts } from '#app/features/authorities/commands/keep-posts.server.ts';
import { postForm } from '#app/features/authorities/office-forms.ts';
import { listKeptPosts } from '#app/features/authorities/offices.server.ts';
import { formErrors } from '#app/features/authorities/ui/form-errors.ts';
import { KeptPostCard, PostFields } from '#app/features/authorities/ui/kept-posts.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { dayOf } from '#app/kernel/dates.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireOperator, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';

export const meta = titled('authorities.posts.title');

const NOTICES = ['post', 'holder', 'end', 'check'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireOperator(ctx);
  const body = isId(args.params.body) ? await getBody(scope, args.params.body) : null;
  if (!body) throw notFound();
  return {
    body: { id: body.id, names: { az: body.nameAz, en: body.nameEn, ru: body.nameRu } },
    posts: await listKeptPosts(scope, body.id),
    clientId: newId(),
    today: dayOf(ctx.now),
    done: NOTICES.find((key) => key === ctx.url.searchParams.get('done')),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireOperator(ctx);
  const bodyId = args.params.body;
  if (!isId(bodyId)) throw notFound();
  const posted = await readForm(args.request, postForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const kept = await keepPosts({ scope, now: ctx.now }, { bodyId, change: posted.value });
  if (kept.ok) return seeOther(ctx, paths.adminPosts(bodyId), { done: posted.value.intent });
  const { code, field } = kept.refusal;
  if (code === 'authorities.error.body-unknown') throw notFound();
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}

export default function Posts() {
  const { body, clientId, done, posts, today } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { locale, say, t, to } = useWords();
  const sent = lastResult?.initialValue ?? {};
  /** What was typed comes back into the form that was sent, and into no other. */
  const returned = (intent: string, id: string) => {
    const key = intent === 'post' || intent === 'holder' ? 'postId' : 'holderId';
    if (!lastResult || sent.intent !== intent || (sent[key] ?? '') !== id) return null;
    return {
      value: (name: string) => (typeof sent[name] === 'string' ? sent[name] : ''),
      error: (name: string) => say(lastResult.error?.[name]),
    };
  };
  return (
    <Stack>
      <ErrorSummary errors={formErrors(lastResult?.error, say)} />
      <Breadcrumb
        items={[
          { label: t('authorities.bodies.title'), href: to(paths.adminBodies()) },
          { label: body.names[locale], href: to(paths.adminBody(body.id)) },
          { label: t('authorities.posts.title') },
        ]}
      />
      <PageTitle lead={t('authorities.posts.lead')} meta={body.names[locale]}>
        {t('authorities.posts.title')}
      </PageTitle>
      {done && (
        <Notice tone="success" live>
          {t(`authorities.posts.done.${done}`)}
        </Notice>
      )}
      {posts.length === 0 && (
        <EmptyState title={t('authorities.posts.empty.title')}>{t('authorities.posts.empty.text')}</EmptyState>
      )}
      {posts.map((post) => (
        <KeptPostCard key={post.id} post={post} clientId={clientId} today={today} returned={returned} />
      ))}
      <Section title={t('authorities.posts.new')} id="new">
        <PostFields clientId={clientId} post={null} returned={returned('post', '')} />
      </Section>
    </Stack>
  );
}
