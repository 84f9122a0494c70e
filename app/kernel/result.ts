/** An expected outcome: a value, or a refusal with a code that the words catalogue can say. The unexpected is thrown. */
export type Result<T, Code extends string = string> = { ok: true; value: T } | { ok: false; refusal: Refusal<Code> };

/** Why a command did nothing. `field` names the form field the message belongs beside. */
export type Refusal<Code extends string = string> = { code: Code; field?: string };

export function ok(): Result<undefined, never>;
export function ok<T>(value: T): Result<T, never>;
export function ok<T>(value?: T): Result<T | undefined, never> {
  return { ok: true, value };
}

export function refuse<Code extends string>(code: Code, field?: string): Result<never, Code> {
  return { ok: false, refusal: field === undefined ? { code } : { code, field } };
}
