/**
 * What may not stand in an entry. Money is no part of the board, so a sum, an account or a collection is refused when it is
 * written; contacts open only when both sides agreed, so a number or an address in the text is refused as well.
 */
const CURRENCY = String.raw`(?:manat\p{L}*|azn|usd|eur|rub|avro|euro|dollar\p{L}*|man\.|манат\p{L}*|доллар\p{L}*|евро|руб(?:л\p{L}*)?|тенге|лир\p{L}*)`;
const SUMS = [
  new RegExp(String.raw`\d\s*(?:min|мин|тыс\.?|k)?\s*${CURRENCY}(?![\p{L}\d])`, 'iu'),
  new RegExp(String.raw`(?<![\p{L}\d])${CURRENCY}\s*\d`, 'iu'),
  /[$€₼₽£]\s*\d|\d\s*[$€₼₽£]/u,
];
const COLLECTIONS =
  /(?<!\p{L})(?:ianə|pul\s+(?:yardım|köçür|göndər|lazım|topla)|maddi\s+yardım|kartıma|kartımıza|donat(?:e|ion)|fund-?rais|send\s+money|money\s+transfer|пожертвован|денежн\p{L}*\s+помощ|на\s+карту|перевод\p{L}*\s+денег|сбор\p{L}*\s+(?:денег|средств))/iu;
const ACCOUNT = /(?<![\p{L}\d])AZ\d{2}\s?[A-Z]{4}(?:\s?[A-Z\d]{4}){5}/iu;
const DIGITS = /(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/gu;
const ADDRESS = /[^\s@]+@[^\s@]+\.\p{L}{2,}/u;
const TELEPHONE = /(?<!\d)(?:\+|00)?\d(?:[\s().-]{0,2}\d){8,13}(?!\d)/u;

/** The check digit that every payment card carries. */
function isCardNumber(text: string): boolean {
  const digits = text.replaceAll(/\D/gu, '');
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Days are written with the same signs as numbers to call: 12.03.2027–15.03.2027 is no telephone. */
const withoutDays = (text: string) =>
  text.replaceAll(/\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}[:.]\d{2}/gu, '|');

/** What is wrong with a text, or null. */
export function refusedWords(text: string): 'money' | 'contact' | null {
  // `İ` has no lower case that an expression without a language knows.
  const lower = text.toLocaleLowerCase('az');
  if (SUMS.some((sum) => sum.test(text)) || COLLECTIONS.test(text) || COLLECTIONS.test(lower) || ACCOUNT.test(text))
    return 'money';
  if ([...text.matchAll(DIGITS)].some(([digits]) => isCardNumber(digits))) return 'money';
  if (ADDRESS.test(text) || TELEPHONE.test(withoutDays(text))) return 'contact';
  return null;
}
