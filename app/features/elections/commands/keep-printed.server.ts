import { and, eq } from 'drizzle-orm';
import { printedMatter } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import type { PrintedForm } from '../forms.ts';
import { missingImprint, type Imprint } from '../rules/imprint.ts';

type Refused = 'common.error.not-allowed' | 'elections.error.gone' | `elections.error.imprint.${keyof Imprint}`;

/** Keeps a printed sheet with its four imprint fields; refused at the first of them that is missing. */
export function keepPrinted(work: StaffWork, form: PrintedForm): Promise<Result<undefined, Refused>> {
  const { scope } = work;
  const { organisationId, userId } = scope;
  const one = (id: string) => and(eq(printedMatter.id, id), eq(printedMatter.organisationId, organisationId));
  return workOnce<undefined, Refused>(
    work,
    { command: 'elections.keep-printed', clientId: form.clientId, content: form },
    async (tx) => {
      if (!mayHere(work, 'candidacy.write')) return refuse('common.error.not-allowed');
      if (form.intent === 'add') {
        const [missing] = missingImprint(form);
        if (missing) return refuse(`elections.error.imprint.${missing}`, missing);
        const { kind, title } = form;
        const imprint = form as unknown as Imprint;
        const { producer, orderer, printRun, printedOn } = imprint;
        const id = newId();
        await tx
          .insert(printedMatter)
          .values({ id, organisationId, kind, title, producer, orderer, printRun, printedOn, createdBy: userId });
        await audit(tx, scope, { action: 'candidacy.printed', subjectType: 'printed-matter', subjectId: id });
        return ok();
      }
      const { id } = form;
      const touched =
        form.intent === 'copy'
          ? await tx
              .update(printedMatter)
              .set({ copyHandedOn: form.on })
              .where(one(id))
              .returning({ id: printedMatter.id })
          : await tx.delete(printedMatter).where(one(id)).returning({ id: printedMatter.id });
      if (touched.length === 0) return refuse('elections.error.gone');
      const action = form.intent === 'copy' ? 'candidacy.copy-handed' : 'candidacy.printed-removed';
      await audit(tx, scope, { action, subjectType: 'printed-matter', subjectId: id });
      return ok();
    },
  );
}
