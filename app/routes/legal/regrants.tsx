import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { regrantKeys } from '#app/features/legal-aid/commands/regrant-keys.server.ts';
import { readRegrants } from '#app/features/legal-aid/regrants.server.ts';
import { regrantForm } from '#app/features/legal-aid/rules/key-forms.ts';
import { RegrantsPage } from '#app/features/legal-aid/ui/regrants-page.tsx';
import { titled } from '#app/i18n/titled.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { seeOther } from '#app/platform/request.server.ts';
import { atDesk } from './at-desk.ts';

export const meta = titled('legal.nav.regrants');

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, slug, work } = await atDesk(args);
  const waiting = await readRegrants(work);
  return {
    slug,
    waiting: waiting.map(({ oldKeyIds: _keys, ...one }) => one),
    clientId: newId(),
    isDone: ctx.url.searchParams.get('done') === 'given',
  };
}

/** Gives a colleague one case again, or all that the colleague held and I hold. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, slug, work } = await atDesk(args);
  const posted = await readForm(args.request, regrantForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { reason, staffId, subjectId } = posted.value;
  const given = await regrantKeys(work, { reason, staffId, subjectIds: subjectId ? [subjectId] : 'all' });
  if (given.ok) return seeOther(ctx, paths.deskRegrants(slug), { done: 'given' });
  return unprocessable(posted.reply(undefined, [given.refusal.code]));
}

export default function Regrants() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <RegrantsPage {...loaded} lastResult={answer?.lastResult} />;
}
