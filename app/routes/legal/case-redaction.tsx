import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readRecords } from '#app/features/legal-aid/case-records.server.ts';
import { redactRecord } from '#app/features/legal-aid/commands/redact-record.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { PASSAGE_MAX, REDACTABLE, redactionForm } from '#app/features/legal-aid/rules/redaction.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { seeOther } from '#app/platform/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Section } from '#app/ui/stack.tsx';
import { TextArea } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { atCase } from './at-case.ts';

export const meta = titled('legal-case.redaction.title');

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, keys, subject, work } = await atCase(args);
  const found = await withLegalScope(work.scope, (tx) => readRecords(tx, keys, subject.id, { kinds: REDACTABLE }));
  const texts = found.flatMap(({ author, authorId, content, id, kind, madeOn }) => {
    const text = content?.text;
    const isOurs = author !== 'staff' || authorId === work.staff.id;
    return isOurs && typeof text === 'string' && text !== '' ? [{ id, kind, madeOn, text }] : [];
  });
  return { texts, clientId: newId(), isDone: ctx.url.searchParams.get('done') === 'blanked' };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, slug, subject, work } = await atCase(args);
  const posted = await readForm(args.request, redactionForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { clientId, passage, record } = posted.value;
  const blanked = await redactRecord(work, { clientId, caseId: subject.id, recordId: record, passage });
  if (blanked.ok) return seeOther(ctx, paths.deskRedaction(slug, subject.id), { done: 'blanked' });
  return unprocessable(posted.reply({ [blanked.refusal.field ?? 'record']: [blanked.refusal.code] }));
}

/** Blanks a part of a text of the case: a name that slipped in, a number that nobody needs. */
export default function CaseRedaction() {
  const { clientId, isDone, texts } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.lastResult;
  const { t, locale } = useWords();
  const back = useReturned(result);
  return (
    <Section title={t('legal-case.redaction.title')} id="redaction">
      {isDone && !result && (
        <Notice tone="success" live>
          {t('legal-case.redaction.done')}
        </Notice>
      )}
      <p>{t('legal-case.redaction.lead')}</p>
      {texts.length === 0 ? (
        <EmptyState title={t('legal-case.redaction.none.title')}>{t('legal-case.redaction.none.text')}</EmptyState>
      ) : (
        <>
          <ErrorSummary errors={back.errors} />
          <Form clientId={clientId} label={t('legal-case.redaction.title')}>
            <RadioCards
              name="record"
              label={t('legal-case.redaction.which')}
              error={back.errors.record}
              defaultValue={back.value('record', texts[0]?.id)}
              options={texts.map(({ id, kind, madeOn, text }) => ({
                value: id,
                label: `${t(`legal-case.redaction.kind.${kind as (typeof REDACTABLE)[number]}`)}, ${formatDay(noonOf(madeOn), locale)}`,
                hint: text,
              }))}
            />
            <TextArea
              name="passage"
              label={t('legal-case.redaction.passage')}
              hint={t('legal-case.redaction.passage.hint')}
              rows={3}
              maxLength={PASSAGE_MAX}
              error={back.errors.passage}
              defaultValue={back.value('passage')}
            />
            <Button tone="danger">{t('legal-case.redaction.blank')}</Button>
          </Form>
        </>
      )}
    </Section>
  );
}
