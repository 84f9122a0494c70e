import { desc, eq } from 'drizzle-orm';
import { candidacies, candidacySteps, printedMatter, signatureCounts } from '#db/schema/index.ts';
import { colleagues } from '#app/features/organisations/public.server.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { confirmedAt, mayCampaign } from './public.server.ts';
import { calendarFor } from './rules/calendar.ts';
import { checklistFor, taskState } from './rules/checklist.ts';
import { seatsFor, SEATS, SIGNATURES, signaturesFor } from './rules/municipality.ts';
import { readStatement } from './statement.server.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

const source = ({ article, sources, certainty }: typeof SIGNATURES | typeof SEATS) => ({ article, sources, certainty });

/** The candidate's checklist counted back from voting day, with who does what; nothing is counted while no day is set. */
export function getCandidacy(scope: MemberScope, now: Date) {
  return withScope(scope, async (tx) => {
    const { day } = await readStatement(tx);
    const [candidacy] = await tx.select().from(candidacies).where(eq(candidacies.organisationId, scope.organisationId));
    const steps = new Map((await tx.select().from(candidacySteps)).map((step) => [step.key, step]));
    const team = await colleagues(tx, scope.organisationId);
    const names = new Map(team.map(({ id, name }) => [id, name]));
    const population = candidacy?.population ?? null;
    return {
      day,
      team,
      municipality: candidacy?.municipality ?? '',
      population,
      seats: { value: population === null ? null : seatsFor(population), ...source(SEATS) },
      signatures: { value: population === null ? null : signaturesFor(population), ...source(SIGNATURES) },
      gate: await mayCampaign(tx, scope.organisationId, now),
      calendar: day === null ? [] : calendarFor(day),
      items:
        day === null
          ? []
          : checklistFor(day).map((item) => {
              const step = steps.get(item.key);
              const doneOn = step?.doneOn ?? null;
              return {
                key: item.key,
                by: item.by,
                article: item.article,
                sources: item.sources,
                certainty: item.certainty,
                state: taskState(item.by, doneOn, dayOf(now)),
                doneOn,
                doneBy: step?.doneBy ? (names.get(step.doneBy) ?? null) : null,
                ownerId: step?.ownerId ?? null,
                owner: step?.ownerId ? (names.get(step.ownerId) ?? null) : null,
                note: step?.note ?? '',
              };
            }),
    };
  });
}

/** Counts by collector and day against what the municipality's size asks for. */
export function getSignatures(scope: MemberScope) {
  return withScope(scope, async (tx) => {
    const [candidacy] = await tx.select().from(candidacies).where(eq(candidacies.organisationId, scope.organisationId));
    const rows = await tx
      .select({ collector: signatureCounts.collector, day: signatureCounts.day, count: signatureCounts.count })
      .from(signatureCounts)
      .orderBy(desc(signatureCounts.day), signatureCounts.collector);
    const byCollector = new Map<string, number>();
    for (const { collector, count } of rows) byCollector.set(collector, (byCollector.get(collector) ?? 0) + count);
    return {
      rows,
      collectors: [...byCollector].map(([collector, count]) => ({ collector, count })),
      collected: rows.reduce((sum, { count }) => sum + count, 0),
      target: candidacy ? signaturesFor(candidacy.population) : null,
      source: source(SIGNATURES),
    };
  });
}

/** Whether the member herself confirmed, and whether the team may campaign now. */
export function getConfirmation(scope: MemberScope, now: Date) {
  return withScope(scope, async (tx) => ({
    at: (await confirmedAt(tx, scope.organisationId, scope.userId)) ?? null,
    gate: await mayCampaign(tx, scope.organisationId, now),
  }));
}

/** Printed sheets, the latest first. */
export function listPrinted(scope: MemberScope) {
  return withScope(scope, (tx) =>
    tx
      .select({
        id: printedMatter.id,
        kind: printedMatter.kind,
        title: printedMatter.title,
        producer: printedMatter.producer,
        orderer: printedMatter.orderer,
        printRun: printedMatter.printRun,
        printedOn: printedMatter.printedOn,
        copyHandedOn: printedMatter.copyHandedOn,
      })
      .from(printedMatter)
      .orderBy(desc(printedMatter.createdAt)),
  );
}
