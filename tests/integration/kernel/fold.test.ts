import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { fold } from '#app/kernel/az-text.ts';
import { fromMercator, mercator } from '#app/kernel/geo.ts';
import { ISSUE_STATES, stateGroup } from '#app/features/issues/rules/lifecycle.ts';
import { adminConnection } from '#tests/support/story.ts';

const sql = adminConnection();
afterAll(() => sql.end());

const LETTERS = [...'aAbBcCçÇdDeEəƏfFgGğĞhHxXıIiİjkqQlmnoOöÖprsSşŞtuUüÜvyzw AzBүҮҹЧшШщыэюяЯжЖХхКкъь’ʼ0123456789-.'];

it('folds in the database as in the browser', async () => {
  const texts = fc.sample(
    fc.array(fc.constantFrom(...LETTERS), { maxLength: 24 }).map((letters) => letters.join('')),
    400,
  );
  texts.push('Şəki', 'İmişli', 'SILINIB', 'Шеки', 'Гянджа', 'Gəncə', 'Ҝәнҹә');
  const rows = await sql<
    { folded: string }[]
  >`select app.fold(t) as folded from unnest(${texts}::text[]) with ordinality as list(t, n) order by n`;
  for (const [index, text] of texts.entries()) expect(rows[index]?.folded, text).toBe(fold(text));
});

it('finds a place however it is written', async () => {
  const [row] =
    await sql`select app.fold('Şəki') = app.fold('seki') as plain, app.fold('Şəki') = app.fold('Шеки') as russian, app.fold('İmişli') = app.fold('imisli') as dotted`;
  expect(row).toEqual({ plain: true, russian: true, dotted: true });
});

it('projects in the database as in the browser', async () => {
  for (const point of [
    { lat: 38.456, lng: 48.8786 },
    { lat: 41.9, lng: 44.76 },
    { lat: 40.6828, lng: 46.3606 },
  ]) {
    const [row] = await sql<
      { x: number; y: number }[]
    >`select app.merc_x(${point.lng}) as x, app.merc_y(${point.lat}) as y`;
    const { x, y } = mercator(point);
    expect(Math.abs((row?.x ?? 0) - x)).toBeLessThanOrEqual(1);
    expect(Math.abs((row?.y ?? 0) - y)).toBeLessThanOrEqual(1);
    expect(fromMercator({ x, y }).lat).toBeCloseTo(point.lat, 5);
  }
});

it('groups states in the database as in the rules', async () => {
  for (const state of ISSUE_STATES) {
    const [row] = await sql<{ group: string | null }[]>`select app.state_group(${state}) as group`;
    expect(row?.group ?? undefined, state).toBe(stateGroup(state));
  }
});
