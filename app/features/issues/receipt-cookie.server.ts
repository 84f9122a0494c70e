import { isId } from '#app/kernel/ids.ts';
import { seal, unseal } from '#app/platform/crypto.server.ts';
import { cookie, readCookie } from '#app/platform/session.server.ts';
import type { ReceiptHolder } from './commands/open-receipt.server.ts';

/**
 * The receipt page without the code in it: after the code was right, a short-lived sealed cookie stands for it, so that
 * no address, history or log ever holds the code. It names a report and nobody.
 */
const NAME = 'receipt';
const CONTEXT = 'cookie:receipt';
export const RECEIPT_MINUTES = 20;

/** A `Set-Cookie` value; each look at the page gives a new one. */
export function holdReceipt({ issueId, organisationId }: ReceiptHolder, now: Date): string {
  const until = now.getTime() + RECEIPT_MINUTES * 60_000;
  return cookie(NAME, seal(`${issueId}/${organisationId}/${until}`, CONTEXT), RECEIPT_MINUTES * 60);
}

export function dropReceipt(): string {
  return cookie(NAME, '', 0);
}

/** The holder that a request brings, or null: no cookie, one that is not ours, or one whose time is over. */
export function readReceiptHolder(request: Request, now: Date): ReceiptHolder | null {
  const sealed = readCookie(request, NAME);
  if (!sealed) return null;
  const [issueId, organisationId, until] = opened(sealed).split('/');
  if (!isId(issueId) || !isId(organisationId) || !(Number(until) > now.getTime())) return null;
  return { issueId, organisationId };
}

function opened(sealed: string): string {
  try {
    return unseal(sealed, CONTEXT);
  } catch {
    // A changed or foreign cookie is the same as none.
    return '';
  }
}
