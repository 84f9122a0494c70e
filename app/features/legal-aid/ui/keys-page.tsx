import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Island } from '#app/ui/island.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import type { OwnKeys } from '../own-keys.server.ts';
import { Fingerprint, NewPassphraseField, PassphraseField, PrintedCode } from './key-parts.tsx';
import type { PasskeyPlace } from './passkey.island.client.tsx';

type Props = {
  slug: string;
  keys: OwnKeys;
  host: string;
  hostname: string;
  clientId: string;
  done: 'recovered' | 'passphrase' | 'written' | 'passkey' | 'passkey-off' | null;
  lastResult?: Parameters<typeof useReturned>[0];
  code: string | null;
};

/** One's own keys: what they are known by, and the ways to open them. */
export function KeysPage({ clientId, code, done, host, hostname, keys, lastResult, slug }: Props) {
  const { locale, t, to } = useWords();
  const passphrase = useReturned(lastResult, 'passphrase');
  const renewed = useReturned(lastResult, 'code');
  const written = useReturned(lastResult, 'written');
  const passkey = useReturned(lastResult, 'passkey');
  const action = to(paths.deskKeys(slug));
  if (code || written.errors.written) {
    return (
      <Stack>
        <ErrorSummary errors={written.errors} />
        <PageTitle>{t('legal-keys.code.title')}</PageTitle>
        {code ? (
          <PrintedCode code={code} host={host} action={action} clientId={clientId} />
        ) : (
          <>
            <Notice tone="warning">{t('legal-keys.code.unconfirmed')}</Notice>
            <p>
              <a href={action}>{t('legal-keys.keys.title')}</a>
            </p>
          </>
        )}
      </Stack>
    );
  }
  return (
    <Stack gap="large">
      <ErrorSummary errors={{ ...passphrase.errors, ...renewed.errors, ...passkey.errors }} />
      <PageTitle lead={t('legal-keys.keys.lead')}>{t('legal-keys.keys.title')}</PageTitle>
      {done && (
        <Notice tone="success" live>
          <p>{t(`legal-keys.done.${done}`)}</p>
        </Notice>
      )}
      {!keys.isTrusted && <Notice tone="info">{t('legal-keys.waiting.title')}</Notice>}
      {keys.codeWrittenOn === null && (
        <Notice tone="warning" actions={<a href="#code">{t('legal-keys.code.renew')}</a>}>
          {t('legal-keys.code.unconfirmed')}
        </Notice>
      )}
      <Fingerprint value={keys.fingerprint} unlockHref={to(paths.deskUnlock(slug))} />
      <DefinitionList
        items={[
          { term: t('legal-keys.keys.made'), detail: formatDay(noonOf(keys.madeOn), locale) },
          {
            term: t('legal-keys.code.title'),
            detail: keys.codeWrittenOn
              ? t('legal-keys.code.written-on', { day: formatDay(noonOf(keys.codeWrittenOn), locale) })
              : null,
          },
        ]}
      />
      <Section title={t('legal-keys.change.title')} id="passphrase">
        <Form clientId={passphrase.value('clientId', clientId)} scope="passphrase">
          <input type="hidden" name="intent" value="passphrase" />
          <PassphraseField error={passphrase.errors.password} />
          <NewPassphraseField error={passphrase.errors.newPassword} />
          <Button>{t('legal-keys.change.action')}</Button>
        </Form>
      </Section>
      <Section title={t('legal-keys.code.title')} id="code">
        <p>{t('legal-keys.code.about')}</p>
        <Form clientId={renewed.value('clientId', clientId)} scope="code">
          <input type="hidden" name="intent" value="code" />
          <PassphraseField error={renewed.errors.password} />
          <Button tone="secondary">{t('legal-keys.code.renew')}</Button>
        </Form>
      </Section>
      <Passkeys keys={keys} hostname={hostname} clientId={clientId} back={passkey} />
    </Stack>
  );
}

function Passkeys({
  back,
  clientId,
  hostname,
  keys,
}: {
  keys: OwnKeys;
  hostname: string;
  clientId: string;
  back: ReturnType<typeof useReturned>;
}) {
  const { locale, t } = useWords();
  const place: PasskeyPlace = {
    mode: 'add',
    host: hostname,
    passkeys: [],
    words: {
      action: t('legal-keys.passkey.add'),
      failed: t('legal-keys.passkey.failed'),
      none: t('legal-keys.passkey.none'),
      passphrase: t('legal-keys.error.need-passphrase'),
    },
  };
  return (
    <Section title={t('legal-keys.passkey.title')} id="passkey">
      <p>{t('legal-keys.passkey.about')}</p>
      {keys.passkeys.map(({ id, madeOn }) => (
        <Form key={id} clientId={clientId} scope={id} inline>
          <input type="hidden" name="intent" value="passkey-off" />
          <input type="hidden" name="wrapId" value={id} />
          <span>{t('legal-keys.passkey.since', { day: formatDay(noonOf(madeOn), locale) })} </span>
          <Button tone="quiet" size="small">
            {t('legal-keys.passkey.remove')}
          </Button>
        </Form>
      ))}
      <Form clientId={clientId} scope="passkey">
        <input type="hidden" name="intent" value="passkey" />
        <PassphraseField error={back.errors.password} />
        {['credentialId', 'salt', 'prf'].map((name) => (
          <input key={name} type="hidden" name={name} value="" />
        ))}
        <Island name="passkey" data={place} className="mt-4">
          <p className="meta">{t('legal-keys.passkey.script')}</p>
        </Island>
      </Form>
    </Section>
  );
}
