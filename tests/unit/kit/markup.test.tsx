import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { WordsProvider } from '#app/i18n/words-context.tsx';
import { LOCALES, type Locale } from '#app/kernel/locale.ts';
import { FormSamples } from '#app/routes/dev/ui-kit-forms.tsx';
import { BasicSamples, ContentSamples } from '#app/routes/dev/ui-kit-pieces.tsx';
import { renderNamed } from '#app/ui/field-names.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { az } from '#app/routes/dev/ui-kit-words.az.ts';
import { en } from '#app/routes/dev/ui-kit-words.en.ts';
import { ru } from '#app/routes/dev/ui-kit-words.ru.ts';

function kitPage(locale: Locale): string {
  const s = { az, en, ru }[locale];
  return renderToStaticMarkup(
    <WordsProvider locale={locale}>
      <BasicSamples s={s} />
      <ContentSamples s={s} />
      <FormSamples s={s} />
    </WordsProvider>,
  );
}

const all = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map((match) => match[1] ?? '');

describe.each(LOCALES)('the kit in %s', (locale) => {
  const html = kitPage(locale);
  const ids = all(html, / id="([^"]+)"/g);

  it('gives every id once', () => {
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('labels every control', () => {
    const labelled = new Set(all(html, /<label[^>]* for="([^"]+)"/g));
    const controls = [...html.matchAll(/<(?:input|select|textarea)\b([^>]*)>/g)]
      .map((match) => match[1] ?? '')
      .filter((attributes) => !attributes.includes('type="hidden"') && !attributes.includes('aria-label='));
    const bare = controls.filter((attributes) => !labelled.has(/ id="([^"]+)"/.exec(attributes)?.[1] ?? ''));
    expect(controls.length).toBeGreaterThan(20);
    expect(bare).toEqual([]);
  });

  it('describes and links to nothing that is not there', () => {
    const named = [
      ...all(html, /aria-describedby="([^"]+)"/g),
      ...all(html, /aria-labelledby="([^"]+)"/g),
      ...all(html, /href="#(f-[^"]+)"/g),
    ].flatMap((value) => value.split(' '));
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('carries neither scripts nor style elements nor handlers', () => {
    expect(html).not.toMatch(/<script|<style| on[a-z]+="/);
  });
});

describe('a summary of errors', () => {
  const form = (errors: Record<string, string>) =>
    renderNamed(
      <WordsProvider locale="az">
        <ErrorSummary errors={errors} />
        <TextInput name="place" label="Nəyin yanında?" error={errors.place} />
      </WordsProvider>,
      renderToStaticMarkup,
    );

  it('names the field that comes after it, and leads there', () => {
    expect(form({ place: 'Bunu yazın.' })).toContain('<a href="#f-place">Nəyin yanında: Bunu yazın.</a>');
  });

  it('is no link to what the page does not have', () => {
    const html = form({ clientId: 'Forma köhnəlib.' });
    expect(html).toContain('<li>Forma köhnəlib.</li>');
    expect(html).not.toContain('href="#f-clientId"');
  });

  it('leads to the form that is wrong, where several have a field of that name', () => {
    const html = renderNamed(
      <WordsProvider locale="az">
        <ErrorSummary errors={{ text: 'Bunu yazın.' }} />
        <Form scope="first">
          <TextInput name="text" label="Birinci" />
        </Form>
        <Form scope="second">
          <TextInput name="text" label="İkinci" error="Bunu yazın." />
        </Form>
      </WordsProvider>,
      renderToStaticMarkup,
    );
    expect(html).toContain('<a href="#f-second-text">İkinci: Bunu yazın.</a>');
    expect(all(html, / id="([^"]+)"/g)).toEqual(['f-first-text', 'f-second-text', 'f-second-text-error']);
  });
});
