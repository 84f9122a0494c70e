import { useWords } from '#app/i18n/words-context.tsx';
import type { TeamRole } from '#app/kernel/actor.ts';
import { formatDay } from '#app/kernel/dates.ts';
import { LINK_DAYS, TEAM_LINK_USES } from '#app/features/teams/forms.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { DataTable, type Column } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { Returned } from '#app/ui/use-returned.ts';

/** As what, until when, and how long the link itself works. */
export function InvitationForm({
  back,
  clientId,
  roles,
}: {
  back: Returned;
  clientId: string;
  roles: readonly TeamRole[];
}) {
  const { t } = useWords();
  return (
    <Form clientId={back.value('clientId', clientId)} label={t('teams.invite.title')}>
      <input type="hidden" name="intent" value="invite" />
      <Select
        name="role"
        label={t('teams.seat.role')}
        hint={t('teams.invite.role.hint')}
        width="medium"
        error={back.errors.role}
        defaultValue={back.value('role')}
        options={roles.map((role) => ({ value: role, label: t(`teams.role.${role}`) }))}
      />
      <TextInput
        name="until"
        type="date"
        label={t('teams.seat.until')}
        hint={t('teams.seat.until.hint')}
        width="short"
        optional
        error={back.errors.until}
        defaultValue={back.value('until')}
      />
      <Select
        name="maxUses"
        label={t('organisations.invite.uses')}
        hint={t('teams.invite.uses.hint')}
        placeholder={null}
        width="medium"
        error={back.errors.maxUses}
        defaultValue={back.value('maxUses', '1')}
        options={TEAM_LINK_USES.map((uses) => ({
          value: String(uses),
          label: t('organisations.invite.people', { count: uses }),
        }))}
      />
      <Select
        name="days"
        label={t('organisations.invite.days')}
        placeholder={null}
        width="medium"
        error={back.errors.days}
        defaultValue={back.value('days', '3')}
        options={LINK_DAYS.map((days) => ({ value: String(days), label: t('common.wait.day', { count: days }) }))}
      />
      <Button icon="qr">{t('organisations.invite.link.make')}</Button>
    </Form>
  );
}

/** The link as it is handed on. It names neither her nor the team: a sheet left lying about gives nobody away. */
export function MadeTeamLink({
  url,
  code,
  days,
  title,
  care,
  again,
}: {
  url: string;
  code: string;
  days: number;
  title: string;
  /** To whom it may be given, and what comes of it. */
  care: string;
  again: string;
}) {
  const { t } = useWords();
  return (
    <Card className="print-alone">
      <div className="grid justify-items-center gap-4 text-center">
        <h2 className="text-xl font-bold">{title}</h2>
        <img src={code} width={280} height={280} alt={t('organisations.invite.made.alt')} />
        <p className="select-all break-all text-sm">{url}</p>
        <p>{t('organisations.invite.made.text', { count: days })}</p>
      </div>
      <div className="no-print mt-4 grid gap-3">
        <Notice tone="warning">
          <p>{t('organisations.invite.made.once')}</p>
          <p>{care}</p>
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
  role: TeamRole;
  uses: number;
  maxUses: number;
  expiresAt: string;
  memberUntil: string | null;
};

export function OpenTeamInvitations({ invitations, clientId }: { invitations: readonly Row[]; clientId: string }) {
  const { t, locale } = useWords();
  const columns: Column<Row>[] = [
    { key: 'role', header: t('teams.seat.role'), phone: 'title', cell: (row) => t(`teams.role.${row.role}`) },
    {
      key: 'uses',
      header: t('organisations.invite.uses'),
      cell: (row) => t('teams.invite.row', { uses: row.uses, most: row.maxUses }),
    },
    {
      key: 'member',
      header: t('teams.seat.until'),
      cell: (row) => (row.memberUntil ? formatDay(new Date(row.memberUntil), locale) : t('teams.seat.no-end')),
    },
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
            <span className="visually-hidden">: {t(`teams.role.${row.role}`)}</span>
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
