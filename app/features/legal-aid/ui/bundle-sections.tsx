import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { Card, CardList } from '#app/ui/card.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';
import { CheckboxCards } from '#app/ui/radio-cards.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section } from '#app/ui/stack.tsx';
import { TextArea } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import type { BundleView } from '../bundles.server.ts';
import { CASE_LIMITS } from '../rules/case-forms.ts';

type Common = { clientId: string; result: SubmissionResult<string[]> | undefined };

/** What all cases of the bundle share. */
export function BundleFacts({ clientId, facts, result }: Common & Pick<BundleView, 'facts'>) {
  const { t, locale } = useWords();
  const typed = useReturned(result, 'fact');
  return (
    <Section title={t('legal-case.bundles.facts')} id="facts">
      <ErrorSummary errors={typed.errors} />
      {facts.length === 0 ? (
        <p className="meta">{t('legal-case.bundles.facts.none')}</p>
      ) : (
        <CardList label={t('legal-case.bundles.facts')}>
          {facts.map((fact) => (
            <Card key={fact.id} as="li">
              {fact.text === null ? (
                <p className="meta">{t('legal-case.thread.sealed')}</p>
              ) : (
                <Paragraphs text={fact.text} />
              )}
              <p className="meta">
                {fact.by} · {formatDay(noonOf(fact.madeOn), locale)}
              </p>
            </Card>
          ))}
        </CardList>
      )}
      <Form clientId={clientId} scope="fact">
        <input type="hidden" name="intent" value="fact" />
        <TextArea
          name="text"
          label={t('legal-case.bundles.fact')}
          hint={t('legal-case.bundles.fact.hint')}
          error={typed.errors['text']}
          defaultValue={typed.value('text')}
          maxLength={CASE_LIMITS.fact}
          rows={4}
        />
        <ButtonRow>
          <Button>{t('legal-case.bundles.fact.add')}</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

/** Its cases, by number, and those that may join. */
export function BundleCases({
  addable,
  cases,
  clientId,
  result,
  slug,
}: Common & Pick<BundleView, 'addable' | 'cases'> & { slug: string }) {
  const { t, to } = useWords();
  const typed = useReturned(result, 'add');
  const numbered = (number: number | null) => t('legal-case.identity.room.case', { number: String(number) });
  return (
    <Section title={t('legal-case.bundles.inside')} id="inside">
      <ErrorSummary errors={typed.errors} />
      <DataTable
        caption={t('legal-case.bundles.inside')}
        captionHidden
        rows={cases}
        rowKey={(row) => row.id}
        empty={<p className="meta">{t('legal-case.bundles.inside.none')}</p>}
        columns={[
          {
            key: 'number',
            header: t('legal-case.bundles.inside'),
            phone: 'title',
            nowrap: true,
            cell: (row) => (
              <a className="inline-flex min-h-11 items-center" href={to(paths.deskCase(slug, row.id))}>
                {numbered(row.number)}
              </a>
            ),
          },
          {
            key: 'state',
            header: t('legal-case.bundles.state'),
            cell: (row) => [t(`legal.state.${row.state}`), row.claimedBy].filter(Boolean).join(' · '),
          },
          {
            key: 'remove',
            header: t('legal-case.bundles.inside.remove'),
            phone: 'action',
            cell: (row) => (
              <Form clientId={clientId} scope={`remove-${row.id}`} inline>
                <input type="hidden" name="intent" value="remove" />
                <input type="hidden" name="case" value={row.id} />
                <Button tone="quiet" size="small">
                  {t('legal-case.bundles.inside.remove')}
                </Button>
              </Form>
            ),
          },
        ]}
      />
      {addable.length > 0 && (
        <Form clientId={clientId} scope="add" label={t('legal-case.bundles.add')}>
          <input type="hidden" name="intent" value="add" />
          <CheckboxCards
            name="cases"
            label={t('legal-case.bundles.add')}
            hint={t('legal-case.bundles.add.hint')}
            error={typed.errors['cases']}
            defaultValues={typed.list('cases')}
            columns
            options={addable.map(({ id, number, state }) => ({
              value: id,
              label: numbered(number),
              hint: t(`legal.state.${state}`),
            }))}
          />
          <ButtonRow>
            <Button tone="secondary">{t('legal-case.bundles.add.submit')}</Button>
          </ButtonRow>
        </Form>
      )}
    </Section>
  );
}

/** Who reads the shared facts, and to whom the key may go. */
export function BundleKeys({
  candidates,
  clientId,
  holders,
  result,
}: Common & Pick<BundleView, 'candidates' | 'holders'>) {
  const { t } = useWords();
  const typed = useReturned(result, 'share');
  return (
    <Section title={t('legal-case.bundles.holders')} id="holders">
      <ErrorSummary errors={typed.errors} />
      <ul className="list-disc ps-5">
        {holders.map(({ name, staffId }) => (
          <li key={staffId}>{name}</li>
        ))}
      </ul>
      {candidates.length > 0 && (
        <Form clientId={clientId} scope="share" label={t('legal-case.bundles.share')}>
          <input type="hidden" name="intent" value="share" />
          <Select
            name="staff"
            label={t('legal-case.bundles.share.who')}
            hint={t('legal-case.bundles.share.hint')}
            error={typed.errors['staff']}
            defaultValue={typed.value('staff', '')}
            options={candidates.map(({ name, staffId }) => ({ value: staffId, label: name }))}
          />
          <ButtonRow>
            <Button tone="secondary" icon="key">
              {t('legal-case.bundles.share')}
            </Button>
          </ButtonRow>
        </Form>
      )}
    </Section>
  );
}
