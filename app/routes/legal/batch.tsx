import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { closeCases, labelCases, readBatch, undoBatch } from '#app/features/legal-aid/commands/batch-cases.server.ts';
import { NOT_TAKEN_REASONS, OUTCOMES } from '#app/features/legal-aid/rules/desk.ts';
import { batchForm } from '#app/features/legal-aid/rules/desk-forms.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { seeOther } from '#app/platform/request.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ConfirmPage } from '#app/ui/confirm-page.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { LinkMore } from '#app/ui/link-more.tsx';
import { Select } from '#app/ui/select.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { TextArea } from '#app/ui/text-input.tsx';
import { atDesk } from './at-desk.ts';

export const meta = titled('legal-desk.batch.title');

/** What a batch did, with a way back; without one there is nothing to see. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, slug, work } = await atDesk(args, 'lead', 'lawyer');
  const of = ctx.url.searchParams.get('of');
  const kind = ctx.url.searchParams.get('kind') === 'close' ? ('close' as const) : ('label' as const);
  const done = isId(of) ? await readBatch(work, kind, of) : null;
  if (!done && args.request.method === 'GET') throw redirect(ctx.to(paths.desk(slug)), 303);
  return { slug, kind, of, done: done && { changed: done.changed.length, skipped: done.skipped }, clientId: newId() };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, slug, work } = await atDesk(args, 'lead', 'lawyer');
  const posted = await readForm(args.request, batchForm);
  if (!posted.ok) return unprocessable(posted.reply(), { asked: null });
  const { value } = posted;
  const { clientId } = value;
  if (value.intent === 'ask-close')
    return data({ lastResult: posted.reply(), asked: value.caseId.slice(0, 100) }, { status: 200 });
  if (value.intent === 'undo') {
    const undone = await undoBatch(work, value);
    if (!undone.ok) return unprocessable(posted.reply(undefined, [undone.refusal.code]), { asked: null });
    return seeOther(ctx, paths.desk(slug), { done: 'undone' });
  }
  await (value.intent === 'label'
    ? labelCases(work, { caseIds: value.caseId, clientId, label: value.label })
    : closeCases(work, { caseIds: value.caseId, clientId, closing: value }));
  return seeOther(ctx, paths.deskBatch(slug, `?of=${clientId}&kind=${value.intent}`));
}

export default function Batch() {
  const { clientId, done, kind, of, slug } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { say, t, to } = useWords();
  const typed = (returned?.lastResult.initialValue ?? {}) as Record<string, string | string[] | undefined>;
  const errors = returned?.lastResult.error ?? {};
  const kept = [typed['caseId'] ?? []].flat();
  const asked: readonly string[] | null = returned?.asked ?? (typed['intent'] === 'close' ? kept : null);
  const text = (name: string) => (typeof typed[name] === 'string' ? typed[name] : undefined);
  if (asked)
    return (
      <Stack>
        <ErrorSummary
          errors={{
            outcome: say(errors['outcome']),
            notTakenReason: say(errors['notTakenReason']),
            reason: say(errors['reason']),
          }}
        />
        <ConfirmPage
          title={t('legal-desk.batch.close.title', { count: asked.length })}
          confirmLabel={t('legal-desk.batch.close.do', { count: asked.length })}
          cancelHref={to(paths.desk(slug))}
          clientId={clientId}
          undoable
          fields={
            <>
              <input type="hidden" name="intent" value="close" />
              {asked.map((id) => (
                <input key={id} type="hidden" name="caseId" value={id} />
              ))}
              <Select
                name="outcome"
                label={t('legal-desk.outcome')}
                options={OUTCOMES.map((value) => ({ value, label: t(`legal.outcome.${value}`) }))}
                defaultValue={text('outcome') ?? 'not_taken'}
                error={say(errors['outcome'])}
              />
              <Select
                name="notTakenReason"
                label={t('legal-desk.not-taken')}
                options={NOT_TAKEN_REASONS.map((value) => ({ value, label: t(`legal.not-taken.${value}`) }))}
                defaultValue={text('notTakenReason') ?? ''}
                error={say(errors['notTakenReason'])}
                optional
              />
              <TextArea
                name="reason"
                label={t('legal-desk.reason')}
                hint={t('legal-desk.reason.hint')}
                error={say(errors['reason'])}
                defaultValue={text('reason')}
                rows={3}
                maxLength={2000}
              />
            </>
          }
        >
          <p>{t('legal-desk.batch.close.text')}</p>
        </ConfirmPage>
      </Stack>
    );
  return (
    <Stack>
      <ErrorSummary
        errors={[...(say(errors['']) ?? []), ...(say(errors['caseId']) ?? [])].map((message) => ({ message }))}
      />
      <PageTitle lead={done ? t(`legal-desk.batch.done.${kind}`, { count: done.changed }) : undefined}>
        {t('legal-desk.batch.title')}
      </PageTitle>
      {done && done.skipped > 0 && <p>{t('legal-desk.batch.skipped', { count: done.skipped })}</p>}
      {done && done.changed > 0 && (
        <Form clientId={clientId} inline>
          <input type="hidden" name="of" value={of ?? ''} />
          <input type="hidden" name="kind" value={kind} />
          <div className="btn-row">
            <ButtonLink href={to(paths.desk(slug))}>{t('legal-desk.back')}</ButtonLink>
            <Button name="intent" value="undo" tone="quiet">
              {t('legal-desk.batch.undo')}
            </Button>
          </div>
        </Form>
      )}
      {!(done && done.changed > 0) && <LinkMore href={to(paths.desk(slug))}>{t('legal-desk.back')}</LinkMore>}
    </Stack>
  );
}
