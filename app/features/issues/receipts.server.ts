import { hmac, hmacDigits, isSame } from '#app/platform/crypto.server.ts';
import { receiptCode, receiptFrom, SEED_DIGITS, type Receipt } from './rules/receipt.ts';

/** Two reports with one locator are rare (one in some thousands at 10,000 reports); five in a row do not happen. */
const ATTEMPTS = 8;

/**
 * The receipt of a form. It follows from the form's own id and the instance's secret, so the same form sent twice
 * shows the same receipt, and the database, which holds only a hash of that id, cannot derive it.
 */
export function receiptOf(clientId: string, attempt: number): Receipt {
  return receiptFrom(hmacDigits('receipt-code', `${clientId}:${attempt}`, SEED_DIGITS));
}

/** The receipt of a form whose locator is known; undefined when the form's id is not the one that made it. */
export function receiptWithLocator(clientId: string, locator: string): Receipt | undefined {
  for (const attempt of receiptAttempts()) {
    const receipt = receiptOf(clientId, attempt);
    if (receipt.locator === locator) return receipt;
  }
  return undefined;
}

export function receiptAttempts(): number[] {
  return Array.from({ length: ATTEMPTS }, (_, attempt) => attempt);
}

/** What the database keeps of the secret digits. */
export function receiptHmac(receipt: Receipt): string {
  return hmac('receipt', receiptCode(receipt));
}

export function isReceiptRight(receipt: Receipt, storedHmac: string): boolean {
  return isSame(receiptHmac(receipt), storedHmac);
}
