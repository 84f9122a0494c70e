import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { keepHolidays } from '#app/features/authorities/commands/keep-holidays.server.ts';
import { holidayForm } from '#app/features/authorities/office-forms.ts';
import { listKeptYears } from '#app/features/authorities/offices.server.ts';
import { formErrors } from '#app/features/authorities/ui/form-errors.ts';
import { HolidayAdd, HolidayConfirm, HolidayPaste, HolidayTable } from '#app/features/authorities/ui/holiday-parts.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { dayOf, formatMoment } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, requireOperator, seeOther } from '#app/platform/request.server.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { Tabs } from '#app/ui/tabs.tsx';

export const meta = titled('authorities.holidays.title');

const NOTICES = ['add', 'remove', 'paste', 'confirm', 'unconfirm'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireOperator(ctx);
  const present = Number(dayOf(ctx.now).slice(0, 4));
  const asked = ctx.url.searchParams.get('year') ?? '';
  const { years, year } = await listKeptYears(scope, /^20\d\d$/u.test(asked) ? Number(asked) : present);
  return {
    year,
    // This year and the next are always offered: that is what answer days are reckoned by.
    years: [...new Set([...years, present, present + 1])].sort(),
    clientId: newId(),
    done: NOTICES.find((key) => key === ctx.url.searchParams.get('done')),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireOperator(ctx);
  const posted = await readForm(args.request, holidayForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const kept = await keepHolidays({ scope, now: ctx.now }, posted.value);
  if (kept.ok)
    return seeOther(ctx, `${paths.adminHolidays()}?year=${posted.value.year}`, { done: posted.value.intent });
  const { code, field } = kept.refusal;
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}

/** Public holidays a year at a time. Without a confirmed year no answer day is said. */
export default function Holidays() {
  const { clientId, done, year, years } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { locale, say, t, to } = useWords();
  const sent = lastResult?.initialValue ?? {};
  const returned = (intent: string) =>
    lastResult && sent.intent === intent
      ? {
          value: (name: string) => (typeof sent[name] === 'string' ? sent[name] : ''),
          error: (name: string) => say(lastResult.error?.[name]),
        }
      : null;
  const status = year.confirmedAt
    ? t('authorities.holidays.confirmed', { moment: formatMoment(year.confirmedAt, locale), source: year.source })
    : t(year.isSample ? 'authorities.holidays.sample' : 'authorities.holidays.unconfirmed', {
        year: String(year.year),
      });
  return (
    <Stack>
      <ErrorSummary errors={formErrors(lastResult?.error, say)} />
      <PageTitle lead={t('authorities.holidays.lead')}>{t('authorities.holidays.title')}</PageTitle>
      {done && (
        <Notice tone="success" live>
          {t(`authorities.holidays.done.${done}`)}
        </Notice>
      )}
      <Tabs
        label={t('authorities.holidays.years')}
        items={years.map((one) => ({
          label: String(one),
          href: to(`${paths.adminHolidays()}?year=${one}`),
          current: one === year.year,
        }))}
      />
      <Notice tone={year.confirmedAt ? 'success' : 'warning'}>{status}</Notice>
      <HolidayTable year={year} clientId={clientId} />
      <Section title={t('authorities.holidays.add')} id="add">
        <HolidayAdd year={year.year} clientId={clientId} returned={returned('add')} />
      </Section>
      <Section title={t('authorities.holidays.paste')} id="paste">
        <HolidayPaste year={year.year} clientId={clientId} returned={returned('paste')} />
      </Section>
      <Section title={t('authorities.holidays.confirm')} id="confirm">
        <HolidayConfirm year={year} clientId={clientId} returned={returned('confirm')} />
      </Section>
    </Stack>
  );
}
