import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { eraseHuman } from '#app/features/people/commands/erase-human.server.ts';
import { erasureForm } from '#app/features/people/forms.ts';
import { getPerson } from '#app/features/people/person.server.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { ConfirmPage } from '#app/ui/confirm-page.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { refusedPerson } from './person-steps.server.ts';

export const meta = titled('people.erase.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'people.write');
  const person = isId(args.params.id) ? await getPerson(scope, args.params.id) : undefined;
  if (!person) throw notFound();
  return { slug: membership.slug, clientId: newId(), id: person.id, name: person.name };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'people.write');
  if (!isId(args.params.id)) throw notFound();
  const posted = await readForm(args.request, erasureForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const erased = await eraseHuman({ actor, scope, now: ctx.now }, args.params.id, posted.value);
  if (!erased.ok) return refusedPerson(posted, erased.refusal);
  return seeOther(ctx, paths.orgPeople(membership.slug), { done: 'erased' });
}

export default function OrgPersonErasure() {
  const { slug, id, name, clientId } = useLoaderData<typeof loader>();
  const back = useReturned(useActionData<typeof action>()?.lastResult);
  const { t, to } = useWords();
  return (
    <>
      <ErrorSummary errors={back.errors} />
      <ConfirmPage
        title={t('people.erase.of', { name })}
        clientId={back.value('clientId', clientId)}
        confirmLabel={t('people.erase.confirm')}
        cancelHref={to(paths.orgPerson(slug, id))}
        fields={<CheckboxField name="sure" label={t('people.erase.sure')} error={back.errors.sure} />}
      >
        <p>{t('people.erase.text')}</p>
      </ConfirmPage>
    </>
  );
}
