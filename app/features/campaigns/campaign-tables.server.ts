import { stringify } from 'csv-stringify/sync';
import type { Translate } from '#app/i18n/words.ts';
import { dayOf } from '#app/kernel/dates.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { regionName } from '#app/kernel/regions.ts';
import type { CampaignLine } from './campaign-list.server.ts';
import type { CampaignCard } from './rules/views.ts';

type Words = { t: Translate; locale: Locale };

/** Semicolons and a byte-order mark, as table programs here expect, and no cell that such a program would take for a formula. */
function table(rows: readonly Record<string, unknown>[], columns: Record<string, string>): string {
  return stringify([...rows], {
    header: true,
    columns,
    bom: true,
    delimiter: ';',
    escape_formulas: true,
    record_delimiter: '\r\n',
  });
}

/** The public list under its filters, to take away. */
export function publicTable(cards: readonly CampaignCard[], { t, locale }: Words): string {
  return table(
    cards.map((card) => ({
      ...card,
      state: t(`campaigns.state.${card.state}`),
      theme: themeName(card.theme, t),
      region: regionName(card.region, locale),
      organisation: card.organisation?.names[locale] ?? '',
      publishedAt: dayOf(card.publishedAt),
    })),
    {
      slug: t('campaigns.column.address'),
      state: t('campaigns.column.state'),
      title: t('campaigns.column.title'),
      summary: t('campaigns.column.summary'),
      theme: t('campaigns.column.theme'),
      region: t('campaigns.column.region'),
      place: t('campaigns.column.place'),
      organisation: t('campaigns.column.organisation'),
      supporters: t('campaigns.column.supporters'),
      goal: t('campaigns.column.goal'),
      publishedAt: t('campaigns.column.published'),
    },
  );
}

/** The workspace's list under its filters, drafts included. */
export function ownTable(
  lines: readonly CampaignLine[],
  totals: ReadonlyMap<string, number>,
  { t, locale }: Words,
): string {
  return table(
    lines.map((line) => ({
      ...line,
      state: t(`campaigns.state.${line.state}`),
      theme: themeName(line.theme, t),
      region: regionName(line.region, locale),
      supporters: totals.get(line.id) ?? 0,
      publishedAt: line.publishedAt ? dayOf(line.publishedAt) : '',
      updatedAt: dayOf(line.updatedAt),
    })),
    {
      slug: t('campaigns.column.address'),
      state: t('campaigns.column.state'),
      title: t('campaigns.column.title'),
      theme: t('campaigns.column.theme'),
      region: t('campaigns.column.region'),
      place: t('campaigns.column.place'),
      supporters: t('campaigns.column.own-supporters'),
      goal: t('campaigns.column.goal'),
      demands: t('campaigns.column.demands'),
      demandsMet: t('campaigns.column.demands-met'),
      publishedAt: t('campaigns.column.published'),
      updatedAt: t('campaigns.column.updated'),
    },
  );
}

const THEME_WORDS = {
  infrastructure: 'theme.infrastructure',
  ecology: 'theme.ecology',
  social: 'theme.social',
  gender: 'theme.gender',
} as const;
const themeName = (theme: string, t: Translate): string =>
  theme in THEME_WORDS ? t(THEME_WORDS[theme as keyof typeof THEME_WORDS]) : theme;
