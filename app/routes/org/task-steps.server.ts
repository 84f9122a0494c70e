import type { Refusal } from '#app/kernel/result.ts';
import { unprocessable, type Reply } from '#app/platform/forms.server.ts';
import { forbidden, notFound } from '#app/platform/request.server.ts';

/** A refusal of a task's or a join form's command: what does not exist is not there, the rest is said beside the form. */
export function refusedTask(posted: { reply: Reply }, { code, field }: Refusal) {
  if (code === 'common.error.not-allowed') throw forbidden();
  if (code === 'tasks.error.gone') throw notFound();
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}
