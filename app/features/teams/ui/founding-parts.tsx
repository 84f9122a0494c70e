import { LINK_DAYS } from '#app/features/teams/forms.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { Button } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { Select } from '#app/ui/select.tsx';
import type { Returned } from '#app/ui/use-returned.ts';

/** A society's link for a candidate: how long it works is all there is to choose. */
export function FoundingForm({ back, clientId }: { back: Returned; clientId: string }) {
  const { t } = useWords();
  return (
    <Form clientId={back.value('clientId', clientId)} label={t('teams.found.invite')}>
      <input type="hidden" name="intent" value="found" />
      <Select
        name="days"
        label={t('organisations.invite.days')}
        placeholder={null}
        width="medium"
        error={back.errors.days}
        defaultValue={back.value('days', '7')}
        options={LINK_DAYS.map((days) => ({ value: String(days), label: t('common.wait.day', { count: days }) }))}
      />
      <Button icon="qr">{t('organisations.invite.link.make')}</Button>
    </Form>
  );
}

/** Links that nobody has used yet, each to be taken back. */
export function OpenFoundings({
  invitations,
  clientId,
}: {
  invitations: readonly { id: string; expiresAt: string }[];
  clientId: string;
}) {
  const { t, locale } = useWords();
  return (
    <ul className="plain-list">
      {invitations.map(({ expiresAt, id }) => {
        const text = t('teams.found.until', { day: formatDay(new Date(expiresAt), locale) });
        return (
          <li key={id} className="flex flex-wrap items-center gap-x-3 border-b border-line py-2">
            {text}
            <Form clientId={clientId} inline label={text}>
              <input type="hidden" name="intent" value="revoke" />
              <input type="hidden" name="invitationId" value={id} />
              <Button tone="quiet" size="small">
                {t('organisations.invite.revoke')}
              </Button>
            </Form>
          </li>
        );
      })}
    </ul>
  );
}
