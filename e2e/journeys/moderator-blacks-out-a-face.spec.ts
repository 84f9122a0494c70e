import type { APIRequestContext } from '@playwright/test';
import sharp from 'sharp';
import { demoPerson } from '../support/people.ts';
import { mark, reportStreet } from '../support/report.ts';
import { openReport, signIn } from '../support/staff.ts';
import { expect, test } from '../support/test.ts';

const ASTARA = 'Astaraçay İcma Qrupu';
const TYPED = 'Foto dəqiqləşdirildi.';

/** How bright a published picture is around a place given in parts of its sides, 0 to 255. */
async function brightness(request: APIRequestContext, source: string, x: number, y: number): Promise<number> {
  const picture = sharp(await (await request.get(source)).body());
  const { width = 0, height = 0 } = await picture.metadata();
  const spot = { left: Math.floor(x * width) - 5, top: Math.floor(y * height) - 5, width: 10, height: 10 };
  const pixels = await picture.extract(spot).greyscale().raw().toBuffer();
  return pixels.reduce((sum, one) => sum + one, 0) / pixels.length;
}

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts, viewport: { width: 360, height: 780 } });

    test(`a moderator blacks out a face ${scripts ? 'by drawing' : 'by ticking squares'} and publishes the rest`, async ({
      page,
      request,
      someoneElse,
      checkA11y,
    }) => {
      const own = mark();
      await reportStreet(page, `Körpü çöküb ${own}`);
      const moderator = await someoneElse();
      await signIn(moderator, demoPerson('moderator', ASTARA));
      await openReport(moderator, ASTARA, own);

      await test.step('what is under the box goes for good', async () => {
        await moderator.getByRole('link', { name: 'Üzü, nömrəni qaraldın: Foto 1' }).click();
        await expect(moderator.getByRole('heading', { level: 1 })).toHaveText('Fotonun bir hissəsini qaraldın');
        await checkA11y(moderator);
        if (scripts) {
          // A box of a fifth of the picture stands in its middle, and moves with the arrows.
          await moderator.getByRole('button', { name: 'Qutu əlavə edin' }).click();
          await expect(moderator.getByRole('button', { name: /^Qara qutu/ })).toBeFocused();
          await moderator.keyboard.press('Shift+ArrowRight');
        } else {
          for (const square of ['5-ci sətir, 6-ci sütun', '5-ci sətir, 7-ci sütun'])
            await moderator.getByRole('checkbox', { name: square }).check();
        }
        await moderator.getByRole('button', { name: 'Qaraldın' }).click();
        await expect(moderator.getByText('Qaraldılıb', { exact: true })).toBeVisible();
      });

      await test.step('a picture left out and taken back does not lose what was being written', async () => {
        await moderator.getByLabel('Bildirənə və hamıya qeyd').fill(TYPED);
        await moderator.getByRole('button', { name: 'Dərc etməyin: Foto 1' }).click();
        await expect(moderator.getByText('Dərc olunmur', { exact: true })).toBeVisible();
        await expect(moderator.getByLabel('Bildirənə və hamıya qeyd')).toHaveValue(TYPED);
        await moderator.getByRole('button', { name: 'Dərc edin: Foto 1' }).click();
        await expect(moderator.getByText('Dərc olunmur', { exact: true })).toHaveCount(0);
        await expect(moderator.getByLabel('Bildirənə və hamıya qeyd')).toHaveValue(TYPED);
        await checkA11y(moderator);
        await moderator.getByRole('button', { name: 'Dərc edin', exact: true }).click();
        await expect(moderator.getByRole('status')).toContainText('Dərc olundu.');
      });

      await test.step('everybody sees the picture with the black part', async () => {
        await moderator.getByRole('link', { name: /^№/ }).click();
        const source = (await moderator.getByRole('main').getByRole('img').first().getAttribute('src')) ?? '';
        expect(source).toMatch(/^\/photos\//);
        expect(await brightness(request, source, 0.5, 0.5)).toBeLessThan(10);
        expect(await brightness(request, source, 0.1, 0.1)).toBeGreaterThan(60);
      });
    });
  });
}
