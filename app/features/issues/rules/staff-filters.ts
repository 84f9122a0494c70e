import { isId } from '#app/kernel/ids.ts';
import { regionsOfChoice } from '#app/kernel/regions.ts';
import { isCategoryKey, type CategoryKey } from './categories.ts';
import { ISSUE_STATES, PUBLIC_STATES, QUEUE_STATES, type IssueState } from './lifecycle.ts';

/** Views of an organisation's reports. `ended`: turned down or taken back. */
export const STAFF_TABS = ['queue', 'public', 'ended', 'all'] as const;
export type StaffTab = (typeof STAFF_TABS)[number];

const STATES_OF: Record<StaffTab, readonly IssueState[]> = {
  queue: QUEUE_STATES,
  public: PUBLIC_STATES,
  ended: ['rejected', 'withdrawn'],
  all: ISSUE_STATES,
};

export type StaffFilters = {
  tab: StaffTab;
  state?: IssueState;
  category?: CategoryKey;
  /** A region's or a choice's code (kernel/regions). */
  region?: string;
  /** A member's id, or `none`. */
  assignee?: string;
  /** The person's words; folded by the database. */
  q?: string;
};

export function statesOfTab(tab: StaffTab): readonly IssueState[] {
  return STATES_OF[tab];
}

const isTab = (value: unknown): value is StaffTab => (STAFF_TABS as readonly unknown[]).includes(value);

/** Reads the filters of an address; what is unknown is left out, so that old links keep working. */
export function parseStaffFilters(query: URLSearchParams): StaffFilters {
  const tab = query.get('tab');
  const [state, category, region, assignee] = ['state', 'category', 'region', 'assignee'].map(
    (name) => query.get(name) ?? '',
  );
  const q = (query.get('q') ?? '').normalize('NFC').replaceAll('\u0000', '').trim().slice(0, 80);
  return {
    tab: isTab(tab) ? tab : 'queue',
    ...((ISSUE_STATES as readonly unknown[]).includes(state) ? { state: state as IssueState } : {}),
    ...(isCategoryKey(category) ? { category } : {}),
    ...(region && regionsOfChoice(region).length > 0 ? { region } : {}),
    ...(assignee === 'none' || isId(assignee) ? { assignee } : {}),
    ...(q.length >= 2 || /^\d+$/.test(q) ? { q } : {}),
  };
}

/** The filters as a query with its question mark; `changes` replace single ones, undefined takes one off. */
export function staffFilterQuery(
  filters: StaffFilters,
  changes: Partial<Record<keyof StaffFilters | 'after' | 'before', string | undefined>> = {},
): string {
  const all: Record<string, string | undefined> = { ...filters, ...changes };
  const query = new URLSearchParams();
  for (const name of ['tab', 'state', 'category', 'region', 'assignee', 'q', 'after', 'before']) {
    const value = all[name];
    if (value && !(name === 'tab' && value === 'queue')) query.set(name, value);
  }
  return query.size > 0 ? `?${query}` : '';
}
