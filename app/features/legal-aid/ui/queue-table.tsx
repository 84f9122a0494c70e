import { useWords } from '#app/i18n/words-context.tsx';
import { regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Form } from '#app/ui/form.tsx';
import { LinkMore } from '#app/ui/link-more.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';
import { ageOf, BandBadge, DaysLeft, useKind, useSize } from './case-facts.tsx';
import type { CaseFacts } from '../rules/case-facts.ts';

export type QueueTableRow = CaseFacts & { title: string | null; claimId: string };

/** The form that the boxes before the cases belong to; it stands beside the table. */
export const BATCH_FORM = 'queue-batch';

/** The queue: what is known of each case without opening it, most urgent first. */
export function QueueTable({
  rows,
  slug,
  today,
  isFiltered,
}: {
  rows: readonly QueueTableRow[];
  slug: string;
  today: string;
  isFiltered: boolean;
}) {
  const { locale, t, to } = useWords();
  const kind = useKind();
  const size = useSize();
  return (
    <DataTable
      caption={t('legal.nav.queue')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState
          title={t(isFiltered ? 'legal-desk.queue.none.title' : 'legal-desk.queue.empty.title')}
          action={
            isFiltered ? <LinkMore href={to(paths.desk(slug))}>{t('legal-desk.queue.none.all')}</LinkMore> : undefined
          }
        >
          {t(isFiltered ? 'legal-desk.queue.none.text' : 'legal-desk.queue.empty.text')}
        </EmptyState>
      }
      columns={[
        {
          key: 'pick',
          header: t('legal-desk.queue.pick'),
          phone: 'action',
          cell: (row) => (
            <label className="inline-flex min-h-11 items-center gap-2 md:min-h-0">
              <input
                type="checkbox"
                name="caseId"
                value={row.id}
                form={BATCH_FORM}
                className="size-6"
                aria-label={t('legal-desk.queue.pick.of', { number: String(row.number) })}
              />
              <span className="md:hidden" aria-hidden="true">
                {t('legal-desk.queue.pick.phone')}
              </span>
            </label>
          ),
        },
        {
          key: 'band',
          header: t('legal-desk.queue.band'),
          phone: 'badge',
          nowrap: true,
          cell: (row) => (
            <>
              <BandBadge band={row.band} />
              {row.hasConflict && <StateBadge tone="refused">{t('legal-desk.conflict.short')}</StateBadge>}
            </>
          ),
        },
        {
          key: 'case',
          header: t('legal-desk.queue.case'),
          phone: 'title',
          cell: (row) => (
            <>
              <a href={to(paths.deskCase(slug, row.id))} data-queue-case>
                № {row.number}
                {row.title && ` · ${row.title}`}
              </a>
              <span className="meta block">
                {[
                  kind(row),
                  row.region && regionName(row.region, locale),
                  row.isCourt && t('legal-desk.court'),
                  row.label && t(`legal.label.${row.label}`),
                  row.isFrozen && t('legal-desk.frozen'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <span className="meta block">
                {size(row.paddedLength)} ·{' '}
                {t(row.isSealedInBrowser ? 'legal-desk.sealed.browser' : 'legal-desk.sealed.server')}
              </span>
            </>
          ),
        },
        {
          key: 'due',
          header: t('legal-desk.queue.due'),
          cell: (row) => <DaysLeft left={row.band.daysLeft} dueOn={row.dueOn} />,
        },
        {
          key: 'age',
          header: t('legal-desk.queue.age'),
          cell: (row) => {
            const age = ageOf(row.openedOn, today);
            return (
              <>
                {age === 0 ? t('legal-desk.age.today') : t('legal-desk.age', { count: age })}
                <span className="meta block">
                  {row.isWaitingForUs ? t('legal.waiting.us') : t('legal.waiting.applicant')}
                </span>
              </>
            );
          },
        },
        {
          key: 'who',
          header: t('legal-desk.queue.who'),
          cell: (row) => (
            <>
              {row.claimedByName ?? <span className="meta">{t('legal-desk.nobody')}</span>}
              {row.state !== 'new' && <span className="meta block">{t(`legal.state.${row.state}`)}</span>}
            </>
          ),
        },
        {
          key: 'do',
          header: t('legal-desk.queue.do'),
          phone: 'action',
          cell: (row) =>
            row.state === 'new' ? (
              <Form
                action={to(paths.deskCaseRoom(slug, row.id, 'steps'))}
                clientId={row.claimId}
                scope={`claim-${row.id}`}
                inline
              >
                <Button
                  name="intent"
                  value="claim"
                  size="small"
                  tone="secondary"
                  aria-label={t('legal-desk.claim.of', { number: String(row.number) })}
                  data-queue-claim
                >
                  {t('legal-desk.claim.short')}
                </Button>
              </Form>
            ) : null,
        },
      ]}
    />
  );
}
