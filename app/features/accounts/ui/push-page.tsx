import { useWords } from '#app/i18n/words-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Form } from '#app/ui/form.tsx';
import { Heading } from '#app/ui/heading.tsx';
import { Island } from '#app/ui/island.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';
import { AccountPage } from './account-page.tsx';
import type { PushPlace } from './push-device.island.client.tsx';

type Props = {
  /** The key under which browsers subscribe. */
  serverKey: string;
  devices: { id: string; label: string | null; since: string; isThis: boolean }[];
};

/** Which devices tell their owner that there is news, what they say and who learns of it. */
export function PushPage({ devices, serverKey }: Props) {
  const { t } = useWords();
  const data: PushPlace = {
    key: serverKey,
    isOn: devices.some(({ isThis }) => isThis),
    words: {
      on: t('accounts.push.on'),
      isOn: t('accounts.push.is-on'),
      unable: t('accounts.push.unable'),
      denied: t('accounts.push.denied'),
      failed: t('accounts.push.failed'),
    },
  };
  return (
    <AccountPage title={t('accounts.push.title')} lead={t('accounts.push.lead')}>
      <Stack gap="large">
        <Stack gap="small">
          <p>{t('accounts.push.what', { said: t('accounts.push.said') })}</p>
          <p>{t('accounts.push.how')}</p>
        </Stack>
        <Island name="push-device" data={data} className="grid justify-items-start gap-3">
          <p data-said="">{t('accounts.push.needs-script')}</p>
          <form method="post" hidden>
            <input type="hidden" name="intent" value="add" />
            <input type="hidden" name="endpoint" />
            <input type="hidden" name="p256dh" />
            <input type="hidden" name="auth" />
          </form>
        </Island>
        <Section id="devices" title={t('accounts.push.devices')}>
          {devices.length === 0 && <p className="meta">{t('accounts.push.none')}</p>}
          <ul className="grid gap-4">
            {devices.map((device) => (
              <DeviceWithNotices key={device.id} device={device} />
            ))}
          </ul>
          <p className="meta">{t('accounts.push.ends')}</p>
        </Section>
      </Stack>
    </AccountPage>
  );
}

function DeviceWithNotices({ device }: { device: Props['devices'][number] }) {
  const { t } = useWords();
  const name = device.label ?? t('accounts.devices.unnamed');
  return (
    <Card as="li">
      <div className="grid justify-items-start gap-2">
        {device.isThis && <StateBadge tone="waiting">{t('accounts.devices.this')}</StateBadge>}
        <Heading level={3}>{name}</Heading>
        <p className="meta">{t('accounts.push.since', { day: device.since })}</p>
        <Form inline label={`${t('accounts.push.remove')}: ${name}`}>
          <input type="hidden" name="device" value={device.id} />
          <Button tone="quiet" name="intent" value="remove">
            {t('accounts.push.remove')}
            <span className="visually-hidden">: {name}</span>
          </Button>
        </Form>
      </div>
    </Card>
  );
}
