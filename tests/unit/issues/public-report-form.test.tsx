import { parseWithZod } from '@conform-to/zod/v4';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { newIssueForm } from '#app/features/issues/forms.ts';
import { ReportForm } from '#app/features/issues/ui/report-form.tsx';
import { WordsProvider } from '#app/i18n/words-context.tsx';

const clientId = '00000000-0000-4000-8000-000000000001';

/** The form as it comes back after these fields were sent; the server may refuse a field that the schema took. */
function back(fields: Record<string, string>, refused?: Record<string, string[]>): string {
  const form = new FormData();
  for (const [name, value] of Object.entries({ clientId, title: 'Yol dağılıb', ...fields })) form.set(name, value);
  const result = parseWithZod(form, { schema: newIssueForm }).reply();
  const lastResult = { ...result, error: { ...result.error, ...refused } };
  return renderToString(
    <WordsProvider locale="az">
      <ReportForm clientId="another" chosen={{}} lastResult={lastResult} hadPhotos={false} />
    </WordsProvider>,
  );
}

describe('the report form that came back', () => {
  it('keeps its own id, the text and a point of the country', () => {
    const html = back({ lat: '38.53', lng: '48.81' });
    expect(html).toContain(`name="clientId" value="${clientId}"`);
    expect(html).toContain('value="Yol dağılıb"');
    expect(html).toContain('name="lat" value="38.53"');
    expect(html).toContain('name="lng" value="48.81"');
  });

  it('asks which district holds, naming both, when the server finds the pin in another one', () => {
    const html = renderToString(
      <WordsProvider locale="az">
        <ReportForm clientId="x" chosen={{}} hadPhotos={false} districts={{ pin: 'AZ-LER', chosen: 'AZ-AST' }} />
      </WordsProvider>,
    );
    expect(html).toMatch(/name="pinRegion"[^>]*value="pin"[\s\S]*Lerik/);
    expect(html).toMatch(/name="pinRegion"[^>]*value="keep"[\s\S]*Astara/);
    expect(back({ pinRegion: 'keep' })).toContain('<input type="hidden" name="pinRegion" value="keep"/>');
  });

  it('lets go of a point outside, so that words are enough the next time', () => {
    const outside = { place: ['issues.form.error.outside'] };
    for (const html of [back({ lat: '55.75', lng: '37.61' }), back({ lat: '41.85', lng: '44.80' }, outside)]) {
      expect(html).toMatch(/<input type="hidden" name="lat"\/>/);
      expect(html).not.toContain('55.75');
      expect(html).not.toContain('41.85');
    }
  });
});
