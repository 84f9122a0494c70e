import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { confirmIssue } from '#app/features/issues/commands/confirm-issue.server.ts';
import { paths } from '#app/paths.ts';
import { randomToken } from '#app/platform/crypto.server.ts';
import { notFound, openRequest, seeOther, tooMany } from '#app/platform/request.server.ts';
import { cookie, readCookie } from '#app/platform/session.server.ts';
import { readRef } from './public-data.ts';

/** A random text that stands for this browser and nobody; kept half a year. */
const DEVICE = 'device';
const HALF_A_YEAR = 182 * 86_400;

/** Somebody who comes here by a link is shown the report. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const ref = readRef(args.params.ref);
  if (ref === undefined) throw notFound();
  return seeOther(ctx, paths.issue(ref));
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const ref = readRef(args.params.ref);
  if (ref === undefined) throw notFound();
  const known = readCookie(args.request, DEVICE);
  const device = known && /^[\w-]{43}$/.test(known) ? known : randomToken();
  const result = await confirmIssue({ clientKey: ctx.clientKey }, { ref, device });
  if (!result.ok) {
    if (result.refusal.code === 'not-found') throw notFound();
    throw tooMany();
  }
  return seeOther(ctx, paths.issue(ref), { done: 'confirmed', headers: { 'Set-Cookie': cookie(DEVICE, device, HALF_A_YEAR) } });
}
