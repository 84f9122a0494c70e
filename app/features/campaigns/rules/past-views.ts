import type { PastError } from './past-table.ts';

export type PastPreviewRow = {
  line: number;
  title: string;
  region: string;
  ended: string;
  outcome: string;
  verdict: 'ready' | 'known' | 'repeated' | 'wrong';
  errors: PastError[];
};
/** What an import would do, row by row. */
export type PastPreview = {
  rows: PastPreviewRow[];
  ignored: string[];
  counts: { ready: number; duplicates: number; wrong: number };
};
