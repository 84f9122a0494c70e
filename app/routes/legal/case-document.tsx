import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { fileDocument } from '#app/features/legal-aid/commands/keep-document.server.ts';
import { readDocument } from '#app/features/legal-aid/documents.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { fileDocumentForm } from '#app/features/legal-aid/rules/document-forms.ts';
import { composePaper } from '#app/features/legal-aid/rules/papers.ts';
import { PaperNotices, PaperView } from '#app/features/legal-aid/ui/paper-view.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, seeOther } from '#app/platform/request.server.ts';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { atCase } from './at-case.ts';

export const meta = titled('legal-case.documents.title');

const DONE = ['kept', 'filed'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, keys, slug, subject, work } = await atCase(args);
  const id = args.params.document;
  const found = isId(id) ? await withLegalScope(work.scope, (tx) => readDocument(tx, keys, subject.id, id)) : null;
  if (!found) throw notFound();
  const done = DONE.find((one) => one === ctx.url.searchParams.get('done')) ?? null;
  const paper = composePaper(found.template, found.known);
  return { slug, caseId: subject.id, id: found.id, title: found.title, paper, done, clientId: newId() };
}

/** Puts the paper into the case as a sealed file. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, slug, subject, work } = await atCase(args);
  const documentId = args.params.document;
  if (!isId(documentId)) throw notFound();
  const posted = await readForm(args.request, fileDocumentForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const filed = await fileDocument(work, { ...posted.value, caseId: subject.id, documentId });
  if (!filed.ok && filed.refusal.code === 'legal-case.error.gone') throw notFound();
  return filed.ok
    ? seeOther(ctx, paths.deskDocument(slug, subject.id, documentId), { done: 'filed' })
    : unprocessable(posted.reply(undefined, [filed.refusal.code]));
}

/** A paper as it prints, what has to be said before it goes, and its file. */
export default function CaseDocument() {
  const { caseId, clientId, done, id, paper, slug, title } = useLoaderData<typeof loader>();
  const { t, to } = useWords();
  return (
    <div className="stack stack-large">
      <div className="no-print stack">
        {done && (
          <Notice tone="success" live>
            {t(`legal-case.documents.done.${done}`)}
          </Notice>
        )}
        <h2 className="text-xl font-bold">{title}</h2>
        <PaperNotices paper={paper} />
        <ButtonRow>
          <ButtonLink href={to(`${paths.deskCaseRoom(slug, caseId, 'documents')}?edit=${id}`)}>
            {t('legal-case.documents.edit')}
          </ButtonLink>
          <ButtonLink tone="secondary" href={to(paths.deskDocumentFile(slug, caseId, id))}>
            {t('legal-case.documents.docx')}
          </ButtonLink>
          <ButtonLink tone="quiet" href={to(paths.deskCaseRoom(slug, caseId, 'documents'))}>
            {t('legal-case.documents.all')}
          </ButtonLink>
        </ButtonRow>
        <Form clientId={clientId} inline>
          <Button tone="secondary">{t('legal-case.documents.file')}</Button>
        </Form>
        <p className="meta">{t('legal-case.documents.print')}</p>
      </div>
      <PaperView paper={paper} />
    </div>
  );
}
