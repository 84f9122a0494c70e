import { expect, test, type BrowserContextOptions, type Page } from '@playwright/test';
import type { A11yCheck } from './a11y.ts';
import { restoreElection, setDay, stateClearance, statePayer, withdraw } from './election.ts';
import { demoPerson } from './people.ts';
import { mark } from './report.ts';
import { stepInto } from './staff.ts';
import { cancelShift, CANDIDATE, dayFromNow, enterTeam, planShift, saidDay, writePage } from './team.ts';

const PHONE = { viewport: { width: 360, height: 740 } };

type Walk = { page: Page; someoneElse: (settings?: BrowserContextOptions) => Promise<Page>; checkA11y: A11yCheck };

/**
 * The candidate's page and her shifts, as the operator takes back who pays, then the lawyer's clearance, then moves the day out
 * of reach: each is refused by its own reason and date, and all is as it was afterwards.
 */
export async function walkTheGate({ page, someoneElse, checkA11y }: Walk): Promise<void> {
  const own = mark();
  const home = await enterTeam(page, 'candidate');
  const operator = await someoneElse({ viewport: { width: 1280, height: 900 } });
  await stepInto(operator, demoPerson('operator'));
  const voter = await someoneElse(PHONE);
  const herPage = `/candidates/sinaq-${own}`;
  const refused = async (reason: string, day: string) => {
    await page.getByRole('button', { name: 'Qaralamanı yaradın' }).click();
    const notice = page.locator('.notice', { hasText: reason });
    await expect(notice).toBeVisible();
    await expect(notice).toContainText(saidDay(day));
    await expect(page).toHaveURL(/\/events\/new$/);
  };

  await test.step('inside the days and with the operator’s word her page is open to voters', async () => {
    await writePage(page, home, `sinaq-${own}`);
    await voter.goto(herPage);
    await expect(voter.getByRole('heading', { level: 1 })).toHaveText(CANDIDATE);
    await expect(voter.getByRole('main')).toContainText('Sifarişçi');
    await checkA11y(voter);
    await planShift(page, home, { title: `Qapalı gün ${own}`, on: dayFromNow(2) });
  });

  await restoreElection(operator, async ({ payer, lawyer, clearedOn }) => {
    await test.step('without a stated payer: refused, with reason and date, and the page is gone', async () => {
      await withdraw(operator, 'Ödəyəni götürün');
      await refused('Serverin xərcini kimin ödədiyi hələ bildirilməyib.', dayFromNow(0));
      await checkA11y(page);
      expect((await voter.goto(herPage))?.status()).toBe(404);
      await statePayer(operator, payer);
    });
    await test.step('without a lawyer’s clearance: refused', async () => {
      await withdraw(operator, 'Rəyi geri götürün');
      await refused('Hüquqşünasın rəyi hələ təsdiqlənməyib.', dayFromNow(0));
      await stateClearance(operator, { lawyer, clearedOn });
    });
    await test.step('before the days: refused, with the day on which they begin; moving the day moves everything', async () => {
      await setDay(operator, dayFromNow(60));
      await checkA11y(operator);
      await refused('Seçkiqabağı təşviqat hələ başlamayıb.', dayFromNow(60 - 23));
      expect((await voter.goto(herPage))?.status()).toBe(404);
      const day = await someoneElse();
      await enterTeam(day, 'candidate');
      await day.goto(`${home}/team/candidacy`);
      await expect(day.getByRole('main')).toContainText(saidDay(dayFromNow(60)));
      await expect(day.getByRole('row', { name: 'Seçkiqabağı təşviqat başlayır' })).toContainText(
        saidDay(dayFromNow(60 - 23)),
      );
    });
  });

  await test.step('and open again when all is as it was', async () => {
    await page.getByRole('button', { name: 'Qaralamanı yaradın' }).click();
    await expect(page.getByText('Qaralama hazırdır.')).toBeVisible();
    await cancelShift(page, new URL(page.url()).pathname);
    expect((await voter.goto(herPage))?.status()).toBe(200);
    await page.goto(`${home}/team/page`);
    await page.getByRole('button', { name: 'Səhifəni bağlayın' }).click();
    await expect(page.getByText('Səhifə bağlıdır.')).toBeVisible();
    expect((await voter.goto(herPage))?.status()).toBe(404);
  });
}
