import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readRecords } from '#app/features/legal-aid/case-records.server.ts';
import { shownNames } from '#app/features/legal-aid/case-facts.server.ts';
import { addParty, keepOut, settleConflict } from '#app/features/legal-aid/commands/settle-conflict.server.ts';
import { conflictPeople, possibleConflicts } from '#app/features/legal-aid/conflicts.server.ts';
import { keptOutOf, listTrusted } from '#app/features/legal-aid/holders.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import type { Party } from '#app/features/legal-aid/rules/contents.ts';
import { conflictsForm } from '#app/features/legal-aid/rules/desk-forms.ts';
import { CaseConflicts } from '#app/features/legal-aid/ui/case-conflicts.tsx';
import { titled } from '#app/i18n/titled.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, seeOther } from '#app/platform/request.server.ts';
import { atCase } from './at-case.ts';

export const meta = titled('legal-desk.room.conflicts');

const TOLD = ['party', 'party-conflict', 'settled', 'kept-out'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, keys, subject, work } = await atCase(args);
  const isLead = work.role === 'lead';
  return withLegalScope(work.scope, async (tx) => {
    const parties = (await readRecords(tx, keys, subject.id, { kinds: ['parties'] })).at(-1)?.content?.['parties'];
    const people = isLead ? await conflictPeople(tx, subject.id) : [];
    const names = await shownNames(
      tx,
      people.map((one) => one.staffId),
    );
    const keptOut = isLead ? await keptOutOf(tx, subject.id) : [];
    const trusted = isLead ? await listTrusted(tx, subject.organisationId) : [];
    return {
      told: TOLD.find((key) => key === ctx.url.searchParams.get('done')),
      isLead,
      isPossible: (await possibleConflicts(tx, [subject.id])).has(subject.id),
      parties: (Array.isArray(parties) ? parties : []) as Party[],
      people: people.map(({ count, kind, staffId }) => ({
        count,
        kind,
        name: staffId === null ? null : (names.get(staffId) ?? null),
      })),
      candidates: trusted
        .filter((one) => one.staffId !== work.staff.id && !keptOut.includes(one.staffId))
        .map(({ shownName, staffId }) => ({ staffId, name: shownName })),
      keptOut: [...(await shownNames(tx, keptOut)).values()],
      ids: Array.from({ length: 3 }, newId),
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, slug, subject, work } = await atCase(args);
  const posted = await readForm(args.request, conflictsForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { value } = posted;
  const caseId = subject.id;
  const here = paths.deskCaseRoom(slug, caseId, 'conflicts');
  if (value.intent === 'party') {
    const { clientId, fin, name, phone, side } = value;
    const party: Party = { side, ...(name && { name }), ...(phone && { phone }), ...(fin && { fin }) };
    const added = await addParty(work, { caseId, clientId, party });
    if (added.ok) return seeOther(ctx, here, { done: added.value.isPossible ? 'party-conflict' : 'party' });
    const { code, field } = added.refusal;
    return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
  }
  const settled =
    value.intent === 'settle'
      ? await settleConflict(work, { caseId, ...value })
      : await keepOut(work, { caseId, ...value });
  if (settled.ok) return seeOther(ctx, here, { done: value.intent === 'settle' ? 'settled' : 'kept-out' });
  const { code, field } = settled.refusal;
  if (code === 'legal-desk.error.no-case') throw notFound();
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}

export default function Conflicts() {
  return <CaseConflicts {...useLoaderData<typeof loader>()} returned={useActionData<typeof action>()?.lastResult} />;
}
