import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listMailings } from '#app/features/mailings/queries.server.ts';
import { MessageState } from '#app/features/mailings/ui/message-state.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { openRequest, requireMember } from '#app/platform/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';

export const meta = titled('mailings.list.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'message.read');
  return {
    slug: membership.slug,
    messages: await listMailings(scope),
    maySend: can(actor, 'message.send', { organisationId: membership.organisationId }),
  };
}

export default function OrgMessages() {
  const { slug, messages, maySend } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  return (
    <>
      <PageTitle
        lead={t('mailings.list.lead')}
        actions={
          maySend ? (
            <ButtonLink tone="secondary" icon="plus" href={to(paths.orgNewMessage(slug))}>
              {t('mailings.new')}
            </ButtonLink>
          ) : undefined
        }
      >
        {t('mailings.list.title')}
      </PageTitle>
      <DataTable
        caption={t('mailings.list.title')}
        captionHidden
        rows={messages}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('mailings.list.none.title')}>{t('mailings.list.none.text')}</EmptyState>}
        columns={[
          {
            key: 'subject',
            header: t('mailings.col.subject'),
            phone: 'title',
            cell: ({ id, subject }) => <a href={to(paths.orgMessage(slug, id))}>{subject}</a>,
          },
          {
            key: 'state',
            header: t('mailings.col.state'),
            phone: 'badge',
            cell: ({ state }) => <MessageState state={state} />,
          },
          {
            key: 'purpose',
            header: t('mailings.field.purpose'),
            cell: ({ purpose }) => t(`mailings.purpose.${purpose}`),
          },
          {
            key: 'people',
            header: t('mailings.col.people'),
            align: 'end',
            cell: ({ total, state }) => (state === 'draft' ? null : <span className="num">{total}</span>),
          },
          {
            key: 'when',
            header: t('mailings.col.when'),
            nowrap: true,
            cell: ({ at }) => formatDay(at, locale),
          },
        ]}
      />
    </>
  );
}
