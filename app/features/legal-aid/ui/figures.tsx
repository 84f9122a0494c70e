import { useWords } from '#app/i18n/words-context.tsx';
import type { Translate } from '#app/i18n/words.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { isRegionCode, regionName } from '#app/kernel/regions.ts';
import { MATTERS, OUTCOMES, TRACKS } from '../rules/desk.ts';
import type { Published } from '../rules/suppression.ts';

/** A row of the figures in words. */
export function figureName(t: Translate, locale: Locale, figure: string, key: string): string {
  const matter = MATTERS.find((value) => value === key);
  const outcome = OUTCOMES.find((value) => value === key);
  const track = TRACKS.find((value) => value === key);
  if (key === 'none') return t(figure === 'outcome' ? 'legal-desk.figures.not-ended' : 'legal-desk.figures.unset');
  if (figure === 'matter' && matter) return t(`legal.matter.${matter}`);
  if (figure === 'outcome' && outcome) return t(`legal.outcome.${outcome}`);
  if (figure === 'track' && track) return t(`legal.track.${track}`);
  if (figure === 'region' && isRegionCode(key)) return regionName(key, locale);
  if (figure === 'age') return t(`legal-desk.figures.age.${key as 'week'}`);
  return key;
}

/** One table of the figures: what may be shown; the rest in one line that says not how much it is. */
export function FigureTable({ table }: { table: Published['tables'][number] }) {
  const { locale, t } = useWords();
  const shown = table.cells.filter((cell) => cell.count !== null);
  const isCut = shown.length < table.cells.length;
  return (
    <table className="data-table">
      <thead>
        <tr>
          <th scope="col">{t(`legal-desk.figures.${table.key as 'month'}`)}</th>
          <th scope="col" className="cell-end">
            {t('legal-desk.figures.count')}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((cell) => (
          <tr key={cell.key}>
            <th scope="row">{figureName(t, locale, table.key, cell.key)}</th>
            <td className="cell-end">{cell.count}</td>
          </tr>
        ))}
        {isCut && (
          <tr>
            <th scope="row">{t('legal-desk.figures.rest')}</th>
            <td className="cell-end">{t('legal-desk.figures.hidden')}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
