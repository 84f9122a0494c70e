import { and, desc, eq, like, or, sql, type SQL } from 'drizzle-orm';
import { publicSql } from '#db/client.server.ts';
import { bodies, issues, letters, memberships, users } from '#db/schema/index.ts';
import type { IssueState } from '#app/features/issues/rules/lifecycle.ts';
import type { OrganisationKind } from '#app/kernel/actor.ts';
import { compareAz, fold } from '#app/kernel/az-text.ts';
import type { Names } from '#app/kernel/regions.ts';
import { searchPlaces, type Place } from '#app/platform/gazetteer/gazetteer.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { isStanding } from '#app/platform/standing.server.ts';
import { namesOf } from './names.ts';

/** Fewer letters than this find too much to be of use. */
export const SHORTEST_QUERY = 2;
const MOST = 20;

/** What was typed as a folded pattern for `like`, its signs taken literally; null when it is too short. */
export function searchPattern(typed: string): string | null {
  const wanted = fold(typed.slice(0, 80)).trim().replace(/\s+/gu, ' ');
  return wanted.length < SHORTEST_QUERY ? null : `%${wanted.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

/** A number typed alone, with or without its sign: `#1042`. */
function refOf(typed: string): number | null {
  const match = /^\s*(?:#|№)?\s*(\d{1,12})\s*$/u.exec(typed);
  return match ? Number(match[1]) : null;
}

export type FoundIssue = { ref: number; title: string; place: string; region: string; state: IssueState };
export type FoundOrganisation = { slug: string; names: Names; kind: OrganisationKind; town: string; regions: string[] };
export type PublicFindings = { organisations: FoundOrganisation[]; places: Place[]; issues: FoundIssue[] };

/** Everything public that fits what somebody typed in any of our alphabets. */
export async function searchPublic(typed: string): Promise<PublicFindings> {
  const pattern = searchPattern(typed);
  if (pattern === null) return { organisations: [], places: [], issues: [] };
  const [organisations, found] = await Promise.all([
    publicSql<
      {
        slug: string;
        name_az: string;
        name_en: string;
        name_ru: string;
        kind: OrganisationKind;
        town: string;
        regions: string[];
      }[]
    >`
      select slug, name_az, name_en, name_ru, kind, town,
             array(select r.region from published.organisation_regions r where r.organisation_id = o.id) as regions
      from published.organisations o
      where app.fold(concat_ws(' ', name_az, name_en, name_ru, town)) like ${pattern}
      order by name_az collate "az-x-icu" limit ${MOST}`,
    publicSql<FoundIssue[]>`
      select ref::int, title, place, region, state from published.issues
      where search_text like ${pattern} or ref = ${refOf(typed) ?? -1}
      order by published_at desc nulls last, ref desc nulls last limit ${MOST}`,
  ]);
  return {
    organisations: organisations.map((row) => ({
      slug: row.slug,
      kind: row.kind,
      town: row.town,
      regions: row.regions,
      names: { az: row.name_az, en: row.name_en || row.name_az, ru: row.name_ru || row.name_az },
    })),
    places: searchPlaces(typed, { limit: 8 }).slice(),
    issues: [...found],
  };
}

/** What one may see inside one's organisation; decided by `can()` before. */
export type WorkspaceRights = { issues: boolean; letters: boolean };

export type FoundOwnIssue = {
  id: string;
  ref: number | null;
  title: string;
  place: string;
  state: IssueState;
  createdAt: Date;
};
export type FoundLetter = { id: string; subject: string; registerNumber: string | null; body: Names };
export type WorkspaceFindings = { issues: FoundOwnIssue[]; members: string[]; letters: FoundLetter[] };

/** One box over what one may see in one's organisation: its reports, its people's names, its letters. */
export async function searchWorkspace(
  scope: Extract<Scope, { kind: 'member' }>,
  may: WorkspaceRights,
  typed: string,
): Promise<WorkspaceFindings> {
  const pattern = searchPattern(typed);
  if (pattern === null) return { issues: [], members: [], letters: [] };
  const ref = refOf(typed);
  const folded = (...parts: SQL[]) => sql`app.fold(concat_ws(' ', ${sql.join(parts, sql`, `)}))`;
  return withScope(scope, async (tx) => {
    const foundIssues = may.issues
      ? await tx
          .select({
            id: issues.id,
            ref: issues.ref,
            title: issues.title,
            place: issues.place,
            state: issues.state,
            createdAt: issues.createdAt,
          })
          .from(issues)
          .where(
            and(
              eq(issues.organisationId, scope.organisationId),
              or(
                ref === null ? undefined : eq(issues.ref, ref),
                like(issues.searchText, pattern),
                like(folded(sql`${issues.title}`, sql`${issues.details}`, sql`${issues.place}`), pattern),
              ),
            ),
          )
          .orderBy(desc(issues.createdAt))
          .limit(MOST)
      : [];
    const people = await tx
      .selectDistinct({ name: users.name })
      .from(users)
      .innerJoin(memberships, eq(memberships.userId, users.id))
      .where(
        and(
          eq(memberships.organisationId, scope.organisationId),
          isStanding(),
          like(folded(sql`${users.name}`), pattern),
        ),
      )
      .limit(MOST);
    const foundLetters = may.letters
      ? await tx
          .select({
            id: letters.id,
            subject: letters.subject,
            registerNumber: letters.registerNumber,
            nameAz: bodies.nameAz,
            nameEn: bodies.nameEn,
            nameRu: bodies.nameRu,
          })
          .from(letters)
          .innerJoin(bodies, eq(bodies.id, letters.bodyId))
          .where(
            and(
              eq(letters.organisationId, scope.organisationId),
              like(
                folded(
                  sql`${letters.subject}`,
                  sql`${letters.registerNumber}`,
                  sql`${bodies.nameAz}`,
                  sql`${bodies.nameRu}`,
                ),
                pattern,
              ),
            ),
          )
          .orderBy(desc(letters.createdAt))
          .limit(MOST)
      : [];
    return {
      issues: foundIssues,
      members: people.map((person) => person.name).sort(compareAz),
      letters: foundLetters.map((row) => ({
        id: row.id,
        subject: row.subject,
        registerNumber: row.registerNumber,
        body: namesOf(row),
      })),
    };
  });
}
