import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { cancelEvent } from '#app/features/events/commands/keep-event.server.ts';
import { cancelEventForm } from '#app/features/events/forms.ts';
import { getOrgEvent } from '#app/features/events/org-events.server.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { ConfirmPage } from '#app/ui/confirm-page.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextArea } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { refusedEvent } from './event-steps.server.ts';

export const meta = titled('events.cancel.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'event.write');
  const event = isId(args.params.id) ? await getOrgEvent(scope, args.params.id, true) : undefined;
  if (!event) throw notFound();
  const told = event.shifts.reduce((sum, { taken, waiting }) => sum + taken + waiting, 0);
  return { slug: membership.slug, clientId: newId(), event: { id: event.id, title: event.title }, told };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'event.write');
  const { id } = args.params;
  if (!isId(id)) throw notFound();
  const posted = await readForm(args.request, cancelEventForm);
  if (!posted.ok) {
    if (!(await getOrgEvent(scope, id, true))) throw notFound();
    return unprocessable(posted.reply(), { refusedBecause: null });
  }
  const done = await cancelEvent({ actor, scope, now: ctx.now }, id, posted.value);
  if (!done.ok) return refusedEvent(posted, done.refusal);
  return seeOther(ctx, paths.orgEvent(membership.slug, id), { done: 'cancelled' });
}

/** Asks once and wants the reason: it is what those who had a place read. */
export default function OrgEventCancel() {
  const { slug, clientId, event, told } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = useReturned(answer?.lastResult);
  const { t, to } = useWords();
  return (
    <>
      <ErrorSummary errors={back.errors} />
      <ConfirmPage
        title={t('events.cancel.title')}
        clientId={back.value('clientId', clientId)}
        confirmLabel={t('events.cancel.confirm')}
        cancelHref={to(paths.orgEvent(slug, event.id))}
        fields={
          <TextArea
            name="note"
            label={t('events.cancel.note')}
            hint={t('events.cancel.note.hint')}
            error={back.errors.note}
            defaultValue={back.value('note')}
            maxLength={500}
            rows={3}
            required
          />
        }
      >
        <p>{t('events.cancel.text', { title: event.title, count: told })}</p>
      </ConfirmPage>
    </>
  );
}
