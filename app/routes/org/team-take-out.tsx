import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { atTeam } from './at-team.server.ts';

export const meta = titled('teams.take-out.title');

export async function loader(args: LoaderFunctionArgs) {
  const { membership } = await atTeam(args, 'team.take-out');
  return { slug: membership.slug, clientId: newId() };
}

/** Everything the team has here, to keep or to carry elsewhere. */
export default function TeamTakeOut() {
  const { slug, clientId } = useLoaderData<typeof loader>();
  const { t, to } = useWords();
  return (
    <>
      <Breadcrumb
        items={[{ label: t('teams.title'), href: to(paths.orgTeam(slug)) }, { label: t('teams.take-out.title') }]}
      />
      <PageTitle lead={t('teams.take-out.lead')}>{t('teams.take-out.title')}</PageTitle>
      <Stack>
        <Notice tone="warning">
          <p>{t('teams.take-out.care')}</p>
        </Notice>
        <Form action={to(paths.orgTeamArchive(slug))} clientId={clientId} label={t('teams.take-out.title')}>
          <Button icon="download">{t('teams.take-out.action')}</Button>
        </Form>
        <p className="meta">{t('teams.take-out.noted')}</p>
      </Stack>
    </>
  );
}
