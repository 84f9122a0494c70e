import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  labelSession,
  revokeOtherSessions,
  revokeSession,
} from '#app/features/accounts/commands/keep-sessions.server.ts';
import { deviceForm } from '#app/features/accounts/forms.ts';
import { listDevices } from '#app/features/accounts/queries.server.ts';
import { AccountPage } from '#app/features/accounts/ui/account-page.tsx';
import { DeviceCard } from '#app/features/accounts/ui/device-card.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDayNear } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, requireUser, seeOther } from '#app/platform/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';

export const meta = titled('accounts.devices.title');
export const handle = { width: 'read' };

const NOTICES = ['label-saved', 'device-out', 'others-out'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const devices = await listDevices(requireUser(ctx), ctx.now);
  const said = devices.map(({ createdAt, lastSeenAt, ...device }) => ({
    ...device,
    createdAt: formatDayNear(createdAt, ctx.now, ctx.locale),
    lastSeenAt: formatDayNear(lastSeenAt, ctx.now, ctx.locale),
  }));
  return { devices: said, done: NOTICES.find((key) => key === ctx.url.searchParams.get('done')) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const actor = requireUser(ctx);
  const posted = await readForm(args.request, deviceForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const input = posted.value;
  if (input.intent === 'label') {
    const labelled = await labelSession({ actor }, { sessionId: input.session, label: input.label });
    if (!labelled.ok) return unprocessable(posted.reply(undefined, [labelled.refusal.code]));
    return seeOther(ctx, paths.accountSessions(), { done: 'label-saved' });
  }
  if (input.intent === 'end-others') {
    await revokeOtherSessions({ actor });
    return seeOther(ctx, paths.accountSessions(), { done: 'others-out' });
  }
  await revokeSession({ actor }, { sessionId: input.session });
  return seeOther(ctx, paths.accountSessions(), { done: 'device-out' });
}

export default function Sessions() {
  const { devices, done } = useLoaderData<typeof loader>();
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
      <AccountPage title={t('accounts.devices.title')} lead={t('accounts.devices.lead')}>
        <ul className="grid gap-4">
          {devices.map((device) => (
            <DeviceCard key={device.id} device={device} />
          ))}
        </ul>
        {devices.length > 1 && (
          <Form label={t('accounts.devices.end-others')}>
            <Button tone="danger" name="intent" value="end-others" icon="signOut">
              {t('accounts.devices.end-others')}
            </Button>
          </Form>
        )}
      </AccountPage>
    </Stack>
  );
}
