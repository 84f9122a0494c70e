import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { sayRefusal } from '#app/features/elections/rules/campaign-gate.ts';
import { campaignAnswer, getMailing } from '#app/features/mailings/queries.server.ts';
import { localesOf } from '#app/features/mailings/rules/texts.ts';
import { ReadyWords } from '#app/features/mailings/ui/ready-words.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { notFound, openRequest, requireMember } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';

export const meta = titled('mailings.words.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'message.read');
  const found = isId(args.params.id) ? await getMailing(scope, args.params.id, ctx.now) : undefined;
  if (!found) throw notFound();
  // What asks for votes is passed on inside the same window as what is sent.
  const answer = found.purpose === 'campaigning' ? await campaignAnswer(scope, ctx.now) : { ok: true as const };
  return {
    slug: membership.slug,
    id: found.id,
    gate: answer.ok ? null : sayRefusal(ctx.t, ctx.locale, answer),
    texts: answer.ok ? localesOf(found.texts).map((locale) => ({ locale, ...found.texts[locale] })) : [],
  };
}

export default function OrgMessageWords() {
  const { slug, id, gate, texts } = useLoaderData<typeof loader>();
  const { t, to } = useWords();
  return (
    <>
      <Breadcrumb
        items={[
          { label: t('mailings.list.title'), href: to(paths.orgMessages(slug)) },
          { label: t('mailings.title'), href: to(paths.orgMessage(slug, id)) },
          { label: t('mailings.words.title') },
        ]}
      />
      <PageTitle lead={t('mailings.words.lead')}>{t('mailings.words.title')}</PageTitle>
      {gate && <Notice tone="warning">{gate}</Notice>}
      {texts.map(({ locale, subject = '', text = '' }) => (
        <ReadyWords key={locale} locale={locale} subject={subject} text={text} />
      ))}
    </>
  );
}
