import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { closeCase, reopenCase } from '#app/features/legal-aid/commands/close-case.server.ts';
import { outcomeForm } from '#app/features/legal-aid/rules/case-forms.ts';
import { ENDED, mayMove, type CaseState } from '#app/features/legal-aid/rules/lifecycle.ts';
import { retentionEnd } from '#app/features/legal-aid/rules/retention.ts';
import { ClosingForm, ReopenForm } from '#app/features/legal-aid/ui/closing-form.tsx';
import { titled } from '#app/i18n/titled.ts';
import { wordsFor } from '#app/i18n/words.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { localisePath } from '#app/kernel/locale.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { seeOther } from '#app/platform/request.server.ts';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { atCase } from './at-case.ts';
import { refused } from './refused.ts';

export const meta = titled('legal-case.outcome.title');
const DONE = ['closed', 'reopened'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, keys, movers, subject, work } = await atCase(args);
  const { closedOn, isOnHold, language, outcome, state } = subject;
  const may = (to: CaseState) => keys.has(subject.keyVersion) && movers.some((mover) => mayMove(state, to, mover));
  const isEnded = (ENDED as readonly CaseState[]).includes(state);
  const rights = new URL(localisePath(paths.legalRights(), language), ctx.url).href;
  return {
    isEnded,
    isNew: state === 'new',
    outcome,
    closedOn,
    isOnHold,
    keptUntil: retentionEnd(subject),
    mayClose: !isEnded && (may('closed') || may('not_taken')),
    mayReopen: isEnded && may('claimed'),
    honest: ctx.url.searchParams.has('honest')
      ? wordsFor(language)('legal-case.outcome.honest.text', { link: rights })
      : null,
    today: work.today,
    done: DONE.find((key) => key === ctx.url.searchParams.get('done')) ?? null,
    clientId: newId(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, slug, subject, work } = await atCase(args);
  const posted = await readForm(args.request, outcomeForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { value } = posted;
  const at = { clientId: value.clientId, caseId: subject.id };
  const changed =
    value.intent === 'close'
      ? await closeCase(work, {
          ...at,
          outcome: value.outcome,
          notTakenReason: value.notTakenReason ?? null,
          text: value.text,
        })
      : await reopenCase(work, { ...at, text: value.text });
  return changed.ok
    ? seeOther(ctx, paths.deskCaseRoom(slug, subject.id, 'outcome'), {
        done: value.intent === 'close' ? 'closed' : 'reopened',
      })
    : refused(posted.reply, changed.refusal);
}

/** How a case ends, and until when it is kept. */
export default function CaseOutcome() {
  const view = useLoaderData<typeof loader>();
  const { clientId, closedOn, done, honest, isEnded, isNew, isOnHold, keptUntil, mayClose, mayReopen, outcome } = view;
  const result = useActionData<typeof action>()?.lastResult;
  const { t, locale } = useWords();
  const day = (on: string) => formatDay(noonOf(on), locale);
  return (
    <Stack gap="large">
      <PageTitle>{t('legal-case.outcome.title')}</PageTitle>
      {done && (
        <Notice tone="success" live>
          {t(`legal-case.outcome.done.${done}`)}
        </Notice>
      )}
      {isEnded && (
        <Notice
          tone="info"
          title={t('legal-case.outcome.ended', { outcome: outcome ? t(`legal.outcome.${outcome}`) : '' })}
        >
          {closedOn && <p>{t('legal-case.outcome.ended.on', { day: day(closedOn) })}</p>}
          {isOnHold ? (
            <p>{t('legal-case.outcome.hold')}</p>
          ) : (
            keptUntil && <p>{t('legal-case.outcome.kept', { day: day(keptUntil) })}</p>
          )}
        </Notice>
      )}
      {mayClose && <ClosingForm {...{ clientId, honest, isNew, result }} />}
      {mayReopen && <ReopenForm clientId={clientId} result={result} />}
      {!mayClose && !mayReopen && <Notice tone="info">{t('legal-case.outcome.not-yours')}</Notice>}
    </Stack>
  );
}
