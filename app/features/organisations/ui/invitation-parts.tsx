import { useWords } from '#app/i18n/words-context.tsx';
import type { MemberRole } from '#app/kernel/actor.ts';
import { formatDay } from '#app/kernel/dates.ts';
import { LOCALES } from '#app/kernel/locale.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { DataTable, type Column } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { Returned } from '#app/ui/use-returned.ts';

/** For staff: a letter to one address, worth one acceptance. */
export function EmailInvitation({
  back,
  clientId,
  roles,
}: {
  back: Returned;
  clientId: string;
  roles: readonly MemberRole[];
}) {
  const { t, locale } = useWords();
  return (
    <Section title={t('organisations.invite.email.title')} id="by-email">
      <p className="text-muted">{t('organisations.invite.email.text')}</p>
      <Form clientId={back.value('clientId', clientId)} label={t('organisations.invite.email.title')}>
        <input type="hidden" name="intent" value="email" />
        <TextInput
          name="email"
          type="email"
          inputMode="email"
          autoComplete="off"
          label={t('organisations.invite.email')}
          error={back.errors.email}
          defaultValue={back.value('email')}
        />
        <RadioCards
          name="role"
          label={t('organisations.invite.role')}
          error={back.errors.role}
          defaultValue={back.value('role')}
          options={roles.map((role) => ({
            value: role,
            label: t(`organisations.role.${role}`),
            hint: t(`organisations.role.${role}.hint`),
          }))}
        />
        <Select
          name="locale"
          label={t('organisations.invite.locale')}
          placeholder={null}
          width="medium"
          error={back.errors.locale}
          defaultValue={back.value('locale', locale)}
          options={LOCALES.map((one) => ({ value: one, label: t(`organisations.language.${one}`) }))}
        />
        <Button icon="letter">{t('organisations.invite.email.send')}</Button>
      </Form>
    </Section>
  );
}

/** For volunteers: a link and a QR code that several people may use until it runs out. */
export function LinkInvitation({ back, clientId }: { back: Returned; clientId: string }) {
  const { t } = useWords();
  return (
    <Card>
      <Section title={t('organisations.invite.link.title')} id="by-link">
        <p className="text-muted">{t('organisations.invite.link.text')}</p>
        <Form clientId={back.value('clientId', clientId)} label={t('organisations.invite.link.title')}>
          <input type="hidden" name="intent" value="link" />
          <Select
            name="days"
            label={t('organisations.invite.days')}
            placeholder={null}
            error={back.errors.days}
            defaultValue={back.value('days', '7')}
            options={[1, 3, 7, 14, 30].map((days) => ({
              value: String(days),
              label: t('common.wait.day', { count: days }),
            }))}
          />
          <Select
            name="maxUses"
            label={t('organisations.invite.uses')}
            placeholder={null}
            error={back.errors.maxUses}
            defaultValue={back.value('maxUses', '20')}
            options={[1, 5, 20, 50, 200].map((uses) => ({
              value: String(uses),
              label: t('organisations.invite.people', { count: uses }),
            }))}
          />
          <Button tone="secondary" icon="qr">
            {t('organisations.invite.link.make')}
          </Button>
        </Form>
      </Section>
    </Card>
  );
}

/** The link as it is handed on: to be printed and hung up, or sent. Shown once. */
export function MadeLink({
  url,
  code,
  days,
  organisation,
  again,
}: {
  url: string;
  code: string;
  days: number;
  organisation: string;
  again: string;
}) {
  const { t } = useWords();
  return (
    <Card className="print-alone">
      <div className="grid justify-items-center gap-4 text-center">
        <h2 className="text-xl font-bold">{t('organisations.invite.made.title', { organisation })}</h2>
        <img src={code} width={280} height={280} alt={t('organisations.invite.made.alt')} />
        <p className="select-all break-all text-sm">{url}</p>
        <p>{t('organisations.invite.made.text', { count: days })}</p>
      </div>
      <div className="no-print mt-4 grid gap-3">
        <Notice tone="warning">
          <p>{t('organisations.invite.made.once')}</p>
        </Notice>
        <ButtonLink tone="quiet" href={again}>
          {t('organisations.invite.made.back')}
        </ButtonLink>
      </div>
    </Card>
  );
}

type Row = {
  id: string;
  kind: 'email' | 'link';
  role: MemberRole;
  email: string | null;
  uses: number;
  maxUses: number;
  expiresAt: string;
};

export function OpenInvitations({ invitations, clientId }: { invitations: readonly Row[]; clientId: string }) {
  const { t, locale } = useWords();
  const columns: Column<Row>[] = [
    {
      key: 'who',
      header: t('organisations.invite.who'),
      phone: 'title',
      cell: (row) => row.email ?? t('organisations.invite.link.row', { uses: row.uses, most: row.maxUses }),
    },
    { key: 'role', header: t('organisations.invite.role'), cell: (row) => t(`organisations.role.${row.role}`) },
    {
      key: 'until',
      header: t('organisations.invite.until'),
      nowrap: true,
      cell: (row) => formatDay(new Date(row.expiresAt), locale),
    },
    {
      key: 'revoke',
      header: t('organisations.invite.revoke'),
      phone: 'action',
      align: 'end',
      cell: (row) => (
        <Form clientId={clientId} inline>
          <input type="hidden" name="intent" value="revoke" />
          <input type="hidden" name="invitationId" value={row.id} />
          <Button tone="quiet" size="small">
            {t('organisations.invite.revoke')}
            <span className="visually-hidden">: {row.email ?? t('organisations.invite.link.title')}</span>
          </Button>
        </Form>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('organisations.invite.open')}
      captionHidden
      columns={columns}
      rows={invitations}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title={t('organisations.invite.none.title')}>
          <p>{t('organisations.invite.none.text')}</p>
        </EmptyState>
      }
    />
  );
}
