/**
 * How a correction of routing is named in the audit trail, which is its history: `category/region/kind`, with `*` for
 * every region and `-` when the correction was taken away. None of it is about people.
 */
import { isCategoryKey, type CategoryKey } from '#app/features/issues/rules/categories.ts';
import { isBodyKind, type BodyKind } from './body-kinds.ts';

export type CorrectionName = Readonly<{ category: CategoryKey; region: string | null; bodyKind: BodyKind | null }>;

export function correctionSubject({ category, region, bodyKind }: CorrectionName): string {
  return `${category}/${region ?? '*'}/${bodyKind ?? '-'}`;
}

/** Null for anything that is not such a name. */
export function parseCorrectionSubject(subject: string): CorrectionName | null {
  const [category, region, kind] = subject.split('/');
  if (!isCategoryKey(category) || region === undefined || kind === undefined) return null;
  if (kind !== '-' && !isBodyKind(kind)) return null;
  return { category, region: region === '*' ? null : region, bodyKind: kind === '-' ? null : kind };
}
