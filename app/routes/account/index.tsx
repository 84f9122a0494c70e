import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readAccount } from '#app/features/accounts/queries.server.ts';
import { listPushDevices } from '#app/features/accounts/push-devices.server.ts';
import { AccountHome } from '#app/features/accounts/ui/account-home.tsx';
import { titled } from '#app/i18n/titled.ts';
import { compareAz } from '#app/kernel/az-text.ts';
import { pushKey } from '#app/platform/push.server.ts';
import { notFound, openRequest, requireUser } from '#app/platform/request.server.ts';

export const meta = titled('common.nav.account');

const NOTICES = ['saved', 'password-changed', 'email-sent', 'phone-saved', 'factor-off'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const actor = requireUser(ctx);
  const account = await readAccount(actor);
  if (!account) throw notFound();
  const places = actor.memberships
    .map(({ names, roles, slug }) => ({ slug, name: names[ctx.locale], roles }))
    .sort((a, b) => compareAz(a.name, b.name));
  return {
    account,
    places,
    isOperator: actor.isOperator,
    pushDevices: pushKey() === null ? null : (await listPushDevices(actor)).length,
    done: NOTICES.find((key) => key === ctx.url.searchParams.get('done')),
  };
}

export default function Account() {
  return <AccountHome {...useLoaderData<typeof loader>()} />;
}
