import { useWords } from '#app/i18n/words-context.tsx';

export type MapDot = { href: string; name: string; x: number; y: number; isNetwork: boolean };

/** The country with a mark for each organisation's town; each mark leads to its page. The list beside it says the same. */
export function DirectoryMap({
  outline,
  width,
  height,
  dots,
}: {
  outline: string;
  width: number;
  height: number;
  dots: readonly MapDot[];
}) {
  const { t } = useWords();
  return (
    <svg
      className="block h-auto w-full"
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={t('organisations.directory.map')}
    >
      <path d={outline} className="fill-wash stroke-line-strong" strokeWidth="1" strokeLinejoin="round" />
      {dots.map((dot) => (
        <a key={dot.href} href={dot.href} aria-label={dot.name}>
          <title>{dot.name}</title>
          <circle cx={dot.x} cy={dot.y} r="13" className="fill-transparent" />
          {dot.isNetwork ? (
            <path d={`M${dot.x} ${dot.y - 7}l7 7-7 7-7-7z`} className="fill-xazar stroke-card" strokeWidth="1.5" />
          ) : (
            <path d={star(dot.x, dot.y)} className="fill-nar stroke-card" strokeWidth="1" />
          )}
        </a>
      ))}
    </svg>
  );
}

/** The mark's eight-pointed star: two squares, one turned. */
function star(x: number, y: number): string {
  const points = Array.from({ length: 16 }, (_, at) => {
    const radius = at % 2 === 0 ? 8 : 5.6;
    const angle = (at * Math.PI) / 8;
    return `${(x + radius * Math.sin(angle)).toFixed(1)} ${(y - radius * Math.cos(angle)).toFixed(1)}`;
  });
  return `M${points.join('L')}Z`;
}
