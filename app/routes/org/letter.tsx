import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { cancelLetter } from '#app/features/authorities/commands/cancel-letter.server.ts';
import { recordAnswer } from '#app/features/authorities/commands/record-answer.server.ts';
import { registerLetter } from '#app/features/authorities/commands/register-letter.server.ts';
import { letterActionForm } from '#app/features/authorities/forms.ts';
import { getLetter } from '#app/features/authorities/queries.server.ts';
import type { LetterCondition } from '#app/features/authorities/rules/conditions.ts';
import { LetterActions } from '#app/features/authorities/ui/letter-actions.tsx';
import { LetterCautions, LetterConditions } from '#app/features/authorities/ui/letter-conditions.tsx';
import { LetterHistory } from '#app/features/authorities/ui/letter-history.tsx';
import { LetterParticulars } from '#app/features/authorities/ui/letter-particulars.tsx';
import { LetterSheet } from '#app/features/authorities/ui/letter-sheet.tsx';
import { LetterStateBadge } from '#app/features/authorities/ui/letter-state.tsx';
import { formErrors } from '#app/features/authorities/ui/form-errors.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { isDemo } from '#app/platform/env.server.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Heading, PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Columns, Stack } from '#app/ui/stack.tsx';

export const meta = titled('authorities.letters.title');

const NOTICES = ['drafted', 'saved', 'sent', 'recorded', 'registered', 'answered', 'cancelled', 'restored'] as const;
/** An e-mail that has not left after this long deserves a word. */
const LATE_MS = 10 * 60_000;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'letter.read');
  const letter = isId(args.params.letter) ? await getLetter(scope, args.params.letter, ctx.now) : null;
  if (!letter) throw notFound();
  const isWaiting = letter.state === 'sent' && letter.sentVia === 'email' && !letter.mailedAt;
  return {
    letter,
    now: ctx.now,
    done: NOTICES.find((key) => key === ctx.url.searchParams.get('done')),
    mailing: isWaiting
      ? ctx.now.getTime() - (letter.sentAt?.getTime() ?? 0) > LATE_MS
        ? ('late' as const)
        : ('soon' as const)
      : null,
    isDemo: isDemo(),
    mayWrite: can(actor, 'letter.write', { organisationId: membership.organisationId }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'letter.write');
  const letterId = args.params.letter;
  if (!isId(letterId)) throw notFound();
  const posted = await readForm(args.request, letterActionForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { value } = posted;
  const work = { scope, now: ctx.now };
  const changed =
    value.intent === 'register'
      ? await registerLetter(work, { letterId, registerNumber: value.registerNumber })
      : value.intent === 'answer'
        ? await recordAnswer(work, {
            letterId,
            answeredOn: value.answeredOn?.iso ?? null,
            withStudy: value.withStudy,
          })
        : await cancelLetter(work, { letterId, isBack: value.intent === 'restore' });
  if (changed.ok) return seeOther(ctx, paths.orgLetter(membership.slug, letterId), { done: DONE[value.intent] });
  if (changed.refusal.code === 'authorities.error.letter-unknown') throw notFound();
  const { code, field } = changed.refusal;
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}

const DONE = { register: 'registered', answer: 'answered', cancel: 'cancelled', restore: 'restored' } as const;

export default function Letter() {
  const { done, isDemo: isSample, letter, mailing, mayWrite, now } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.lastResult.error;
  const { org = '' } = useParams();
  const { locale, say, t, to } = useWords();
  const { sheet, state } = letter;
  const number = sheet.reference.replace('№ ', '');
  const hrefOf = (condition: LetterCondition): string => to(fixPath(condition, org, letter));
  return (
    <Stack>
      <div className="no-print">
        <Stack>
          <ErrorSummary errors={formErrors(errors, say)} />
          <Breadcrumb
            items={[
              { label: t('authorities.letters.title'), href: to(paths.orgLetters(org)) },
              { label: sheet.reference },
            ]}
          />
          <PageTitle
            badge={<LetterStateBadge state={state} />}
            meta={t('authorities.letter.meta', { number, body: sheet.to[0] ?? t('authorities.letter.nobody') })}
            actions={<LetterActions letter={letter} slug={org} mayWrite={mayWrite} />}
          >
            <span lang="az">{sheet.subject}</span>
          </PageTitle>
          <Told done={done} mailing={mailing} isSampleMail={isSample && letter.sentVia === 'email'} />
          <LetterConditions unmet={letter.unmet} hrefOf={hrefOf} />
          <LetterCautions cautions={letter.cautions} />
        </Stack>
      </div>
      <Columns
        aside={
          <div className="no-print">
            <Stack>
              <LetterParticulars letter={letter} slug={org} mayWrite={mayWrite} now={now} />
              <LetterHistory steps={letter.steps} locale={locale} />
            </Stack>
          </div>
        }
      >
        <Stack gap="small">
          <div className="no-print">
            <Heading>{t(state === 'sent' ? 'authorities.letter.preview-sent' : 'authorities.letter.preview')}</Heading>
            <p className="meta">{t('authorities.letter.language')}</p>
          </div>
          <LetterSheet sheet={sheet} />
        </Stack>
      </Columns>
    </Stack>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

/** What was just done and what becomes of the e-mail, in one notice. */
function Told({ done, mailing, isSampleMail }: Pick<Loaded, 'done' | 'mailing'> & { isSampleMail: boolean }) {
  const { t } = useWords();
  if (!done && !mailing && !isSampleMail) return null;
  const mail = mailing === 'late' ? 'authorities.letter.mailing-late' : 'authorities.letter.mailing';
  const titles = [
    done && t(`authorities.done.${done}`),
    mailing && (mailing === 'late' || !done) && t(`${mail}.title`),
  ];
  return (
    <Notice
      tone={mailing === 'late' ? 'danger' : done ? 'success' : 'info'}
      live={done !== undefined}
      title={titles.filter(Boolean).join(' ') || undefined}
    >
      {mailing && <p>{t(`${mail}.text`)}</p>}
      {isSampleMail && <p>{t('authorities.letter.demo-mail')}</p>}
    </Notice>
  );
}

/** Where each missing thing is mended. */
function fixPath(condition: LetterCondition, slug: string, letter: { id: string; issue: { id: string } }): string {
  switch (condition) {
    case 'issue-not-public':
      return paths.orgIssue(slug, letter.issue.id);
    case 'no-legal-name':
    case 'no-legal-address':
    case 'no-representative':
      return paths.orgSettings(slug);
    case 'no-signatory':
      return paths.orgSignatory(slug);
    case 'no-body':
    case 'body-inactive':
    case 'addressee-unnamed':
      return paths.orgLetterEdit(slug, letter.id);
  }
}
