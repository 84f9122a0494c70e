import type { TaskState } from './kinds.ts';

/** How a task stands to the day (`YYYY-MM-DD`): what is done is never late. */
export function dueState(
  task: { state: TaskState; dueOn: string | null },
  today: string,
): 'late' | 'today' | 'later' | 'none' {
  if (task.dueOn === null || task.state === 'done') return 'none';
  if (task.dueOn < today) return 'late';
  return task.dueOn === today ? 'today' : 'later';
}

/** What narrows the board. `mine`: one's own; `free`: nobody's yet; `ours`: all. */
export const WHOSE = ['ours', 'mine', 'free'] as const;
export type Whose = (typeof WHOSE)[number];
export const VIEWS = ['board', 'list'] as const;
export type View = (typeof VIEWS)[number];
export type TaskFilters = { whose: Whose; view: View };

/** Reads the filters of an address; what is unknown is the ordinary. */
export function parseTaskFilters(query: URLSearchParams): TaskFilters {
  return {
    whose: WHOSE.find((entry) => entry === query.get('whose')) ?? 'ours',
    view: VIEWS.find((entry) => entry === query.get('view')) ?? 'board',
  };
}

export function taskQuery({ whose, view }: TaskFilters): string {
  const query = new URLSearchParams();
  if (whose !== 'ours') query.set('whose', whose);
  if (view !== 'board') query.set('view', view);
  return query.size > 0 ? `?${query}` : '';
}
