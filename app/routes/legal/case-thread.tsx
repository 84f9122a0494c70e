import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { cleanCaseFile, type CleanFile } from '#app/features/legal-aid/case-files.server.ts';
import { readThread } from '#app/features/legal-aid/case-thread.server.ts';
import { isInHand } from '#app/features/legal-aid/case-work.server.ts';
import { writeToApplicant } from '#app/features/legal-aid/commands/write-to-applicant.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { FILES_AT_ONCE, replyForm } from '#app/features/legal-aid/rules/case-forms.ts';
import { REPLY_PHRASES } from '#app/features/legal-aid/rules/reply-phrases.ts';
import { ReplyForm } from '#app/features/legal-aid/ui/reply-form.tsx';
import { AnswerList, ThreadEntries } from '#app/features/legal-aid/ui/thread-entries.tsx';
import { titled } from '#app/i18n/titled.ts';
import { wordsFor } from '#app/i18n/words.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { seeOther } from '#app/platform/request.server.ts';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { atCase } from './at-case.ts';
import { refused } from './refused.ts';

export const meta = titled('legal-case.thread.title');

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, isAssigned, keys, movers, slug, subject, work } = await atCase(args);
  const thread = await withLegalScope(work.scope, (tx) => readThread(tx, keys, subject.id, { staffId: work.staff.id }));
  const wanted = ctx.url.searchParams.get('phrase');
  const phrase = REPLY_PHRASES.find((key) => key === wanted);
  const isOwn = isAssigned || movers.includes('holder') || movers.includes('lead');
  return {
    ...thread,
    slug,
    caseId: subject.id,
    language: subject.language,
    isFrozen: subject.isFrozen,
    may: !isInHand(subject.state)
      ? subject.state === 'new'
        ? ('not-yours' as const)
        : ('ended' as const)
      : isOwn && keys.has(subject.keyVersion)
        ? ('write' as const)
        : ('not-yours' as const),
    phrase: phrase ? wordsFor(subject.language)(`legal-case.thread.phrase.${phrase}.text`) : null,
    isDone: ctx.url.searchParams.get('done') === 'sent',
    clientId: newId(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, slug, subject, work } = await atCase(args);
  const posted = await readForm(args.request, replyForm, FILES_AT_ONCE);
  if (!posted.ok) return unprocessable(posted.reply());
  const sent = posted.files['file'] ?? [];
  if (sent.length > FILES_AT_ONCE) return unprocessable(posted.reply({ file: ['legal-case.thread.reply.file.hint'] }));
  const files: CleanFile[] = [];
  for (const file of sent) {
    const clean = await cleanCaseFile(file);
    if (!clean.ok) return refused(posted.reply, clean.refusal);
    files.push(clean.value);
  }
  const { asks, clientId, text } = posted.value;
  const written = await writeToApplicant(work, {
    caseId: subject.id,
    clientId,
    text,
    files,
    asksForInformation: asks,
  });
  return written.ok
    ? seeOther(ctx, paths.deskCase(slug, subject.id), { done: 'sent' })
    : refused(posted.reply, written.refusal);
}

/** The thread of a case: what was asked, what was answered, and the next reply. */
export default function CaseThread() {
  const { answers, caseId, clientId, entries, isDone, isFrozen, language, may, phrase, slug } =
    useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.lastResult;
  const { t, to } = useWords();
  return (
    <Stack gap="large">
      <PageTitle>{t('legal-case.thread.title')}</PageTitle>
      {isDone && (
        <Notice tone="success" live>
          {t('legal-case.thread.done.sent')}
        </Notice>
      )}
      {isFrozen && <Notice tone="warning">{t('legal-case.thread.frozen')}</Notice>}
      {answers && (
        <Section title={t('legal-case.thread.answers')} id="answers">
          <AnswerList answers={answers} />
        </Section>
      )}
      <Section title={t('legal-case.thread.messages')} id="messages">
        <ThreadEntries entries={entries} fileHref={(id) => to(paths.deskCaseFile(slug, caseId, id))} />
      </Section>
      {may === 'write' ? (
        <ReplyForm clientId={clientId} language={language} phrase={phrase} result={result} />
      ) : (
        <Notice tone="info">{t(`legal-case.thread.reply.${may}`)}</Notice>
      )}
    </Stack>
  );
}
