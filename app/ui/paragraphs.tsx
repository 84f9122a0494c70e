/** Blank lines part paragraphs; single line ends stay. */
export function Paragraphs({ text, lang }: { text: string; lang?: string }) {
  return (
    <div className="prose" lang={lang}>
      {text.split(/\n{2,}/u).map((paragraph, at) => (
        <p key={at} className="whitespace-pre-line">
          {paragraph}
        </p>
      ))}
    </div>
  );
}
