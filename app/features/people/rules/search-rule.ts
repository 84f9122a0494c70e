import { z } from 'zod';
import { isId } from '#app/kernel/ids.ts';
import { regionsOfChoice } from '#app/kernel/regions.ts';
import {
  AGE_BANDS,
  CONSENT_CHANNELS,
  CONSENT_PURPOSES,
  GENDERS,
  LIMITS,
  MOMENT_KINDS,
  PERSON_ROLES,
  SKILLS,
  SPOKEN,
  TIMES,
} from './kinds.ts';

/** A search as data: `all`, `any` and `not` over single conditions. It is compiled to SQL in where-people.server.ts alone. */
const day = z.iso.date();
const condition = z.discriminatedUnion('is', [
  z.object({ is: z.literal('role'), role: z.enum(PERSON_ROLES) }),
  z.object({ is: z.literal('language'), language: z.enum(SPOKEN) }),
  z.object({ is: z.literal('skill'), skill: z.enum(SKILLS) }),
  z.object({ is: z.literal('time'), time: z.enum(TIMES) }),
  /** Something in the timeline about one event, task or join form. */
  z.object({ is: z.literal('subject'), subjectId: z.string().refine(isId) }),
  z.object({ is: z.literal('tag'), tagId: z.string().refine(isId) }),
  /** A district, words of a place, or both. */
  z.object({
    is: z.literal('place'),
    region: z.string().refine((code) => code === '' || regionsOfChoice(code).length > 0),
    words: z.string().max(LIMITS.place),
  }),
  z.object({ is: z.literal('age'), ageBand: z.enum(AGE_BANDS) }),
  z.object({ is: z.literal('gender'), gender: z.enum(GENDERS) }),
  z.object({
    is: z.literal('consent'),
    purpose: z.enum(CONSENT_PURPOSES),
    channel: z.enum(CONSENT_CHANNELS).nullable(),
  }),
  /** Something in the timeline between two days of the country, both included. */
  z.object({
    is: z.literal('activity'),
    kind: z.enum(MOMENT_KINDS).nullable(),
    from: day.nullable(),
    until: day.nullable(),
  }),
]);
export type Condition = z.output<typeof condition>;
export type SearchRule = Condition | { all: SearchRule[] } | { any: SearchRule[] } | { not: SearchRule };

const MOST_PARTS = 20;
const DEEPEST = 4;

function ruleAt(depth: number): z.ZodType<SearchRule> {
  if (depth === 0) return condition;
  const part = ruleAt(depth - 1);
  return z.union([
    condition,
    z.strictObject({ all: z.array(part).min(1).max(MOST_PARTS) }),
    z.strictObject({ any: z.array(part).min(1).max(MOST_PARTS) }),
    z.strictObject({ not: part }),
  ]);
}

/** Whatever comes from outside or out of the database passes here. */
export const searchRule = ruleAt(DEEPEST);

/** The builder's form: groups of rows; a row is one choice (`role:member`), said or denied, with words or days beside it. */
export const BUILDER = { groups: 3, rows: 4 } as const;
export const MATCHES = ['all', 'any'] as const;
export type Match = (typeof MATCHES)[number];
export type BuilderRow = { isNot: boolean; what: string; words: string; from: string; until: string };
export type BuilderGroup = { match: Match; rows: BuilderRow[] };
export type Builder = { match: Match; groups: BuilderGroup[] };

export const EMPTY_ROW: BuilderRow = { isNot: false, what: '', words: '', from: '', until: '' };

/** The choice of a row as a condition; undefined for what is none. */
export function toCondition({ what, words, from, until }: BuilderRow): Condition | undefined {
  const [is = '', first = '', second = ''] = what.split(':');
  const parts: Record<string, unknown> = {
    role: { role: first },
    language: { language: first },
    skill: { skill: first },
    time: { time: first },
    subject: { subjectId: first },
    tag: { tagId: first },
    place: { region: first, words: words.trim() },
    age: { ageBand: first },
    gender: { gender: first },
    consent: { purpose: first, channel: second || null },
    activity: { kind: first || null, from: from || null, until: until || null },
  };
  const read = condition.safeParse({ is, ...(parts[is] as object | undefined) });
  if (!read.success) return undefined;
  const isEmptyPlace = read.data.is === 'place' && read.data.region === '' && read.data.words === '';
  return isEmptyPlace ? undefined : read.data;
}

/** The other way round, for the form that edits. */
export function toRow(rule: Condition, isNot: boolean): BuilderRow {
  const row = (what: string, more: Partial<BuilderRow> = {}): BuilderRow => ({ ...EMPTY_ROW, isNot, what, ...more });
  switch (rule.is) {
    case 'role':
      return row(`role:${rule.role}`);
    case 'language':
      return row(`language:${rule.language}`);
    case 'skill':
      return row(`skill:${rule.skill}`);
    case 'time':
      return row(`time:${rule.time}`);
    case 'subject':
      return row(`subject:${rule.subjectId}`);
    case 'tag':
      return row(`tag:${rule.tagId}`);
    case 'place':
      return row(`place:${rule.region}`, { words: rule.words });
    case 'age':
      return row(`age:${rule.ageBand}`);
    case 'gender':
      return row(`gender:${rule.gender}`);
    case 'consent':
      return row(`consent:${rule.purpose}:${rule.channel ?? ''}`);
    case 'activity':
      return row(`activity:${rule.kind ?? ''}`, { from: rule.from ?? '', until: rule.until ?? '' });
  }
}

/** What the builder says, or the rows (`group-row`) that nobody can read. An empty builder says nothing. */
export function readBuilder(builder: Builder): { rule: SearchRule | undefined; wrong: string[] } {
  const wrong: string[] = [];
  const groups: SearchRule[] = [];
  for (const [g, group] of builder.groups.entries()) {
    const parts: SearchRule[] = [];
    for (const [r, row] of group.rows.entries()) {
      if (row.what === '') continue;
      const found = toCondition(row);
      if (!found) wrong.push(`${g}-${r}`);
      else parts.push(row.isNot ? { not: found } : found);
    }
    if (parts.length > 0) groups.push(group.match === 'all' ? { all: parts } : { any: parts });
  }
  if (groups.length === 0) return { rule: undefined, wrong };
  return { rule: builder.match === 'all' ? { all: groups } : { any: groups }, wrong };
}

/** A rule that the builder made, as its form shows it. */
export function toBuilder(rule: SearchRule | null): Builder {
  const groups: BuilderGroup[] = [];
  const match: Match = rule && 'any' in rule ? 'any' : 'all';
  const parts = rule && 'all' in rule ? rule.all : rule && 'any' in rule ? rule.any : [];
  for (const part of parts) {
    const inner = 'all' in part ? part.all : 'any' in part ? part.any : [part];
    const rows = inner.flatMap((one) => {
      if ('not' in one) return 'is' in one.not ? [toRow(one.not, true)] : [];
      return 'is' in one ? [toRow(one, false)] : [];
    });
    groups.push({ match: 'any' in part ? 'any' : 'all', rows });
  }
  return { match, groups };
}
