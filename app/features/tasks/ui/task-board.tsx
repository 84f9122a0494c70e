import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { DataTable, type Column } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Form } from '#app/ui/form.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { Tabs } from '#app/ui/tabs.tsx';
import { dueState, taskQuery, VIEWS, WHOSE, type TaskFilters } from '../rules/due.ts';
import { TASK_STATES, type TaskState } from '../rules/kinds.ts';
import type { TaskLine } from '../task-board.server.ts';

export type TaskBoardProps = {
  slug: string;
  clientId: string;
  today: string;
  filters: TaskFilters;
  rows: TaskLine[];
  may: { write: boolean; take: boolean };
};

/** Where a task goes from each column; the first is the ordinary way. */
const MOVES: Record<TaskState, readonly TaskState[]> = {
  open: ['doing', 'done'],
  doing: ['done', 'waiting'],
  waiting: ['doing', 'done'],
  done: ['open'],
};

/** What an organisation has to do: as columns, or as a list by the day. */
export function TaskBoard(props: TaskBoardProps) {
  const { slug, filters, rows, may } = props;
  const { t, to } = useWords();
  const href = (changes: Partial<TaskFilters>) => to(paths.orgTasks(slug, taskQuery({ ...filters, ...changes })));
  return (
    <>
      <Tabs
        label={t('tasks.whose')}
        items={WHOSE.map((whose) => ({
          label: t(`tasks.whose.${whose}`),
          href: href({ whose }),
          current: filters.whose === whose,
        }))}
      />
      <Tabs
        label={t('tasks.views')}
        items={VIEWS.map((view) => ({
          label: t(`tasks.view.${view}`),
          href: href({ view }),
          current: filters.view === view,
        }))}
      />
      {rows.length === 0 ? (
        <NoTasks slug={slug} isFiltered={filters.whose !== 'ours'} mayWrite={may.write} />
      ) : filters.view === 'board' ? (
        <div className="grid items-start gap-4 md:grid-cols-2 xl:grid-cols-4">
          {TASK_STATES.map((state) => (
            <TaskColumn key={state} state={state} {...props} rows={rows.filter((row) => row.state === state)} />
          ))}
        </div>
      ) : (
        <TaskList {...props} />
      )}
    </>
  );
}

function NoTasks({ slug, isFiltered, mayWrite }: { slug: string; isFiltered: boolean; mayWrite: boolean }) {
  const { t, to } = useWords();
  if (isFiltered) return <EmptyState title={t('tasks.none.title')}>{t('tasks.none.text')}</EmptyState>;
  return (
    <EmptyState
      title={t('tasks.empty.title')}
      action={
        mayWrite ? (
          <ButtonLink tone="secondary" href={to(paths.orgNewTask(slug))}>
            {t('tasks.new')}
          </ButtonLink>
        ) : undefined
      }
    >
      {t('tasks.empty.text')}
    </EmptyState>
  );
}

function TaskColumn({ state, rows, ...props }: TaskBoardProps & { state: TaskState }) {
  const { t, to } = useWords();
  const who = useWho();
  return (
    <Section
      id={`column-${state}`}
      title={
        <>
          {t(`tasks.state.${state}`)} <span className="num text-muted">{rows.length}</span>
        </>
      }
    >
      {rows.length === 0 && <p className="meta">{t('tasks.column.empty')}</p>}
      <ul className="stack stack-small">
        {rows.map((task) => (
          <Card as="li" key={task.id} tone={dueState(task, props.today) === 'late' ? 'late' : 'plain'}>
            <Stack gap="small">
              <h3 className="text-base">
                <a href={to(paths.orgTask(props.slug, task.id))}>{task.title}</a>
              </h3>
              <Due task={task} today={props.today} />
              <p className="meta">{[who(task), task.campaign].filter(Boolean).join(' · ')}</p>
              {mayMove(props.may, task) && (
                <Form clientId={props.clientId} inline>
                  <input type="hidden" name="taskId" value={task.id} />
                  <div className="flex flex-wrap items-center gap-2">
                    {MOVES[state].map((target, at) => (
                      <Button
                        key={target}
                        tone={at === 0 ? 'secondary' : 'quiet'}
                        size="small"
                        name="to"
                        value={target}
                      >
                        {target === 'doing' && task.who === null ? t('tasks.take') : t(`tasks.move.${target}`)}
                        <span className="visually-hidden">: {task.title}</span>
                      </Button>
                    ))}
                  </div>
                </Form>
              )}
            </Stack>
          </Card>
        ))}
      </ul>
    </Section>
  );
}

/** Whoever writes tasks moves all; others what is theirs or nobody's. */
const mayMove = (may: TaskBoardProps['may'], { who }: TaskLine): boolean =>
  may.write || (may.take && (who === null || who.isMe));

function useWho() {
  const { t } = useWords();
  return ({ who }: TaskLine): string =>
    who === null ? t('tasks.who.nobody') : who.isMe ? t('tasks.who.me') : who.name || t('tasks.who.volunteer');
}

function Due({ task, today }: { task: TaskLine; today: string }) {
  const { t, locale } = useWords();
  if (task.dueOn === null) return null;
  const date = formatDay(noonOf(task.dueOn), locale);
  const state = dueState(task, today);
  if (state === 'late') return <StateBadge tone="late">{t('tasks.due.late', { date })}</StateBadge>;
  if (state === 'today') return <StateBadge tone="waiting">{t('tasks.due.today')}</StateBadge>;
  return <p className="meta">{t('tasks.due.on', { date })}</p>;
}

function TaskList({ slug, rows, today }: TaskBoardProps) {
  const { t, to } = useWords();
  const who = useWho();
  const columns: Column<TaskLine>[] = [
    {
      key: 'title',
      header: t('tasks.field.title'),
      phone: 'title',
      cell: (row) => <a href={to(paths.orgTask(slug, row.id))}>{row.title}</a>,
    },
    {
      key: 'due',
      header: t('tasks.due'),
      cell: (row) => (row.dueOn === null ? t('tasks.due.none') : <Due task={row} today={today} />),
    },
    { key: 'who', header: t('tasks.who'), cell: who },
    { key: 'state', header: t('tasks.field.state'), cell: (row) => t(`tasks.state.${row.state}`) },
    { key: 'campaign', header: t('tasks.field.campaign'), cell: (row) => row.campaign ?? '' },
  ];
  return (
    <DataTable
      caption={t('tasks.title')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={null}
    />
  );
}
