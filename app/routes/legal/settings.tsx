import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readDesk, saveDesk } from '#app/features/legal-aid/commands/save-desk.server.ts';
import { deskSettingsForm } from '#app/features/legal-aid/rules/intake-forms.ts';
import { DeskSettings } from '#app/features/legal-aid/ui/desk-settings.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { seeOther } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { atDesk } from './at-desk.ts';
import { unkept } from './at-request.ts';

export const meta = titled('legal.nav.settings');
export const headers = unkept;

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, work } = await atDesk(args, 'lead');
  return { desk: await readDesk(work), clientId: newId(), isSaved: ctx.url.searchParams.get('done') === 'saved' };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, slug, work } = await atDesk(args, 'lead');
  const posted = await readForm(args.request, deskSettingsForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const saved = await saveDesk(work, posted.value);
  if (saved.ok) return seeOther(ctx, paths.deskSettings(slug), { done: 'saved' });
  return unprocessable(posted.reply({ phone: [saved.refusal.code] }));
}

export default function Settings() {
  const { clientId, desk, isSaved } = useLoaderData<typeof loader>();
  return (
    <DeskSettings
      desk={desk}
      clientId={clientId}
      isSaved={isSaved}
      lastResult={useActionData<typeof action>()?.lastResult}
    />
  );
}
