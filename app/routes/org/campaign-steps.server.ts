import type { Refusal } from '#app/kernel/result.ts';
import type { Reply } from '#app/platform/forms.server.ts';
import { unprocessable } from '#app/platform/forms.server.ts';
import { forbidden, notFound } from '#app/platform/request.server.ts';

/**
 * What a room of a campaign answers to a refusal: 404 for what is not this organisation's, 403 for what the person may
 * not, and the same page with the sentence beside its field for what can be mended.
 */
export function refused(posted: { reply: Reply }, { code, field }: Refusal) {
  if (code === 'campaigns.error.unknown') throw notFound();
  if (code === 'common.error.not-allowed') throw forbidden();
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}
