import { useWords } from '#app/i18n/words-context.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Form } from '#app/ui/form.tsx';
import { Heading } from '#app/ui/heading.tsx';
import { paths } from '#app/paths.ts';
import { StateBadge } from '#app/ui/state-badge.tsx';

type Props = { device: { id: string; label: string | null; createdAt: string; lastSeenAt: string; isThis: boolean } };

/** One place where the person is signed in: how they call it, since when, and the way to end it. */
export function DeviceCard({ device }: Props) {
  const { t, to } = useWords();
  const name = device.label ?? t('accounts.devices.unnamed');
  const id = `device-${device.id.slice(0, 12)}`;
  return (
    <Card as="li" tone={device.isThis ? 'info' : 'plain'}>
      <div className="grid gap-3">
        {device.isThis && (
          <p>
            <StateBadge tone="waiting">{t('accounts.devices.this')}</StateBadge>
          </p>
        )}
        <Heading level={2}>{name}</Heading>
        <p className="meta">{t('accounts.devices.dates', { created: device.createdAt, seen: device.lastSeenAt })}</p>
        <form
          method="post"
          className="flex flex-wrap items-end gap-3"
          aria-label={t('accounts.devices.rename', { name })}
        >
          <input type="hidden" name="session" value={device.id} />
          <div className="grid grow gap-1">
            <label htmlFor={id} className="text-sm">
              {t('accounts.devices.label')}
            </label>
            <input id={id} name="label" className="input" maxLength={60} defaultValue={device.label ?? ''} />
          </div>
          <Button tone="secondary" name="intent" value="label">
            {t('common.save')}
          </Button>
        </form>
        {device.isThis ? (
          <p>
            <ButtonLink tone="quiet" icon="signOut" href={to(paths.signOut())}>
              {t('common.nav.sign-out')}
            </ButtonLink>
          </p>
        ) : (
          <Form inline label={t('accounts.devices.end', { name })}>
            <input type="hidden" name="session" value={device.id} />
            <Button tone="quiet" icon="signOut" name="intent" value="end">
              {t('accounts.devices.end.short')}
              <span className="visually-hidden">: {name}</span>
            </Button>
          </Form>
        )}
      </div>
    </Card>
  );
}
