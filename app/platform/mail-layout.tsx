import { renderToStaticMarkup } from 'react-dom/server';
import type { Locale } from '#app/kernel/locale.ts';

/**
 * One plain look for every letter: words first, one button, no picture, nothing loaded from anywhere.
 * Written as text and html together so that the two cannot say different things.
 */
export type Letter = {
  lang: Locale;
  greeting?: string;
  paragraphs: string[];
  action?: { label: string; url: string };
  closing: string;
};

export function renderLetter({ lang, greeting, paragraphs, action, closing }: Letter): { text: string; html: string } {
  const lines = [greeting, ...paragraphs, action ? `${action.label}:\n${action.url}` : undefined, closing];
  const html = renderToStaticMarkup(
    <html lang={lang}>
      <body
        style={{
          background: '#FBF8F3',
          color: '#221E1A',
          fontFamily: 'sans-serif',
          fontSize: 17,
          lineHeight: 1.5,
          padding: 16,
        }}
      >
        <div style={{ maxWidth: 560, margin: '0 auto' }}>
          {greeting ? <p>{greeting}</p> : null}
          {paragraphs.map((paragraph) => (
            <p key={paragraph} style={{ whiteSpace: 'pre-line' }}>
              {paragraph}
            </p>
          ))}
          {action ? (
            <p>
              <a
                href={action.url}
                style={{
                  background: '#9B1B3B',
                  color: '#fff',
                  borderRadius: 10,
                  display: 'inline-block',
                  fontWeight: 700,
                  padding: '14px 20px',
                  textDecoration: 'none',
                }}
              >
                {action.label}
              </a>
            </p>
          ) : null}
          <p style={{ color: '#645B50' }}>{closing}</p>
        </div>
      </body>
    </html>,
  );
  return { text: lines.filter(Boolean).join('\n\n'), html: `<!doctype html>${html}` };
}
