import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { CardLink, CardList } from '#app/ui/card.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section } from '#app/ui/stack.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';
import type { JoiningPage } from '../joining.server.ts';

/** Whoever waits to be taken in, and the forms through which they come. */
export function JoiningView({
  slug,
  clientId,
  forms,
  pending,
  without,
  errors,
}: JoiningPage & { slug: string; clientId: string; errors: Record<string, string[]> }) {
  const { t, to, locale } = useWords();
  const nameOf = (campaign: string | null) => campaign ?? t('tasks.joining.form.own');
  const hasOwn = forms.some(({ campaign }) => campaign === null);
  const choices = [
    ...(hasOwn ? [] : [{ value: '', label: t('tasks.joining.form.own') }]),
    ...without.map(({ id, title }) => ({ value: id, label: title })),
  ];
  return (
    <>
      <Section title={t('tasks.joining.pending')} id="pending">
        {pending.length === 0 ? (
          <p>{t('tasks.joining.pending.none')}</p>
        ) : (
          <CardList label={t('tasks.joining.pending')}>
            {pending.map((one) => (
              <CardLink
                key={one.id}
                href={to(paths.orgJoinSubmission(slug, one.id))}
                title={one.name}
                meta={[one.role, nameOf(one.form), formatDay(one.at, locale)].filter(Boolean).join(' · ')}
              />
            ))}
          </CardList>
        )}
      </Section>
      {forms.length > 0 && (
        <Section title={t('tasks.joining.forms')} id="forms">
          <CardList label={t('tasks.joining.forms')}>
            {forms.map((form) => (
              <CardLink
                key={form.id}
                href={to(paths.orgJoinForm(slug, form.id))}
                title={nameOf(form.campaign)}
                badge={
                  <StateBadge tone={form.isOpen ? 'verified' : 'quiet'}>
                    {t(form.isOpen ? 'tasks.joining.form.is-open' : 'tasks.joining.form.is-closed')}
                  </StateBadge>
                }
                meta={[
                  t('tasks.joining.form.pending', { count: form.pending }),
                  t('tasks.joining.form.accepted', { count: form.accepted }),
                ].join(' · ')}
              />
            ))}
          </CardList>
        </Section>
      )}
      {choices.length > 0 && (
        <Section title={t('tasks.joining.form.new')} id="new-form">
          <Form clientId={clientId} label={t('tasks.joining.form.new')}>
            <FieldRow>
              <Select
                name="campaignId"
                label={t('tasks.joining.form.for')}
                error={errors.campaignId}
                placeholder={null}
                options={choices}
              />
            </FieldRow>
            <Button tone="secondary" icon="plus">
              {t('tasks.joining.form.make')}
            </Button>
          </Form>
        </Section>
      )}
    </>
  );
}
