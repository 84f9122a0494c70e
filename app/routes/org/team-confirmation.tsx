import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { getConfirmation } from '#app/features/elections/candidacy.server.ts';
import { confirmEligibility } from '#app/features/elections/commands/confirm-eligibility.server.ts';
import { confirmationForm } from '#app/features/elections/forms.ts';
import { sayRefusal } from '#app/features/elections/rules/campaign-gate.ts';
import { CAMPAIGNERS } from '#app/features/elections/rules/municipality.ts';
import { GateNotice } from '#app/features/elections/ui/gate-notice.tsx';
import { LawSource } from '#app/features/elections/ui/law-source.tsx';
import { CampaignRooms } from '#app/features/teams/ui/campaign-rooms.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatMoment } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm } from '#app/platform/forms.server.ts';
import { forbidden, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { campaignRooms } from './team-rooms.server.ts';

export const meta = titled('elections.confirmation.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const at = requireMember(ctx, args.params.org, 'candidacy.confirm');
  return {
    ...(await getConfirmation(at.scope, ctx.now)),
    slug: at.membership.slug,
    rooms: campaignRooms(at),
    clientId: newId(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'candidacy.confirm');
  const posted = await readForm(args.request, confirmationForm);
  if (!posted.ok) return data({ lastResult: posted.reply(), refused: null }, { status: 422 });
  const { clientId, isAdult, isCitizen } = posted.value;
  const said = await confirmEligibility(
    { actor, scope, now: ctx.now },
    { clientId, isAdult: isAdult === 'on', isCitizen: isCitizen === 'on', locale: ctx.locale },
  );
  if (said.ok) return seeOther(ctx, paths.teamConfirmation(membership.slug));
  if ('refusal' in said) throw forbidden();
  return data({ lastResult: posted.reply(), refused: sayRefusal(ctx.t, ctx.locale, said) }, { status: 422 });
}

/** A member confirms age and citizenship before any campaigning shift. */
export default function TeamConfirmation() {
  const { at, gate, slug, rooms, clientId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = useReturned(answer?.lastResult);
  const { t, locale } = useWords();
  return (
    <Stack>
      <CampaignRooms slug={slug} rooms={rooms} current="confirmation" />
      <PageTitle lead={t('elections.confirmation.lead')}>{t('elections.confirmation.title')}</PageTitle>
      <GateNotice gate={gate} />
      {answer?.refused && (
        <Notice tone="danger" live>
          {answer.refused}
        </Notice>
      )}
      {at === null ? (
        <Form clientId={back.value('clientId', clientId)}>
          <CheckboxField
            name="isAdult"
            label={t('elections.confirmation.adult')}
            defaultChecked={back.ticked('isAdult')}
            required
          />
          <CheckboxField
            name="isCitizen"
            label={t('elections.confirmation.citizen')}
            defaultChecked={back.ticked('isCitizen')}
            required
          />
          <p className="text-muted">{t('elections.confirmation.kept')}</p>
          <Button>{t('elections.confirmation.save')}</Button>
        </Form>
      ) : (
        <Notice tone="success">
          {t('elections.confirmation.done', { moment: formatMoment(new Date(at), locale) })}
        </Notice>
      )}
      <LawSource {...CAMPAIGNERS} />
    </Stack>
  );
}
