import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned, type Returned } from '#app/ui/use-returned.ts';
import { STAFF_ROLES } from '../rules/desk.ts';
import type { TeamMember } from '../team.server.ts';
import { Fingerprint } from './key-parts.tsx';
import { StandingBadge } from './team-page.tsx';

type Props = {
  slug: string;
  member: TeamMember;
  isLead: boolean;
  clientIds: { change: string; vouch: string; revoke: string };
  lastResult?: Parameters<typeof useReturned>[0];
  regionPicker: ReactNode;
};

/** One person of the desk: what they may change, and what a lead decides about them. */
export function MemberPage({ clientIds, isLead, lastResult, member, regionPicker, slug }: Props) {
  const { t, to } = useWords();
  const change = useReturned(lastResult, 'change');
  const vouch = useReturned(lastResult, 'vouch');
  const revoke = useReturned(lastResult, 'revoke');
  const isHere = member.standing !== 'revoked';
  return (
    <Stack gap="large">
      <ErrorSummary errors={{ ...change.errors, ...vouch.errors, ...revoke.errors }} />
      <Breadcrumb
        items={[{ label: t('legal.nav.team'), href: to(paths.deskTeam(slug)) }, { label: member.shownName }]}
      />
      <PageTitle
        badge={<StandingBadge standing={member.standing} />}
        meta={`${t(`legal.role.${member.role}`)} · ${t(member.isBar ? 'legal.bar.yes' : 'legal.bar.no')}`}
      >
        {member.shownName}
      </PageTitle>
      {isHere && (
        <Form clientId={change.value('clientId', clientIds.change)} scope="change">
          <input type="hidden" name="intent" value="change" />
          <TextInput
            name="shownName"
            label={t('legal-keys.shown-name')}
            hint={t('legal-keys.shown-name.hint')}
            width="medium"
            defaultValue={change.value('shownName', member.shownName)}
            error={change.errors.shownName}
          />
          <CheckboxField
            name="isOnDuty"
            label={t('legal-keys.duty')}
            hint={t('legal-keys.duty.hint')}
            defaultChecked={change.ticked('isOnDuty', member.isOnDuty)}
          />
          <TextInput
            name="capacity"
            label={t('legal-keys.capacity')}
            hint={t('legal-keys.capacity.hint')}
            inputMode="numeric"
            width="short"
            defaultValue={change.value('capacity', String(member.capacity))}
            error={change.errors.capacity}
          />
          {regionPicker}
          <Button>{t('common.save')}</Button>
        </Form>
      )}
      {isLead && isHere && !member.isRoot && member.fingerprint !== null && (
        <VouchForm back={vouch} clientId={clientIds.vouch} member={member} print={member.fingerprint} />
      )}
      {isLead && isHere && member.isRoot && <Notice tone="info">{t('legal-keys.root.about')}</Notice>}
      {isLead && isHere && !member.isOneself && !member.isRoot && (
        <Section title={t('legal-keys.revoke.title')} id="revoke">
          <p>{t('legal-keys.revoke.text')}</p>
          <Form clientId={revoke.value('clientId', clientIds.revoke)} scope="revoke">
            <input type="hidden" name="intent" value="revoke" />
            <CheckboxField
              name="understood"
              label={t('legal-keys.revoke.understood')}
              error={revoke.errors.understood}
              required
            />
            <Button tone="danger">{t('legal-keys.revoke.action')}</Button>
          </Form>
        </Section>
      )}
    </Stack>
  );
}

function VouchForm({
  back,
  clientId,
  member,
  print,
}: {
  back: Returned;
  clientId: string;
  member: TeamMember;
  print: string;
}) {
  const { t } = useWords();
  const isTrusted = member.standing === 'trusted';
  return (
    <Section title={t(isTrusted ? 'legal-keys.vouch.again' : 'legal-keys.vouch.title')} id="vouch">
      <p>{t('legal-keys.vouch.text')}</p>
      {/* The first groups are what the person has to say: the lead compares the rest with their eyes. */}
      <Fingerprint value={`···· ···· ···· ···· ${print.slice(20)}`} />
      <Form clientId={back.value('clientId', clientId)} scope="vouch">
        <input type="hidden" name="intent" value="vouch" />
        <TextInput
          name="heard"
          label={t('legal-keys.vouch.heard')}
          hint={t('legal-keys.vouch.heard.hint')}
          autoComplete="off"
          maxLength={80}
          error={back.errors.heard}
          required
        />
        <RadioCards
          name="role"
          label={t('legal-keys.team.role')}
          defaultValue={back.value('role', member.role)}
          error={back.errors.role}
          options={STAFF_ROLES.map((role) => ({
            value: role,
            label: t(`legal.role.${role}`),
            hint: t(`legal-keys.role.${role}.hint`),
          }))}
        />
        <CheckboxField
          name="isBar"
          label={t('legal.bar.yes')}
          hint={t('legal-keys.vouch.bar.hint')}
          defaultChecked={back.ticked('isBar', member.isBar)}
        />
        <Button tone="verify">{t('legal-keys.vouch.action')}</Button>
      </Form>
    </Section>
  );
}
