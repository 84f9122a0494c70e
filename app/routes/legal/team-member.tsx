import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { changeStaff } from '#app/features/legal-aid/commands/change-staff.server.ts';
import { revokeStaff } from '#app/features/legal-aid/commands/revoke-staff.server.ts';
import { vouchForStaff } from '#app/features/legal-aid/commands/vouch-staff.server.ts';
import { staffForm } from '#app/features/legal-aid/rules/key-forms.ts';
import { readTeam } from '#app/features/legal-aid/team.server.ts';
import { MemberPage } from '#app/features/legal-aid/ui/member-page.tsx';
import { RegionPicker } from '#app/features/organisations/ui/region-picker.tsx';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { choicesOf } from '#app/features/organisations/rules/directory.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { forbidden, notFound, seeOther } from '#app/platform/request.server.ts';
import { namedTitle } from '#app/routes/title.ts';
import { useReturned } from '#app/ui/use-returned.ts';
import { atDesk } from './at-desk.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => namedTitle(page?.member.shownName);

/** One colleague's page is for a lead, and for oneself. */
async function atMember(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const at = await atDesk(args);
  const { staff } = args.params;
  if (!isId(staff)) throw notFound();
  const isLead = at.work.role === 'lead';
  if (!isLead && staff !== at.work.staff.id) throw forbidden();
  const member = (await readTeam(at.work)).find((one) => one.id === staff);
  if (!member) throw notFound();
  return { ...at, isLead, member };
}

export async function loader(args: LoaderFunctionArgs) {
  const { isLead, member, slug } = await atMember(args);
  return {
    slug,
    member,
    isLead,
    regions: choicesOf(member.regions),
    clientIds: { change: newId(), vouch: newId(), revoke: newId() },
  };
}

/** Changes what is not signed, vouches (again), or takes somebody from the desk. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, isLead, member, slug, work } = await atMember(args);
  const posted = await readForm(args.request, staffForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { value } = posted;
  if (value.intent !== 'change' && !isLead) throw forbidden();
  const staffId = member.id;
  const result =
    value.intent === 'change'
      ? await changeStaff(work, { ...value, staffId })
      : value.intent === 'vouch'
        ? await vouchForStaff(work, { ...value, staffId })
        : await revokeStaff(work, { staffId });
  if (!result.ok) {
    const { code, field } = result.refusal;
    return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
  }
  const done = { change: 'changed', vouch: 'vouched', revoke: 'revoked' }[value.intent];
  return seeOther(ctx, paths.deskTeam(slug), { done });
}

export default function Member() {
  const { regions, ...loaded } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = useReturned(answer?.lastResult, 'change');
  const { t } = useWords();
  return (
    <MemberPage
      {...loaded}
      lastResult={answer?.lastResult}
      regionPicker={
        <RegionPicker
          name="regions"
          label={t('legal-keys.regions')}
          hint={t('legal-keys.regions.hint')}
          optional
          error={back.errors.regions}
          defaultValues={back.list('regions', regions)}
        />
      }
    />
  );
}
