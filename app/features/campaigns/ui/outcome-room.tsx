import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Section } from '#app/ui/stack.tsx';
import { TextArea } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { LIMITS } from '../forms.ts';
import type { CampaignState, Outcome } from '../rules/lifecycle.ts';

type Props = {
  slug: string;
  id: string;
  state: CampaignState;
  proposed: Outcome | null;
  before: string | null;
  after: string | null;
  evidence: number;
  possible: readonly Outcome[];
  clientId: string;
  mayWrite: boolean;
  mayConfirm: boolean;
  isDone: boolean;
  result: Parameters<typeof useReturned>[0];
};

function Change({ before, after }: Pick<Props, 'before' | 'after'>) {
  const { t } = useWords();
  return (
    <>
      {before && (
        <>
          <h3>{t('campaigns.page.before')}</h3>
          <Paragraphs text={before} />
        </>
      )}
      {after && (
        <>
          <h3>{t('campaigns.page.after')}</h3>
          <Paragraphs text={after} />
        </>
      )}
    </>
  );
}

/** What came of it: one person proposes, a second one confirms; nothing of it is public before that. */
export function OutcomeRoom({
  slug,
  id,
  state,
  proposed,
  before,
  after,
  evidence,
  possible,
  clientId,
  mayWrite,
  mayConfirm,
  isDone,
  result,
}: Props) {
  const { t, to } = useWords();
  const [any, offered, refused] = [useReturned(result), useReturned(result, 'propose'), useReturned(result, 'refuse')];
  const documents = to(paths.orgCampaignRoom(slug, id, 'documents'));
  return (
    <>
      {isDone && (
        <Notice tone="success" live>
          {t('common.saved')}
        </Notice>
      )}
      <ErrorSummary errors={any.errors} />
      <Section title={t('campaigns.room.outcome')} id="outcome">
        <p>{t('campaigns.outcome.lead')}</p>
        <Notice
          tone={evidence > 0 ? 'success' : 'warning'}
          actions={<a href={documents}>{t('campaigns.outcome.evidence.link')}</a>}
        >
          {t('campaigns.outcome.evidence', { count: evidence })}
        </Notice>
        {proposed && (
          <Card tone="info">
            <h3>{t('campaigns.outcome.proposed', { outcome: t(`campaigns.state.${proposed}`) })}</h3>
            <Change before={before} after={after} />
            {mayConfirm ? (
              <>
                <Form clientId={clientId} inline>
                  <Button name="intent" value="confirm" tone="verify">
                    {t('campaigns.outcome.confirm')}
                  </Button>
                </Form>
                <details className="fold" open={Object.keys(refused.errors).length > 0}>
                  <summary>{t('campaigns.outcome.refuse')}</summary>
                  <Form clientId={clientId} label={t('campaigns.outcome.refuse')}>
                    <TextArea
                      name="note"
                      label={t('campaigns.outcome.refuse.note')}
                      error={refused.errors.note}
                      defaultValue={refused.value('note')}
                      rows={3}
                      maxLength={LIMITS.note}
                    />
                    <Button name="intent" value="refuse" tone="secondary">
                      {t('campaigns.outcome.refuse')}
                    </Button>
                  </Form>
                </details>
              </>
            ) : (
              <p className="meta">{t('campaigns.outcome.second')}</p>
            )}
          </Card>
        )}
        {!proposed && (state === 'won' || state === 'partly_won' || state === 'not_won') && (
          <Card tone={state === 'won' ? 'verified' : 'info'}>
            <h3>{t(`campaigns.state.${state}`)}</h3>
            <Change before={before} after={after} />
          </Card>
        )}
      </Section>
      {mayWrite && possible.length > 0 && (
        <Section title={t(proposed ? 'campaigns.outcome.again' : 'campaigns.outcome.propose')} id="propose">
          <Form clientId={offered.value('clientId', clientId)} label={t('campaigns.outcome.propose')}>
            <RadioCards
              name="outcome"
              label={t('campaigns.outcome.which')}
              error={offered.errors.outcome}
              options={possible.map((outcome) => ({
                value: outcome,
                label: t(`campaigns.state.${outcome}`),
                hint: t(`campaigns.outcome.${outcome}.hint`),
              }))}
              defaultValue={offered.value('outcome', proposed)}
            />
            <TextArea
              name="before"
              label={t('campaigns.page.before')}
              hint={t('campaigns.outcome.before.hint')}
              error={offered.errors.before}
              defaultValue={offered.value('before', before)}
              rows={3}
              maxLength={LIMITS.outcome}
            />
            <TextArea
              name="after"
              label={t('campaigns.page.after')}
              hint={t('campaigns.outcome.after.hint')}
              error={offered.errors.after}
              defaultValue={offered.value('after', after)}
              rows={3}
              maxLength={LIMITS.outcome}
            />
            <Button name="intent" value="propose">
              {t('campaigns.outcome.propose')}
            </Button>
          </Form>
        </Section>
      )}
      {state === 'draft' && (
        <ButtonLink href={to(paths.orgCampaign(slug, id))}>{t('campaigns.room.overview')}</ButtonLink>
      )}
    </>
  );
}
