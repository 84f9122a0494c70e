import { unprocessable, type Reply } from '#app/platform/forms.server.ts';
import type { Refusal } from '#app/kernel/result.ts';
import { notFound } from '#app/platform/request.server.ts';

/** The same page with the refusal beside its field, or above the form; 404 for what is not there any more. */
export function refused(reply: Reply, { code, field }: Refusal) {
  if (code === 'legal-case.error.gone') throw notFound();
  return unprocessable(field ? reply({ [field]: [code] }) : reply(undefined, [code]));
}
