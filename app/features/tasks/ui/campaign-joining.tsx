import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';
import type { CampaignForm } from '../public.server.ts';

/** Volunteers of a campaign, in its workspace: its join form with who waits there, or the button that makes one. */
export function CampaignJoining({
  slug,
  campaignId,
  form,
  clientId,
}: {
  slug: string;
  campaignId: string;
  form: CampaignForm | null;
  clientId: string;
}) {
  const { t, to } = useWords();
  return (
    <Section title={t('tasks.joining.campaign')} id="joining">
      {form ? (
        <Stack gap="small">
          <p>
            <StateBadge tone={form.isOpen ? 'verified' : 'quiet'}>
              {t(form.isOpen ? 'tasks.joining.form.is-open' : 'tasks.joining.form.is-closed')}
            </StateBadge>{' '}
            {form.pending > 0 && t('tasks.joining.form.pending', { count: form.pending })}
          </p>
          <div className="btn-row">
            <ButtonLink tone="secondary" icon="people" href={to(paths.orgJoinForm(slug, form.id))}>
              {t('tasks.joining.form.title')}
            </ButtonLink>
            {form.pending > 0 && (
              <ButtonLink tone="quiet" href={to(paths.orgJoining(slug))}>
                {t('tasks.joining.pending')}
              </ButtonLink>
            )}
          </div>
        </Stack>
      ) : (
        <Form action={to(paths.orgJoining(slug))} clientId={clientId} label={t('tasks.joining.campaign')}>
          <p>{t('tasks.joining.campaign.text')}</p>
          <input type="hidden" name="campaignId" value={campaignId} />
          <Button tone="secondary" icon="plus">
            {t('tasks.joining.campaign.make')}
          </Button>
        </Form>
      )}
    </Section>
  );
}
