import { useWords } from '#app/i18n/words-context.tsx';
import { LOCALES } from '#app/kernel/locale.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { DataTable, type Column } from '#app/ui/data-table.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { StateBadge, type StateTone } from '#app/ui/state-badge.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import type { TeamMember } from '../team.server.ts';

const TONES: Record<TeamMember['standing'], StateTone> = {
  trusted: 'verified',
  waiting: 'waiting',
  'no-keys': 'quiet',
  revoked: 'refused',
};

export function StandingBadge({ standing }: { standing: TeamMember['standing'] }) {
  const { t } = useWords();
  return <StateBadge tone={TONES[standing]}>{t(`legal-keys.standing.${standing}`)}</StateBadge>;
}

type Props = {
  slug: string;
  team: TeamMember[];
  isLead: boolean;
  clientId: string;
  done: 'invited' | 'vouched' | 'changed' | 'revoked' | null;
  lastResult?: Parameters<typeof useReturned>[0];
};

/** Who works at the desk: role, membership of the Bar, duty, load; a lead invites here. */
export function TeamPage({ clientId, done, isLead, lastResult, slug, team }: Props) {
  const { t, to } = useWords();
  const back = useReturned(lastResult);
  const columns: Column<TeamMember>[] = [
    {
      key: 'name',
      header: t('legal-keys.shown-name'),
      phone: 'title',
      cell: (one) => (
        <>
          {isLead || one.isOneself ? <a href={to(paths.deskMember(slug, one.id))}>{one.shownName}</a> : one.shownName}
          <span className="meta block font-normal">
            {[t(`legal.role.${one.role}`), one.isBar ? t('legal.bar.yes') : null].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    {
      key: 'standing',
      header: t('legal-keys.team.standing'),
      phone: 'badge',
      nowrap: true,
      cell: (one) => <StandingBadge standing={one.standing} />,
    },
    {
      key: 'duty',
      header: t('legal-keys.team.duty'),
      nowrap: true,
      cell: (one) => t(one.isOnDuty ? 'legal-keys.duty.on' : 'legal-keys.duty.off'),
    },
    {
      key: 'load',
      header: t('legal-keys.team.load'),
      align: 'end',
      nowrap: true,
      cell: (one) => (one.role === 'custodian' ? '–' : `${one.openCases} / ${one.capacity}`),
    },
  ];
  return (
    <Stack gap="large">
      <ErrorSummary errors={back.errors} />
      <PageTitle lead={t('legal-keys.team.lead')}>{t('legal.nav.team')}</PageTitle>
      {done && (
        <Notice tone="success" live>
          <p>{t(`legal-keys.done.${done}`)}</p>
        </Notice>
      )}
      <DataTable caption={t('legal.nav.team')} captionHidden columns={columns} rows={team} rowKey={(one) => one.id} />
      {isLead && (
        <Section title={t('legal-keys.invite.title')} id="invite">
          <p className="text-muted">{t('legal-keys.invite.text')}</p>
          <Form clientId={back.value('clientId', clientId)}>
            <TextInput
              name="email"
              type="email"
              inputMode="email"
              autoComplete="off"
              width="medium"
              label={t('accounts.field.email')}
              defaultValue={back.value('email')}
              error={back.errors.email}
            />
            <RadioCards
              name="role"
              label={t('legal-keys.team.role')}
              defaultValue={back.value('role', 'lawyer')}
              error={back.errors.role}
              options={(
                [
                  ['lawyer', 'lawyer'],
                  ['custodian', 'custodian'],
                  ['legal_lead', 'lead'],
                ] as const
              ).map(([value, role]) => ({
                value,
                label: t(`legal.role.${role}`),
                hint: t(`legal-keys.role.${role}.hint`),
              }))}
            />
            <Select
              name="locale"
              label={t('accounts.field.language')}
              placeholder={null}
              width="medium"
              defaultValue={back.value('locale', 'az')}
              error={back.errors.locale}
              options={LOCALES.map((one) => ({ value: one, label: t(`accounts.language.${one}`) }))}
            />
            <Button icon="letter">{t('legal-keys.invite.action')}</Button>
          </Form>
        </Section>
      )}
    </Stack>
  );
}
