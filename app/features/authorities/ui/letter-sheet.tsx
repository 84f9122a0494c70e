import type { LetterSheet as Sheet } from '#app/features/authorities/rules/sheet.ts';
import { paths } from '#app/paths.ts';
import { PhotoGrid } from '#app/ui/photo.tsx';
import { PrintSheet } from '#app/ui/print-sheet.tsx';

/** Words on the paper; the letter's language is Azerbaijani whatever the page's is. The PDF says the same. */
const WORDS = {
  from: 'Kimdən',
  to: 'Kimə',
  subject: 'Mövzu',
  draft: 'Qaralama: hələ göndərilməyib',
  unknown: 'hələ göstərilməyib',
  closing: 'Hörmətlə,',
  sign: '(imza)',
  photo: 'Fotoşəkil',
};

/** The letter as it is printed, on the screen. */
export function LetterSheet({ sheet }: { sheet: Sheet }) {
  return (
    <div lang="az">
      <PrintSheet
        head={
          <>
            <p className="text-xl font-bold">{sheet.head}</p>
            {sheet.contacts && <p className="meta">{sheet.contacts}</p>}
            {sheet.isDraft && <p className="text-sm font-bold text-karpic">{WORDS.draft}</p>}
          </>
        }
        from={<Block label={WORDS.from} lines={sheet.from} />}
        to={<Block label={WORDS.to} lines={sheet.to} />}
        reference={sheet.reference}
        date={sheet.date}
      >
        <p className="meta">{WORDS.subject}</p>
        <h3 className="!mt-0 text-lg font-bold">{sheet.subject}</h3>
        {sheet.paragraphs.map((paragraph) => (
          <p key={paragraph} className="whitespace-pre-line">
            {paragraph}
          </p>
        ))}
        {sheet.facts.length > 0 && <p className="whitespace-pre-line">{sheet.facts.join('\n')}</p>}
        {sheet.attachments && <p className="text-muted">{sheet.attachments}</p>}
        <Signature sheet={sheet} />
        <PhotoGrid
          photos={sheet.photos.map(({ id, width, height }, index) => ({
            src: paths.photo(id, 'thumb'),
            href: paths.photo(id, 'full'),
            width,
            height,
            alt: `${WORDS.photo} ${index + 1}`,
            caption: `${WORDS.photo} ${index + 1}`,
          }))}
        />
      </PrintSheet>
    </div>
  );
}

function Block({ label, lines }: { label: string; lines: readonly string[] }) {
  const [name, ...rest] = lines;
  return (
    <>
      <p className="meta">{label}</p>
      <p className={name ? 'font-bold' : 'font-bold text-karpic'}>{name ?? WORDS.unknown}</p>
      {rest.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}

function Signature({ sheet }: { sheet: Sheet }) {
  const { signature } = sheet;
  return (
    <div className="grid grid-cols-2 items-end gap-4 pt-4">
      <div>
        <p>{WORDS.closing}</p>
        {signature?.post && <p>{signature.post}</p>}
        <p className={signature ? 'font-bold' : 'font-bold text-karpic'}>{signature?.name ?? WORDS.unknown}</p>
      </div>
      {sheet.hasSigningLine && <p className="meta border-t border-ink pt-1 text-center">{WORDS.sign}</p>}
    </div>
  );
}
