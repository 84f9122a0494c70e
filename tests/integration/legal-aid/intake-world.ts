import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { beginRequest } from '#app/features/legal-aid/commands/begin-request.server.ts';
import { readReceipt, type ReceiptWork } from '#app/features/legal-aid/receipt.server.ts';
import type { DraftStep } from '#app/features/legal-aid/rules/intake.ts';
import type { RequestContext } from '#app/platform/request.server.ts';
import { answerStep } from '#app/routes/legal/request-answers.server.ts';
import { withCookie, type Desk } from './legal-world.ts';

export const STORY = 'Bələdiyyə evimizi sökəcəyini bildirib, nə etməliyəm?';
const ctx = { to: (path: string) => path } as RequestContext;
/** A network of its own each time. */
export const network = () => ({ clientKey: randomUUID(), locale: 'az' as const, now: new Date() });

/** A draft at the desk, with its receipt open. */
export async function begin(
  { organisationId }: Desk,
  filedForSomebody = false,
): Promise<{ work: ReceiptWork; digits: string; caseId: string }> {
  const made = await beginRequest(
    { organisationId, track: 'person', language: 'az', filedForSomebody, draft: {} },
    new Date(),
  );
  return { ...made, work: await workOf(made.setCookie) };
}

/** What the cookie of a receipt opens. */
export async function workOf(setCookie: string): Promise<ReceiptWork> {
  const work = await readReceipt(withCookie(setCookie.split(';')[0] as string), new Date());
  if (!work) throw new Error('The receipt did not open');
  return work;
}

/** What a browser without scripts posts. */
export function post(step: DraftStep, work: ReceiptWork, fields: Record<string, string | string[]> = {}) {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
  return answerStep(ctx, work, step, new Request('http://localhost/', { method: 'POST', body }));
}
/** Where an answer leads, if it leads on. */
export const target = (answer: Awaited<ReturnType<typeof post>>): string | null =>
  answer instanceof Response ? answer.headers.get('location') : null;

/** Every question of the intake up to the last look. */
export async function answerAll(work: ReceiptWork, keptOut: string[] = []): Promise<void> {
  expect(target(await post('receipt', work, { written: 'on' }))).toBe('/legal-aid/request/danger');
  await post('danger', work, { flags: ['eviction'] });
  await post('track', work, { track: 'person' });
  await post('matter', work, { matter: 'housing' });
  await post('stage', work, { stage: 'answered' });
  await post('region', work, { region: 'AZ-AST' });
  await post('dates', work, { receivedOn: '2026-01-10' });
  await post('answer', work);
  await post('kept-out', work, { keptOut });
  await post('consent', work, { consent: 'on' });
  await post('contact', work, { name: 'Nümunə Ad', noticeEmail: 'ad@numune.invalid' });
  expect(target(await post('story', work, { story: STORY }))).toBe('/legal-aid/request/files');
  expect(target(await post('files', work, { clientId: randomUUID(), intent: 'go-on' }))).toBe(
    '/legal-aid/request/check',
  );
}
