import { useWords } from '#app/i18n/words-context.tsx';
import type { MemberRole } from '#app/kernel/actor.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Ask } from '#app/ui/press.tsx';
import { CheckboxCards } from '#app/ui/radio-cards.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section } from '#app/ui/stack.tsx';
import type { Returned } from '#app/ui/use-returned.ts';

export function RolesForm({
  back,
  clientId,
  held,
  roles,
}: {
  back: Returned;
  clientId: string;
  held: readonly MemberRole[];
  roles: readonly MemberRole[];
}) {
  const { t } = useWords();
  return (
    <Section title={t('organisations.members.roles')} id="roles">
      <Form clientId={back.value('clientId', clientId)} label={t('organisations.members.roles')}>
        <input type="hidden" name="intent" value="roles" />
        <CheckboxCards
          name="roles"
          label={t('organisations.members.roles.label')}
          hint={t('organisations.members.roles.hint')}
          error={back.errors.roles}
          defaultValues={back.list('roles', held)}
          options={roles.map((role) => ({
            value: role,
            label: t(`organisations.role.${role}`),
            hint: t(`organisations.role.${role}.hint`),
          }))}
        />
        <Button>{t('common.save')}</Button>
      </Form>
    </Section>
  );
}

/** For a colleague without e-mail: a code to be handed over, shown once. */
export function CodeForm({ clientId }: { clientId: string }) {
  const { t } = useWords();
  return (
    <Section title={t('organisations.code.title')} id="code">
      <p>{t('organisations.code.text')}</p>
      <Form clientId={clientId} inline>
        <input type="hidden" name="intent" value="code" />
        <Button tone="secondary" icon="key">
          {t('organisations.code.make')}
        </Button>
      </Form>
    </Section>
  );
}

export function HandedCode({ code, name, backHref }: { code: string; name: string; backHref: string }) {
  const { t } = useWords();
  return (
    <>
      <PageTitle lead={t('organisations.code.made.lead', { name })}>{t('organisations.code.made.title')}</PageTitle>
      <Card>
        <p className="num select-all py-4 text-center text-3xl">{code}</p>
        <p className="text-center">{t('organisations.code.made.text')}</p>
      </Card>
      <div className="no-print mt-4 grid gap-4">
        <Notice tone="warning">
          <p>{t('organisations.code.made.once')}</p>
        </Notice>
        <ButtonLink tone="quiet" href={backHref}>
          {t('organisations.code.made.back')}
        </ButtonLink>
      </div>
    </>
  );
}

export function EndForm({
  back,
  clientId,
  name,
  isOneself,
  assigned,
  successors,
}: {
  back: Returned;
  clientId: string;
  name: string;
  isOneself: boolean;
  /** Unfinished reports that have to pass on. */
  assigned: number;
  successors: ReadonlyArray<{ id: string; name: string }>;
}) {
  const { t } = useWords();
  return (
    <Section title={t(isOneself ? 'organisations.end.title.self' : 'organisations.end.title')} id="end">
      <p>{isOneself ? t('organisations.end.text.self') : t('organisations.end.text', { name })}</p>
      <Form
        clientId={back.value('clientId', clientId)}
        label={t(isOneself ? 'organisations.end.title.self' : 'organisations.end.title')}
      >
        <input type="hidden" name="intent" value="end" />
        {assigned > 0 && (
          <Select
            name="takenOverBy"
            label={t('organisations.end.successor', { count: assigned })}
            hint={t('organisations.end.successor.hint')}
            width="medium"
            error={back.errors.takenOverBy}
            defaultValue={back.value('takenOverBy')}
            options={successors.map((person) => ({ value: person.id, label: person.name }))}
          />
        )}
        <Ask
          label={t(isOneself ? 'organisations.end.title.self' : 'organisations.end.do')}
          question={isOneself ? t('organisations.end.ask.self') : t('organisations.end.ask', { name })}
        >
          <Button tone="danger">{t(isOneself ? 'organisations.end.do.self' : 'organisations.end.do')}</Button>
        </Ask>
      </Form>
    </Section>
  );
}
