import { seal, unseal } from '#app/platform/crypto.server.ts';
import { cookie, hostCookie, readCookie } from '#app/platform/session.server.ts';

/**
 * Small sealed notes that a browser or a mailbox keeps for us, each good for one purpose and a short time. Nothing of
 * them is stored, so nothing has to be cleaned up; what a note allows is checked again when it comes back.
 */
type Notes = {
  /** The password was right, the second factor is missing. `proof` changes with the password. */
  'second-factor': { userId: string; proof: string };
  /** The token of a reset link, taken out of the address. */
  'password-reset': { token: string };
  /** A new e-mail address, proved by the letter it came in. `proof` changes with the address and the password. */
  'email-change': { userId: string; email: string; proof: string };
};
type Kind = keyof Notes;

export const TICKET_MINUTES = { 'second-factor': 10, 'password-reset': 30, 'email-change': 60 * 24 } as const;

export function makeTicket<K extends Kind>(kind: K, note: Notes[K], now: Date): string {
  return seal(JSON.stringify({ note, until: now.getTime() + TICKET_MINUTES[kind] * 60_000 }), `ticket.${kind}`);
}

/** Null for one that is missing, expired, changed, or made for something else. */
export function readTicket<K extends Kind>(kind: K, sealed: string | null | undefined, now: Date): Notes[K] | null {
  if (!sealed || sealed.length > 2000) return null;
  try {
    const { note, until } = JSON.parse(unseal(sealed, `ticket.${kind}`)) as { note: Notes[K]; until: number };
    return until > now.getTime() ? note : null;
  } catch {
    // Not one of ours: the same as none.
    return null;
  }
}

export function ticketCookie<K extends 'second-factor' | 'password-reset'>(kind: K, note: Notes[K], now: Date): string {
  return cookie(hostCookie(kind), makeTicket(kind, note, now), TICKET_MINUTES[kind] * 60);
}

export function readTicketCookie<K extends 'second-factor' | 'password-reset'>(
  kind: K,
  request: Request,
  now: Date,
): Notes[K] | null {
  return readTicket(kind, readCookie(request, hostCookie(kind)), now);
}

export function dropTicketCookie(kind: 'second-factor' | 'password-reset'): string {
  return cookie(hostCookie(kind), '', 0);
}
