import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import type { OutboxAnswer } from '#app/kernel/outbox.ts';
import type { Result } from '#app/kernel/result.ts';
import type { MessageKey } from '#app/i18n/words.ts';
import { hmac, isSame } from './crypto.server.ts';
import { openRequest, type RequestContext } from './request.server.ts';

/** Everything a person can type into a form that waits; the outbox carries no files. */
const MOST_BYTES = 64 * 1024;
const envelope = z.object({ clientId: z.uuid(), keeper: z.string().max(100) });

/** How a phone knows whose entries it keeps: stable for a person, and nobody's name. */
export function keeperOf(userId: string): string {
  return hmac('outbox-keeper', userId).slice(0, 32);
}

/**
 * An endpoint of the outbox (decision 016): takes one entry as JSON and answers in JSON whatever happens, so that the phone
 * can tell our word from anybody else's. `work` does the deed once per `clientId` (platform/once.server.ts); what it
 * returns as `said`, and a refusal's message, is shown beside the entry.
 *
 * Somebody else's entries, and anybody's after the session has ended, are answered with `sign-in`: they stay where they are.
 * A page that the person may not see (any more) is a refusal; a fault is a 500 without our word, and is tried again.
 */
export async function answerEntry<Schema extends z.ZodType>(
  args: ActionFunctionArgs,
  schema: Schema,
  work: (
    ctx: RequestContext,
    entry: z.output<Schema> & { clientId: string },
  ) => Promise<Result<{ said?: string } | undefined, MessageKey>>,
): Promise<Response> {
  const ctx = await openRequest(args);
  const body = await readBody(args.request);
  const head = envelope.safeParse(body);
  if (!head.success) return new Response(null, { status: 400 });
  const { clientId, keeper } = head.data;
  if (ctx.actor.kind !== 'user' || !isSame(keeper, keeperOf(ctx.actor.userId))) {
    return say({ clientId, outcome: 'sign-in' }, 401);
  }
  const entry = schema.safeParse(asForm(body as Record<string, unknown>));
  if (!entry.success) return say({ clientId, outcome: 'refused', said: ctx.t('outbox.unreadable') }, 422);
  try {
    const result = await work(ctx, Object.assign({}, entry.data, { clientId }));
    if (result.ok) return say({ clientId, outcome: 'done', ...result.value }, 200);
    const said = (ctx.t as (key: MessageKey) => string)(result.refusal.code);
    return say({ clientId, outcome: 'refused', said }, 422);
  } catch (thrown) {
    // Guards throw their answer: 403 and 404 are our word as well.
    if (!(thrown instanceof Response) || ![403, 404, 410].includes(thrown.status)) throw thrown;
    return say({ clientId, outcome: 'refused', said: ctx.t('outbox.gone') }, thrown.status);
  }
}

/** A field that was left empty is absent, as it is when the form is posted. */
function asForm(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== ''));
}

async function readBody(request: Request): Promise<unknown> {
  if (!request.headers.get('content-type')?.startsWith('application/json')) return undefined;
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return undefined;
  const text = await request.text();
  if (text.length > MOST_BYTES) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function say(answer: OutboxAnswer, status: number): Response {
  return Response.json(answer, { status, headers: { 'Cache-Control': 'no-store' } });
}
