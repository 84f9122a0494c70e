import { localisePath, splitLocale } from '#app/kernel/locale.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import type { HotPost } from '#app/platform/hot-post.ts';
import { confirmSignature } from './commands/answer-as-signer.server.ts';
import { signCampaign } from './commands/sign-campaign.server.ts';
import { readSignatureToken } from './signer.server.ts';
import { signForm } from './signing-forms.ts';

/** Where a signer goes who did everything right; by which way they signed, and nothing of what was known before. */
export function signedPath(slug: string, { code, contact }: { code: string; contact: string }): string {
  return `${paths.campaignSigned(slug)}?by=${code !== '' ? 'code' : contact.includes('@') ? 'email' : 'phone'}`;
}

/** Signing: whatever is to be mended or explained is left to the page (routes/public/campaign-sign.tsx). */
const sign: HotPost = {
  path: /^(\/(en|ru))?\/campaigns\/[a-z0-9-]{1,100}\/sign$/,
  handle: async ({ path, body, clientKey }) => {
    const { locale, path: plain } = splitLocale(path);
    const slug = plain.split('/')[2] ?? '';
    const form = signForm.safeParse(Object.fromEntries(new URLSearchParams(body)));
    // A code that was refused once would count as a second wrong try on the page.
    if (!form.success || form.data.code !== '') return null;
    const signed = await signCampaign({ clientKey, now: now() }, slug, { ...form.data, locale });
    return signed.ok ? localisePath(signedPath(slug, form.data), locale) : null;
  },
};

/** Confirming: the page itself says what came of it, also when nothing did. */
const confirm: HotPost = {
  path: /^(\/(en|ru))?\/signatures\/[\w.-]{1,120}$/,
  handle: async ({ path, body }) => {
    const { locale, path: plain } = splitLocale(path);
    const token = plain.split('/')[2] ?? '';
    const id = body === 'step=confirm' ? readSignatureToken(token) : null;
    if (id === null) return null;
    const answer = await confirmSignature(id, now());
    const isDone = answer === 'confirmed' || answer === 'already';
    return isDone ? localisePath(`${paths.signature(token)}?done=${answer}`, locale) : null;
  },
};

export const signingPosts: readonly HotPost[] = [sign, confirm];
