import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card, CardLink, CardList } from '#app/ui/card.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { LinkMore } from '#app/ui/link-more.tsx';
import { Columns, Section, Stack } from '#app/ui/stack.tsx';
import type { OpenFlag, QueueLine, StandingLine, Today } from '../staff-views.ts';
import { StateLabel } from './state-label.tsx';
import { QueueMeta, useLineColumns, Waiting } from './staff-line.tsx';

export type TodayRights = { moderate: boolean; follow: boolean; ask: boolean; enter: boolean };

/** The day of an organisation: what waits at the left, what stands beside it at the right. Each row has one way on. */
export function StaffToday({ today, now, slug, may }: { today: Today; now: Date; slug: string; may: TodayRights }) {
  const { t } = useWords();
  return (
    <Columns
      aside={
        <>
          <FlagSection flags={today.flags} total={today.flagsTotal} slug={slug} now={now} />
          <Numbers counts={today.counts} />
        </>
      }
    >
      <QueueSection today={today} now={now} slug={slug} may={may} />
      <Withdrawn count={today.withdrawn} slug={slug} />
      <StandingSection
        id="answers"
        title={t('issues.staff.today.answers')}
        since={t('issues.staff.column.since-answer')}
        rows={today.answers}
        now={now}
        slug={slug}
        action={t('issues.staff.today.read')}
      />
      <StandingSection
        id="unforwarded"
        title={t('issues.staff.today.unforwarded')}
        since={t('issues.staff.column.since-published')}
        rows={today.unforwarded}
        total={today.unforwardedTotal}
        now={now}
        slug={slug}
        action={may.follow ? t('issues.staff.today.write') : t('issues.staff.today.look')}
      />
      <StandingSection
        id="standing"
        title={t('issues.staff.today.standing')}
        since={t('issues.staff.column.unchanged')}
        rows={today.standing}
        total={today.standingTotal}
        now={now}
        slug={slug}
        action={may.follow ? t('issues.staff.today.remind') : t('issues.staff.today.look')}
        withState
      />
    </Columns>
  );
}

function QueueSection({ today, now, slug, may }: { today: Today; now: Date; slug: string; may: TodayRights }) {
  const { t, to } = useWords();
  const columns = useLineColumns<QueueLine>({
    slug,
    now,
    since: (row) => row.createdAt,
    sinceLabel: t('issues.staff.column.waits'),
    action: t('issues.staff.today.look'),
    meta: (row) => <QueueMeta row={row} />,
  });
  return (
    <Section title={t('issues.staff.today.queue')} id="queue">
      <DataTable
        caption={t('issues.staff.today.queue')}
        captionHidden
        columns={columns}
        rows={today.queue}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            title={t('issues.staff.today.empty.title')}
            example={t('issues.staff.today.empty.example')}
            action={
              may.enter ? (
                <ButtonLink tone="secondary" href={to(paths.orgIssueEntry(slug))}>
                  {t('issues.staff.entry.action')}
                </ButtonLink>
              ) : undefined
            }
          >
            {t('issues.staff.today.empty.text')}
          </EmptyState>
        }
      />
      <More shown={today.queue.length} total={today.queueTotal} href={to(paths.orgIssues(slug))} />
    </Section>
  );
}

function Withdrawn({ count, slug }: { count: number; slug: string }) {
  const { t, to } = useWords();
  if (count === 0) return null;
  return (
    <p className="meta">
      <a href={to(paths.orgIssues(slug, '?tab=ended'))}>{t('issues.staff.today.withdrawn', { count })}</a>
    </p>
  );
}

function StandingSection({
  id,
  title,
  since,
  rows,
  total = rows.length,
  now,
  slug,
  action,
  withState,
}: {
  id: string;
  title: string;
  since: string;
  rows: readonly StandingLine[];
  total?: number;
  now: Date;
  slug: string;
  action: string;
  withState?: boolean;
}) {
  const { to } = useWords();
  const columns = useLineColumns<StandingLine>({
    slug,
    now,
    since: (row) => row.since,
    sinceLabel: since,
    action,
    meta: withState
      ? (row) => (
          <span className="mt-1 block">
            <StateLabel state={row.state} />
          </span>
        )
      : undefined,
  });
  if (rows.length === 0) return null;
  return (
    <Section title={title} id={id}>
      <DataTable caption={title} captionHidden columns={columns} rows={rows} rowKey={(row) => row.id} />
      <More shown={rows.length} total={total} href={to(paths.orgIssues(slug, '?tab=public'))} />
    </Section>
  );
}

function More({ shown, total, href }: { shown: number; total: number; href: string }) {
  const { t } = useWords();
  return total > shown ? (
    <LinkMore href={href}>{t('issues.staff.today.more', { count: total - shown })}</LinkMore>
  ) : null;
}

function FlagSection({
  flags,
  total,
  slug,
  now,
}: {
  flags: readonly OpenFlag[];
  total: number;
  slug: string;
  now: Date;
}) {
  const { t, to } = useWords();
  if (flags.length === 0) return null;
  return (
    <Section title={t('issues.staff.flags.title')} id="flags">
      <CardList>
        {flags.slice(0, 4).map((flag) => (
          <CardLink
            key={flag.id}
            href={to(`${paths.orgFlags(slug)}#${flag.id}`)}
            title={t(`issues.staff.flag.${flag.kind}`)}
            meta={flag.issue.title}
          >
            <p className="meta">
              <Waiting since={flag.createdAt} now={now} />
            </p>
          </CardLink>
        ))}
      </CardList>
      <More shown={Math.min(4, flags.length)} total={total} href={to(paths.orgFlags(slug))} />
    </Section>
  );
}

function Numbers({ counts }: { counts: Today['counts'] }) {
  const { t } = useWords();
  const lines = [
    [counts.open, t('issues.group.open')],
    [counts.claimed, t('issues.group.claimed')],
    [counts.fixed, t('issues.group.fixed')],
  ] as const;
  return (
    <Section title={t('issues.staff.today.numbers')} id="numbers">
      <Card>
        <Stack gap="small">
          {lines.map(([count, words]) => (
            <p key={words} className="flex items-baseline justify-between gap-4">
              <span>{words}</span> <span className="num">{count}</span>
            </p>
          ))}
        </Stack>
      </Card>
      <p className="meta">{t('issues.staff.today.numbers.note')}</p>
    </Section>
  );
}
