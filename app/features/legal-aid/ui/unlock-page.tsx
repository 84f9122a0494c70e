import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Island } from '#app/ui/island.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import type { PasskeyPlace } from './passkey.island.client.tsx';
import { PassphraseField } from './key-parts.tsx';

type Props = {
  slug: string;
  next: string;
  passkeys: { credentialId: string; salt: string }[];
  host: string;
  isLocked: boolean;
  lastResult?: Parameters<typeof useReturned>[0];
};

/** Where signed-in people of the desk open their keys. */
export function UnlockPage({ host, isLocked, lastResult, next, passkeys, slug }: Props) {
  const { t, to } = useWords();
  const back = useReturned(lastResult);
  const passkey: PasskeyPlace = {
    mode: 'open',
    host,
    passkeys,
    words: {
      action: t('legal-keys.passkey.open'),
      failed: t('legal-keys.passkey.failed'),
      none: t('legal-keys.passkey.none'),
    },
  };
  return (
    <Stack>
      <ErrorSummary errors={back.errors} />
      <PageTitle lead={t('legal-keys.unlock.lead')}>{t('legal-keys.unlock.title')}</PageTitle>
      {isLocked && (
        <Notice tone="success" live>
          <p>{t('legal-keys.unlock.locked')}</p>
        </Notice>
      )}
      <Form>
        <input type="hidden" name="next" value={back.value('next', next)} />
        <PassphraseField error={back.errors.password} />
        <Button icon="lock">{t('legal-keys.unlock.action')}</Button>
      </Form>
      {passkeys.length > 0 && (
        <Form scope="passkey" inline>
          <input type="hidden" name="next" value={back.value('next', next)} />
          <input type="hidden" name="prf" value="" />
          <Island name="passkey" data={passkey} />
        </Form>
      )}
      <p>
        <a href={to(paths.deskRecovery(slug))}>{t('legal-keys.unlock.forgotten')}</a>
      </p>
      <p className="meta">{t('legal-keys.unlock.about')}</p>
    </Stack>
  );
}
