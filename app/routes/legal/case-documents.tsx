import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { keepDocument } from '#app/features/legal-aid/commands/keep-document.server.ts';
import { listDocuments, readDocument, storyOf } from '#app/features/legal-aid/documents.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { documentForm, particularsOf } from '#app/features/legal-aid/rules/document-forms.ts';
import { PAPER_KINDS } from '#app/features/legal-aid/rules/paper.ts';
import { DocumentForm } from '#app/features/legal-aid/ui/document-form.tsx';
import { DocumentList } from '#app/features/legal-aid/ui/document-list.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, seeOther } from '#app/platform/request.server.ts';
import { Section } from '#app/ui/stack.tsx';
import { atCase } from './at-case.ts';

export const meta = titled('legal-case.documents.title');

/** `?new=complaint` begins a paper, `?edit=<id>` changes one, otherwise they are listed. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, keys, slug, subject, work } = await atCase(args);
  const { searchParams } = ctx.url;
  const edit = searchParams.get('edit');
  const template = PAPER_KINDS.find((kind) => kind === searchParams.get('new'));
  const at = { slug, caseId: subject.id, clientId: newId() };
  return withLegalScope(work.scope, async (tx) => {
    if (template) {
      const facts = template === 'information_request' ? '' : await storyOf(tx, keys, subject.id);
      return { ...at, form: { id: null, template, title: '', known: particularsOf({ facts }) }, documents: [] };
    }
    if (edit !== null) {
      const found = isId(edit) ? await readDocument(tx, keys, subject.id, edit) : null;
      if (!found) throw notFound();
      return { ...at, form: found, documents: [] };
    }
    const documents = await listDocuments(tx, keys, subject.id);
    return {
      ...at,
      form: null,
      documents: documents.map(({ id, madeOn, template: kind, title }) => ({ id, madeOn, template: kind, title })),
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, slug, subject, work } = await atCase(args);
  const posted = await readForm(args.request, documentForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { clientId, id, template, title, ...fields } = posted.value;
  const kept = await keepDocument(work, { clientId, caseId: subject.id, id, template, title, fields });
  return kept.ok
    ? seeOther(ctx, paths.deskDocument(slug, subject.id, kept.value.id), { done: 'kept' })
    : unprocessable(posted.reply(undefined, [kept.refusal.code]));
}

export default function CaseDocuments() {
  const { caseId, clientId, documents, form, slug } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.lastResult;
  const { t } = useWords();
  if (!form) return <DocumentList documents={documents} slug={slug} caseId={caseId} />;
  return (
    <Section title={t(`legal-case.documents.template.${form.template}`)} id="form">
      <DocumentForm {...form} clientId={clientId} result={result} />
    </Section>
  );
}
