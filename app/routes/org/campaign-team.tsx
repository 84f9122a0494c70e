import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { getCampaign, getTeam } from '#app/features/campaigns/campaign-detail.server.ts';
import { keepTeam } from '#app/features/campaigns/commands/keep-team.server.ts';
import { LIMITS, teamForm } from '#app/features/campaigns/forms.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { compareAz } from '#app/kernel/az-text.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { refused } from './campaign-steps.server.ts';

export const meta = titled('campaigns.room.team');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.read');
  const campaign = isId(args.params.id) ? await getCampaign(scope, args.params.id) : undefined;
  if (!campaign) throw notFound();
  return {
    ...(await getTeam(scope, campaign.id)),
    clientId: newId(),
    mayWrite: can(actor, 'campaign.write', { organisationId: membership.organisationId }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.write');
  const id = args.params.id;
  if (!isId(id)) throw notFound();
  const posted = await readForm(args.request, teamForm);
  if (!posted.ok) return unprocessable(posted.reply());
  if (!isId(posted.value.user)) return unprocessable(posted.reply({ user: ['common.error.choose'] }));
  const kept = await keepTeam({ actor, scope, now: ctx.now }, id, posted.value);
  return kept.ok ? seeOther(ctx, paths.orgCampaignRoom(membership.slug, id, 'team')) : refused(posted, kept.refusal);
}

/** Who works on the campaign and with what task. */
export default function CampaignTeam() {
  const { team, colleagues, clientId, mayWrite } = useLoaderData<typeof loader>();
  const back = useReturned(useActionData<typeof action>()?.lastResult);
  const { t } = useWords();
  const choices = [...colleagues].sort((a, b) => compareAz(a.name, b.name));
  return (
    <Section title={t('campaigns.room.team')} id="team">
      <ErrorSummary errors={back.errors} />
      <ul className="plain-list">
        {team.map((person) => (
          <li key={person.id}>
            <b>{person.name}</b> <span className="meta">{person.task}</span>
            {mayWrite && (
              <Form clientId={clientId} inline>
                <input type="hidden" name="user" value={person.id} />
                <Button name="intent" value="remove" tone="quiet" size="small">
                  {t('campaigns.team.remove')}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <Form clientId={back.value('clientId', clientId)} label={t('campaigns.team.add')}>
          <FieldRow>
            <Select
              name="user"
              label={t('campaigns.team.person')}
              error={back.errors.user}
              options={choices.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={back.value('user')}
            />
            <TextInput
              name="task"
              label={t('campaigns.team.task')}
              hint={t('campaigns.team.task.hint')}
              error={back.errors.task}
              defaultValue={back.value('task')}
              maxLength={LIMITS.label}
              optional
            />
          </FieldRow>
          <Button name="intent" value="add" tone="secondary">
            {t('campaigns.team.add')}
          </Button>
        </Form>
      )}
    </Section>
  );
}
