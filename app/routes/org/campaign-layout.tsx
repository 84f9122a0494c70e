import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData, useLocation } from '@remix-run/react';
import { getCampaignHead } from '#app/features/campaigns/campaign-detail.server.ts';
import { CampaignStateLabel } from '#app/features/campaigns/ui/campaign-state.tsx';
import campaignStyles from '#app/features/campaigns/ui/campaign.css?url';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId } from '#app/kernel/ids.ts';
import { splitLocale } from '#app/kernel/locale.ts';
import { paths, type CampaignRoom } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { notFound, openRequest, requireMember } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { Tabs } from '#app/ui/tabs.tsx';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: campaignStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.read');
  const head = isId(args.params.id) ? await getCampaignHead(scope, args.params.id) : undefined;
  if (!head) throw notFound();
  const may = (action: Parameters<typeof can>[1]) => can(actor, action, { organisationId: membership.organisationId });
  return {
    slug: membership.slug,
    head,
    may: { write: may('campaign.write'), deliver: may('campaign.deliver'), collect: may('campaign.collect') },
  };
}

/** Rooms in the order of the chain; what one may not change is not offered. A partner has those in which it collects. */
const ROOMS: readonly { room: CampaignRoom; needs?: 'write' | 'deliver' | 'collect'; isShared?: boolean }[] = [
  { room: 'demands' },
  { room: 'support', isShared: true },
  { room: 'collect', needs: 'collect', isShared: true },
  { room: 'sheets', needs: 'collect', isShared: true },
  { room: 'delivery' },
  { room: 'letters', needs: 'deliver' },
  { room: 'outcome' },
  { room: 'news' },
  { room: 'documents' },
  { room: 'partners' },
  { room: 'team' },
  { room: 'spread' },
];

/** The frame of one campaign's workspace: its title, how it stands, and its rooms. */
export default function CampaignLayout() {
  const { slug, head, may } = useLoaderData<typeof loader>();
  const { t, to } = useWords();
  const { path } = splitLocale(useLocation().pathname);
  const overview = head.isLead ? paths.orgCampaign(slug, head.id) : paths.orgPartnership(slug, head.id);
  const rooms = ROOMS.filter(({ needs, isShared }) => (!needs || may[needs]) && (head.isLead || isShared)).map(
    ({ room }) => ({
      label: t(`campaigns.room.${room}`),
      href: paths.orgCampaignRoom(slug, head.id, room),
    }),
  );
  const tabs = [
    { label: t(head.isLead ? 'campaigns.room.overview' : 'spread.partnership.title'), href: overview },
    ...rooms,
  ];
  return (
    <Stack>
      <Breadcrumb
        items={[{ label: t('campaigns.list.title'), href: to(paths.orgCampaigns(slug)) }, { label: head.title }]}
      />
      <PageTitle
        badge={<CampaignStateLabel state={head.state} />}
        meta={t('campaigns.supporters', { count: head.supporters })}
        actions={
          head.isPublic ? <a href={to(paths.campaign(head.slug))}>{t('campaigns.org.public-page')}</a> : undefined
        }
      >
        {head.title}
      </PageTitle>
      {head.hiddenAt && (
        <Notice tone="warning">
          {t('campaigns.org.hidden', { reason: head.hiddenReason ? t(`campaigns.reason.${head.hiddenReason}`) : '' })}
        </Notice>
      )}
      <div className="campaign-rooms">
        <Tabs
          label={t('campaigns.rooms')}
          items={tabs.map((tab) => ({
            ...tab,
            href: to(tab.href),
            current: tab.href === overview ? path === overview : path === tab.href || path.startsWith(`${tab.href}/`),
          }))}
        />
      </div>
      <Outlet />
    </Stack>
  );
}
