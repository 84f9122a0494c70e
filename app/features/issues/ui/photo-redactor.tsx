import { useWords } from '#app/i18n/words-context.tsx';
import { Island } from '#app/ui/island.tsx';
import { GRID } from '../staff-forms.ts';

/**
 * A picture on which one says what to black out. Without scripts: squares to tick, reachable by keyboard. With the
 * script: boxes to draw with finger, mouse or keys. Stands inside the form that sends it.
 */
export function PhotoRedactor({ src, width, height }: { src: string; width: number; height: number }) {
  const { t } = useWords();
  const squares = Array.from(
    { length: GRID.rows * GRID.columns },
    (_, at) => [Math.floor(at / GRID.columns), at % GRID.columns] as const,
  );
  const words = {
    hint: t('issues.staff.black-out.draw'),
    add: t('issues.staff.black-out.add'),
    box: t('issues.staff.black-out.box'),
    remove: t('issues.staff.black-out.remove'),
    picture: t('issues.staff.black-out.picture'),
  };
  return (
    <Island name="photo-redactor" data={{ src, width, height, words }} className="stack">
      <p>{t('issues.staff.black-out.tick')}</p>
      <div className="redactor">
        <img src={src} width={width} height={height} alt={t('issues.staff.black-out.picture')} />
        <div
          className="redactor-grid"
          role="group"
          aria-label={t('issues.staff.black-out.tick')}
          style={{ gridTemplateColumns: `repeat(${GRID.columns}, 1fr)`, gridTemplateRows: `repeat(${GRID.rows}, 1fr)` }}
        >
          {squares.map(([row, column]) => (
            <label key={`${row}-${column}`}>
              <input
                type="checkbox"
                name="cell"
                value={`${row}-${column}`}
                aria-label={t('issues.staff.black-out.square', { row: row + 1, column: column + 1 })}
              />
            </label>
          ))}
        </div>
      </div>
    </Island>
  );
}
