import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { createTeam } from '#app/features/teams/commands/create-team.server.ts';
import { newTeamForm } from '#app/features/teams/forms.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { REGIONS, regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, requireUser, seeOther } from '#app/platform/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Select } from '#app/ui/select.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';

export const meta = titled('teams.new.title');
export const handle = { width: 'read' };

/** A candidate founds her team; whoever is signed in may. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  requireUser(ctx);
  const from = ctx.url.searchParams.get('from');
  return { clientId: newId(), from: isId(from) ? from : null };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const actor = requireUser(ctx);
  const posted = await readForm(args.request, newTeamForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const made = await createTeam({ actor, now: ctx.now }, posted.value);
  if (!made.ok) return unprocessable(posted.reply({}, [made.refusal.code]));
  // Who invited her is told to her page alone, so that it can offer what only she decides; nothing is kept of it.
  const from = ctx.url.searchParams.get('from');
  const query = isId(from) ? `?from=${from}` : '';
  return seeOther(ctx, `${paths.orgTeam(made.value.slug)}${query}`, { done: 'created' });
}

export default function NewTeam() {
  const { clientId, from } = useLoaderData<typeof loader>();
  const back = useReturned(useActionData<typeof action>()?.lastResult);
  const { t, locale } = useWords();
  return (
    <Stack>
      <PageTitle lead={t('teams.new.lead')}>{t('teams.new.title')}</PageTitle>
      <ErrorSummary errors={back.errors} />
      <Notice tone="info" title={t('teams.new.own.title')}>
        <p>{t(from ? 'teams.found.own' : 'teams.new.own.text')}</p>
      </Notice>
      <Form clientId={back.value('clientId', clientId)} label={t('teams.new.title')}>
        <TextInput
          name="name"
          label={t('teams.new.name')}
          hint={t('teams.new.name.hint')}
          width="medium"
          maxLength={80}
          error={back.errors.name}
          defaultValue={back.value('name')}
          required
        />
        <Select
          name="region"
          label={t('teams.new.region')}
          width="medium"
          error={back.errors.region}
          defaultValue={back.value('region')}
          options={REGIONS.map(({ code }) => ({ value: code, label: regionName(code, locale) }))}
        />
        <Button>{t('teams.new.action')}</Button>
      </Form>
    </Stack>
  );
}
