import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  addPasskey,
  changePassphrase,
  confirmRecoveryCode,
  removePasskey,
  renewRecoveryCode,
} from '#app/features/legal-aid/commands/keep-own-keys.server.ts';
import type { AtVault } from '#app/features/legal-aid/commands/unlock-vault.server.ts';
import { ownKeysForm } from '#app/features/legal-aid/rules/key-forms.ts';
import { KeysPage } from '#app/features/legal-aid/ui/keys-page.tsx';
import { titled } from '#app/i18n/titled.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Result } from '#app/kernel/result.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { seeOther } from '#app/platform/request.server.ts';
import type { z } from 'zod';
import { atVault } from './at-vault.ts';

export const meta = titled('legal-keys.keys.title');
export const handle = { width: 'read' };

const DONE = ['recovered', 'passphrase', 'written', 'passkey', 'passkey-off'] as const;

/** One's own keys, with the vault open. */
async function atOwnKeys(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const before = await atVault(args);
  if (!before.isOpen) {
    const back = `?next=${encodeURIComponent(paths.deskKeys(before.slug))}`;
    throw redirect(before.ctx.to(paths.deskUnlock(before.slug, back)), 303);
  }
  return before;
}

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, keys, slug } = await atOwnKeys(args);
  const done = ctx.url.searchParams.get('done');
  return {
    slug,
    keys,
    host: ctx.url.host,
    hostname: ctx.url.hostname,
    clientId: newId(),
    done: DONE.find((one) => one === done) ?? null,
  };
}

type Done = { done: (typeof DONE)[number]; cookie?: string } | { code: string };

async function doWhat(at: AtVault, input: z.output<typeof ownKeysForm>): Promise<Result<Done>> {
  switch (input.intent) {
    case 'passphrase': {
      const changed = await changePassphrase(at, { passphrase: input.password, newPassphrase: input.newPassword });
      return changed.ok ? { ok: true, value: { done: 'passphrase', cookie: changed.value.cookie } } : changed;
    }
    case 'code':
      return renewRecoveryCode(at, { passphrase: input.password });
    case 'written':
      await confirmRecoveryCode(at);
      return { ok: true, value: { done: 'written' } };
    case 'passkey': {
      const { credentialId, password: passphrase, prf, salt } = input;
      const added = await addPasskey(at, { credentialId, passphrase, prf, salt });
      return added.ok ? { ok: true, value: { done: 'passkey' } } : added;
    }
    case 'passkey-off':
      await removePasskey(at, { wrapId: input.wrapId });
      return { ok: true, value: { done: 'passkey-off' } };
  }
}

export async function action(args: ActionFunctionArgs) {
  const { at, ctx, slug } = await atOwnKeys(args);
  const posted = await readForm(args.request, ownKeysForm);
  if (!posted.ok) return unprocessable(posted.reply(), { code: null });
  const result = await doWhat(at, posted.value);
  if (!result.ok) {
    const { code, field } = result.refusal;
    return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]), { code: null });
  }
  // The printed code stands in this answer and nowhere again.
  if ('code' in result.value)
    return data({ lastResult: null, code: result.value.code }, { headers: { 'Cache-Control': 'no-store' } });
  const { cookie, done } = result.value;
  return seeOther(ctx, paths.deskKeys(slug), { done, ...(cookie ? { headers: { 'Set-Cookie': cookie } } : {}) });
}

export default function Keys() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <KeysPage {...loaded} lastResult={answer?.lastResult} code={answer?.code ?? null} />;
}
