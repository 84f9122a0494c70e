import { useForm, type SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import type { MemberRole, TeamRole } from '#app/kernel/actor.ts';
import { formatDay } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { Heading, PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { isFounding } from '../rules/invitations.ts';
import { AccountConsent } from './account-consent.tsx';
import { ContactField } from './contact-field.tsx';
import { NewPasswordField } from './new-password-field.tsx';

type View =
  | { state: 'closed'; isKnown: boolean }
  | {
      state: 'member' | 'accept' | 'other-account' | 'known' | 'new';
      organisation: string;
      slug: string;
      inviter: string;
      role: MemberRole;
      teamRole: TeamRole | null;
      memberUntil: string | null;
      email: string | null;
      person: string | null;
    };

type Props = {
  view: View;
  operator: string | null;
  here: string;
  clientId: string;
  lastResult?: SubmissionResult<string[]>;
};

/** Who invites, where to and as what; under it the one step that this visitor can take. */
export function InvitationPage({ clientId, here, lastResult, operator, view }: Props) {
  const { say, t, to, locale } = useWords();
  if (view.state === 'closed') {
    return (
      <Stack>
        <PageTitle>{t('accounts.invitation.title')}</PageTitle>
        <EmptyState
          title={t('accounts.invitation.closed.title')}
          action={<ButtonLink href={to(paths.signIn())}>{t('accounts.back-to-sign-in')}</ButtonLink>}
        >
          {t('accounts.invitation.closed.text')}
        </EmptyState>
      </Stack>
    );
  }
  const signIn = `${to(paths.signIn())}?next=${encodeURIComponent(here)}`;
  const isNew = view.state === 'new';
  const isToFound = isFounding(view);
  return (
    <Stack>
      {!isNew && <ErrorSummary errors={{ '': say(lastResult?.error?.['']) }} />}
      {isNew && <NewAccountErrors lastResult={lastResult} />}
      <PageTitle lead={view.inviter ? t('accounts.invitation.from', { inviter: view.inviter }) : undefined}>
        {t(isToFound ? 'teams.found.to' : view.teamRole ? 'teams.invite.to' : 'accounts.invitation.to', {
          organisation: view.organisation,
        })}
      </PageTitle>
      {isToFound && <FoundingTerms />}
      {!isToFound && (
        <Card>
          <DefinitionList
            items={
              view.teamRole
                ? [
                    { term: t('accounts.invitation.role'), detail: t(`teams.role.${view.teamRole}`) },
                    { term: t('teams.invite.does'), detail: t(`teams.role.${view.teamRole}.hint`) },
                    {
                      term: t('teams.seat.until'),
                      detail: view.memberUntil ? formatDay(new Date(view.memberUntil), locale) : t('teams.seat.no-end'),
                    },
                  ]
                : [
                    { term: t('accounts.invitation.role'), detail: t(`organisations.role.${view.role}`) },
                    { term: t('accounts.invitation.may'), detail: t(`accounts.invitation.may.${view.role}`) },
                  ]
            }
          />
        </Card>
      )}
      {view.state === 'member' && (
        <Notice
          tone="success"
          actions={
            <ButtonLink href={to(paths.workplace(view.slug, [view.role]))}>{t('accounts.invitation.enter')}</ButtonLink>
          }
        >
          {t('accounts.invitation.member')}
        </Notice>
      )}
      {view.state === 'accept' && (
        <Form>
          <p>{t('accounts.invitation.as', { name: view.person ?? '' })}</p>
          <Button>{t(isToFound ? 'teams.found.begin' : 'accounts.invitation.accept')}</Button>
        </Form>
      )}
      {view.state === 'other-account' && (
        <Notice tone="warning" title={t('accounts.invitation.other.title')}>
          <p>{t('accounts.invitation.other.text', { name: view.person ?? '', email: view.email ?? '' })}</p>
          <ButtonRow>
            <ButtonLink tone="secondary" href={to(paths.signOut())}>
              {t('common.nav.sign-out')}
            </ButtonLink>
            <ButtonLink tone="quiet" href={to(paths.accountEmail())}>
              {t('accounts.email.title')}
            </ButtonLink>
          </ButtonRow>
        </Notice>
      )}
      {view.state === 'known' && (
        <Notice actions={<ButtonLink href={signIn}>{t('accounts.sign-in.action')}</ButtonLink>}>
          {t('accounts.invitation.known', { email: view.email ?? '' })}
        </Notice>
      )}
      {isNew && (
        <>
          <Heading>{t('accounts.open.title')}</Heading>
          <NewAccount
            clientId={clientId}
            email={view.email}
            lastResult={lastResult}
            operator={operator}
            organisation={view.organisation}
            action={t(isToFound ? 'teams.found.open' : 'accounts.open.action')}
          />
          <p>
            {t('accounts.open.have')} <a href={signIn}>{t('accounts.sign-in.action')}</a>
          </p>
        </>
      )}
    </Stack>
  );
}

/** What it means to found a team on a society's word: that it is hers, and that the society learns nothing of it. */
function FoundingTerms() {
  const { t } = useWords();
  return (
    <Notice tone="info" title={t('teams.new.own.title')}>
      <p>{t('teams.found.own')}</p>
    </Notice>
  );
}

const useNewAccount = (lastResult: SubmissionResult<string[]> | undefined) =>
  useForm<{ clientId: string; name: string; contact: string; newPassword: string; consent: string }>({ lastResult });

function NewAccountErrors({ lastResult }: Pick<Props, 'lastResult'>) {
  const { say } = useWords();
  const [form, fields] = useNewAccount(lastResult);
  return (
    <ErrorSummary
      errors={{
        '': say(form.errors ?? fields.clientId.errors),
        name: say(fields.name.errors),
        contact: say(fields.contact.errors),
        newPassword: say(fields.newPassword.errors),
        consent: say(fields.consent.errors),
      }}
    />
  );
}

function NewAccount({
  clientId,
  email,
  lastResult,
  operator,
  organisation,
  action,
}: Pick<Props, 'clientId' | 'lastResult' | 'operator'> & {
  email: string | null;
  organisation: string;
  action: string;
}) {
  const { say, t } = useWords();
  const [, fields] = useNewAccount(lastResult);
  return (
    <Form clientId={fields.clientId.initialValue ?? clientId}>
      <TextInput
        name="name"
        label={t('accounts.field.name')}
        hint={t('accounts.field.name.hint')}
        width="medium"
        autoComplete="name"
        required
        defaultValue={fields.name.initialValue}
        error={say(fields.name.errors)}
      />
      {email === null ? (
        <ContactField
          defaultValue={fields.contact.initialValue}
          error={say(fields.contact.errors)}
          hint={t('accounts.open.contact.hint')}
        />
      ) : (
        <TextInput
          name="contact"
          label={t('accounts.field.email')}
          hint={t('accounts.open.email.hint')}
          width="medium"
          type="email"
          autoComplete="username"
          readOnly
          value={email}
          error={say(fields.contact.errors)}
        />
      )}
      <NewPasswordField error={say(fields.newPassword.errors)} />
      <AccountConsent
        operator={operator}
        organisation={organisation}
        defaultChecked={fields.consent.initialValue === 'on'}
        error={say(fields.consent.errors)}
      />
      <Button>{action}</Button>
    </Form>
  );
}
