import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { erasePerson, keepsPeopleOf } from '#app/features/campaigns/commands/erase-person.server.ts';
import { erasureForm } from '#app/features/campaigns/spread-forms.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { refused } from './campaign-steps.server.ts';

export const meta = titled('spread.erasure.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'campaign.see-people');
  const id = args.params.id;
  if (!isId(id) || !(await keepsPeopleOf(scope, id))) throw notFound();
  const erased = /^\d{1,4}$/.exec(ctx.url.searchParams.get('erased') ?? '')?.[0];
  return { slug: membership.slug, clientId: newId(), erased: erased === undefined ? null : Number(erased) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.see-people');
  const id = args.params.id;
  if (!isId(id)) throw notFound();
  const posted = await readForm(args.request, erasureForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const erased = await erasePerson({ actor, scope, now: ctx.now }, id, posted.value);
  if (!erased.ok) return refused(posted, erased.refusal);
  const { signatures, letters } = erased.value;
  return seeOther(ctx, `${paths.orgCampaignErasure(membership.slug, id)}?erased=${signatures + letters}`);
}

/** Somebody asks to be forgotten: one form, one step, and nothing of them stays in the campaign. */
export default function CampaignErasure() {
  const { slug, clientId, erased } = useLoaderData<typeof loader>();
  const back = useReturned(useActionData<typeof action>()?.lastResult);
  const { t, to } = useWords();
  return (
    <Stack>
      <Breadcrumb
        items={[
          { label: t('campaigns.list.title'), href: to(paths.orgCampaigns(slug)) },
          { label: t('spread.erasure.title') },
        ]}
      />
      <PageTitle lead={t('spread.erasure.lead')}>{t('spread.erasure.title')}</PageTitle>
      {erased !== null && (
        <Notice live tone={erased > 0 ? 'success' : 'info'}>
          {erased > 0 ? t('spread.erasure.done', { count: erased }) : t('spread.erasure.nothing')}
        </Notice>
      )}
      <ErrorSummary errors={back.errors} />
      <Form clientId={back.value('clientId', clientId)} label={t('spread.erasure.title')}>
        <TextInput
          name="contact"
          label={t('spread.erasure.contact')}
          hint={t('spread.erasure.contact.hint')}
          error={back.errors.contact}
          defaultValue={back.value('contact')}
          maxLength={200}
          autoComplete="off"
          required
        />
        <CheckboxField name="sure" label={t('spread.erasure.sure')} error={back.errors.sure} />
        <Button tone="danger">{t('spread.erasure.erase')}</Button>
      </Form>
      <p className="meta">{t('spread.erasure.paper')}</p>
    </Stack>
  );
}
