import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pushForm } from '#app/features/accounts/forms.ts';
import { addPushDevice, listPushDevices, removePushDevice } from '#app/features/accounts/push-devices.server.ts';
import { PushPage } from '#app/features/accounts/ui/push-page.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDayNear } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { pushKey } from '#app/platform/push.server.ts';
import { notFound, openRequest, requireUser, seeOther } from '#app/platform/request.server.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';

export const meta = titled('accounts.push.title');
export const handle = { width: 'read' };

const NOTICES = ['push-on', 'push-off'] as const;

/** There is no such page where the operator set no keys for web push. */
function requirePush(): string {
  const key = pushKey();
  if (key === null) throw notFound();
  return key;
}

export async function loader(args: LoaderFunctionArgs) {
  const serverKey = requirePush();
  const ctx = await openRequest(args);
  const devices = await listPushDevices(requireUser(ctx));
  return {
    serverKey,
    devices: devices.map(({ since, ...device }) => ({ ...device, since: formatDayNear(since, ctx.now, ctx.locale) })),
    done: NOTICES.find((key) => key === ctx.url.searchParams.get('done')),
  };
}

export async function action(args: ActionFunctionArgs) {
  requirePush();
  const ctx = await openRequest(args);
  const actor = requireUser(ctx);
  const posted = await readForm(args.request, pushForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const input = posted.value;
  if (input.intent === 'remove') {
    await removePushDevice(actor, input.device);
    return seeOther(ctx, paths.accountPush(), { done: 'push-off' });
  }
  const { auth, endpoint, p256dh } = input;
  const added = await addPushDevice({ actor, now: ctx.now }, { endpoint, p256dh, auth });
  if (!added.ok) return unprocessable(posted.reply(undefined, [added.refusal.code]));
  return seeOther(ctx, paths.accountPush(), { done: 'push-on' });
}

export default function Notifications() {
  const { done, ...page } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const { say, t } = useWords();
  const refused = Object.values(actionData?.lastResult.error ?? {}).find((keys) => Array.isArray(keys)) as
    string[] | undefined;
  return (
    <Stack>
      <ErrorSummary errors={{ '': say(refused) }} />
      {done && !actionData && (
        <Notice live tone="success">
          {t(`accounts.done.${done}`)}
        </Notice>
      )}
      <PushPage {...page} />
    </Stack>
  );
}
