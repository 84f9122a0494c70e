import type { Refusal } from '#app/kernel/result.ts';
import { unprocessable, type Reply } from '#app/platform/forms.server.ts';
import { forbidden, notFound } from '#app/platform/request.server.ts';

/** What the messages' rooms answer to a refusal: 404 for what is not this organisation's, 403 for what the colleague may not. */
export function refusedMessage(posted: { reply: Reply }, { code, field }: Refusal) {
  if (code === 'mailings.error.gone') throw notFound();
  if (code === 'common.error.not-allowed') throw forbidden();
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}
