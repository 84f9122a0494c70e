import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { eraseTeam } from '#app/features/teams/commands/erase-team.server.ts';
import { teamErasureForm } from '#app/features/teams/forms.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { seeOther } from '#app/platform/request.server.ts';
import { ConfirmPage } from '#app/ui/confirm-page.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { atTeam } from './at-team.server.ts';

export const meta = titled('teams.erase.title');

export async function loader(args: LoaderFunctionArgs) {
  const { actor, membership } = await atTeam(args, 'team.erase');
  return {
    slug: membership.slug,
    name: membership.names.az,
    hasSecondFactor: actor.hasSecondFactor,
    clientId: newId(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const work = await atTeam(args, 'team.erase');
  const posted = await readForm(args.request, teamErasureForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const erased = await eraseTeam({ ...work, teamName: work.membership.names.az }, posted.value);
  if (erased.ok) return seeOther(work.ctx, paths.account());
  const { code, field } = erased.refusal;
  // What was typed as proof does not go back into the page.
  const reply = field ? posted.reply({ [field]: [code] }) : posted.reply({}, [code]);
  return unprocessable({ ...reply, initialValue: { ...reply.initialValue, proof: '' } });
}

/** The team goes, with everything it has here. */
export default function TeamErasure() {
  const { slug, name, hasSecondFactor, clientId } = useLoaderData<typeof loader>();
  const back = useReturned(useActionData<typeof action>()?.lastResult);
  const { t, to } = useWords();
  return (
    <>
      <ErrorSummary errors={back.errors} />
      <ConfirmPage
        title={t('teams.erase.title')}
        clientId={back.value('clientId', clientId)}
        confirmLabel={t('teams.erase.action')}
        cancelHref={to(paths.orgTeam(slug))}
        fields={
          <>
            <TextInput
              name="name"
              label={t('teams.erase.name', { name })}
              width="medium"
              autoComplete="off"
              error={back.errors.name}
              defaultValue={back.value('name')}
              required
            />
            <TextInput
              name="proof"
              type={hasSecondFactor ? 'text' : 'password'}
              label={hasSecondFactor ? t('teams.erase.code') : t('teams.erase.password')}
              width="medium"
              autoComplete={hasSecondFactor ? 'one-time-code' : 'current-password'}
              error={back.errors.proof}
              required
            />
          </>
        }
      >
        <p>{t('teams.erase.text')}</p>
        <p>{t('teams.erase.stays')}</p>
        <p>
          <a href={to(paths.orgTeamTakeOut(slug))}>{t('teams.erase.first')}</a>
        </p>
      </ConfirmPage>
    </>
  );
}
