/**
 * Reads what mail servers send back: a delivery report (RFC 3464) or a complaint (RFC 5965). Only two things are taken from
 * it: which of our letters it is about, by the identity that the letter carried, and whether it is for good.
 */
export type Returned = { token: string; reason: 'bounce' | 'complaint' };

const OURS = /<?([0-9a-f-]{36}\.[0-9a-f]{40})@icma\.invalid>?/iu;

/** The value of a header field, folded lines joined; the last one wins where several stand. */
function field(text: string, name: string): string | undefined {
  const found = [...text.matchAll(new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t]+.*)*)`, 'gimu'))];
  return found
    .at(-1)?.[1]
    ?.replaceAll(/\r?\n[ \t]+/gu, ' ')
    .trim();
}

/** A quoted-printable part breaks lines with `=`; identities may be cut there. */
const unbroken = (text: string): string => text.replaceAll(/=\r?\n/gu, '');

/** Null for a letter that is no report, is about no letter of ours, or says that delivery only takes longer. */
export function readReturned(raw: string): Returned | null {
  const text = unbroken(raw);
  // The original letter's identity stands in the part that the report brings back, not in the report's own head.
  const body = text.slice(Math.max(0, text.search(/\r?\n\r?\n/u)));
  const token = OURS.exec(field(body, 'Message-ID') ?? '')?.[1] ?? OURS.exec(body)?.[1];
  if (!token) return null;
  const feedback = field(body, 'Feedback-Type');
  if (feedback !== undefined)
    return /^(abuse|fraud|opt-out)\b/iu.test(feedback) ? { token, reason: 'complaint' } : null;
  const isFailed = /^failed\b/iu.test(field(body, 'Action') ?? '');
  const status = /^5\.(\d{1,3})\.(\d{1,3})/u.exec(field(body, 'Status') ?? '');
  if (!isFailed || !status) return null;
  // 5.7: a policy refused the sender or the letter; 5.3 and 5.4: the receiving system. The address itself is 5.1 and 5.2.
  return status[1] === '1' || (status[1] === '2' && status[2] !== '2' && status[2] !== '3')
    ? { token, reason: 'bounce' }
    : null;
}
