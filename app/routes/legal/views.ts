import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { dropView, keepView } from '#app/features/legal-aid/queue.server.ts';
import { parseQueueFilters, queueQuery } from '#app/features/legal-aid/rules/queue-filters.ts';
import { optionalText } from '#app/kernel/fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm } from '#app/platform/forms.server.ts';
import { seeOther } from '#app/platform/request.server.ts';
import { atDesk } from './at-desk.ts';

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('keep'), query: optionalText(400) }),
  z.object({ intent: z.literal('drop'), viewId: z.string().refine(isId) }),
]);

/** Views of the queue that a person keeps: no page of its own. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, slug } = await atDesk(args, 'lead', 'lawyer');
  return redirect(ctx.to(paths.desk(slug)), 303);
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, slug, work } = await atDesk(args, 'lead', 'lawyer');
  const posted = await readForm(args.request, form);
  if (!posted.ok) return new Response(null, { status: 422 });
  const { value } = posted;
  if (value.intent === 'drop') {
    await dropView(work, value.viewId);
    return seeOther(ctx, paths.desk(slug), { done: 'view-dropped' });
  }
  const filters = parseQueueFilters(new URLSearchParams(value.query));
  await keepView(work, filters);
  return seeOther(ctx, paths.desk(slug, queueQuery(filters)), { done: 'view-kept' });
}
