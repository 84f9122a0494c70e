import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { roleTable } from '#app/features/teams/role-table.ts';
import { titled } from '#app/i18n/titled.ts';
import { isMessageKey, type Translate } from '#app/i18n/words.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Card } from '#app/ui/card.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { atTeam } from './at-team.server.ts';

export const meta = titled('teams.roles.title');

/** A right in words. That each has them is a test's business; one that came today does not take the page down. */
function rightIn(t: Translate, action: string): string[] {
  const key = `teams.right.${action}`;
  return isMessageKey(key) ? [(t as (key: string) => string)(key)] : [];
}

/** What each role may do, as the policy answers it. */
export async function loader(args: LoaderFunctionArgs) {
  const { by, ctx, membership } = await atTeam(args, 'team.see');
  return {
    slug: membership.slug,
    by,
    roles: roleTable().map(({ may, role }) => ({
      role,
      may: may.flatMap((action) => rightIn(ctx.t, action)),
    })),
  };
}

export default function TeamRoles() {
  const { slug, by, roles } = useLoaderData<typeof loader>();
  const { t, to } = useWords();
  return (
    <>
      <Breadcrumb
        items={[{ label: t('teams.title'), href: to(paths.orgTeam(slug)) }, { label: t('teams.roles.title') }]}
      />
      <PageTitle lead={t('teams.roles.lead')}>{t('teams.roles.title')}</PageTitle>
      <Stack>
        <Notice tone="info" title={t('teams.roles.no-collector.title')}>
          <p>{t('teams.roles.no-collector.text')}</p>
        </Notice>
        {/* Folded: on a telephone the whole table would be as long as a street. */}
        {roles.map(({ may, role }) => (
          <Card key={role}>
            <details open={by.includes(role)}>
              <summary className="cursor-pointer">
                <b>{t(`teams.role.${role}`)}</b>
                {by.includes(role) && <span className="meta"> ({t('organisations.members.you')})</span>}
                <span className="meta block">{t(`teams.role.${role}.hint`)}</span>
              </summary>
              <ul className="mt-3 grid list-disc gap-1 pl-5 md:grid-cols-2">
                {may.map((right) => (
                  <li key={right}>{right}</li>
                ))}
              </ul>
            </details>
          </Card>
        ))}
      </Stack>
    </>
  );
}
