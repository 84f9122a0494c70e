import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { atTeam } from './at-team.server.ts';

export const meta = titled('teams.take-out.title');

export async function loader(args: LoaderFunctionArgs) {
  const { actor, ctx, membership } = await atTeam(args, 'team.take-out');
  const refused = ctx.url.searchParams.get('refused');
  return {
    slug: membership.slug,
    clientId: newId(),
    hasSecondFactor: actor.hasSecondFactor,
    refused: refused === 'proof' || refused === 'often' ? refused : null,
  };
}

/** Everything the team has here, to keep or to carry elsewhere. */
export default function TeamTakeOut() {
  const { slug, clientId, hasSecondFactor, refused } = useLoaderData<typeof loader>();
  const { t, to } = useWords();
  const fault =
    refused === 'often'
      ? t('common.error.too-many')
      : refused && t(hasSecondFactor ? 'teams.erase.error.code' : 'accounts.error.password');
  return (
    <>
      <Breadcrumb
        items={[{ label: t('teams.title'), href: to(paths.orgTeam(slug)) }, { label: t('teams.take-out.title') }]}
      />
      <PageTitle lead={t('teams.take-out.lead')}>{t('teams.take-out.title')}</PageTitle>
      <ErrorSummary errors={{ proof: fault ?? undefined }} />
      <Stack>
        <Notice tone="warning">
          <p>{t('teams.take-out.care')}</p>
        </Notice>
        <Form action={to(paths.orgTeamArchive(slug))} clientId={clientId} label={t('teams.take-out.title')}>
          <TextInput
            name="proof"
            type={hasSecondFactor ? 'text' : 'password'}
            label={hasSecondFactor ? t('teams.erase.code') : t('teams.erase.password')}
            width="medium"
            autoComplete={hasSecondFactor ? 'one-time-code' : 'current-password'}
            error={fault}
            required
          />
          <Button icon="download">{t('teams.take-out.action')}</Button>
        </Form>
        <p className="meta">{t('teams.take-out.noted')}</p>
      </Stack>
    </>
  );
}
