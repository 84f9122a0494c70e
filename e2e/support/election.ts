import { expect, type Page } from '@playwright/test';

/** What the operator has stated of the coming election, as the forms of their page hold it. */
type Stated = { day: string; payer: string; lawyer: string; clearedOn: string };

const saved = (operator: Page) => expect(operator.getByText('Yadda saxlanıldı')).toBeVisible();

async function read(operator: Page): Promise<Stated> {
  // The day that holds is named by the form that would change it; asking moves nothing.
  const year = new Date().getFullYear() + 2;
  await operator.goto(`/admin/election?day=${year}-06-01`);
  const day = await operator.locator('input[name="was"]').inputValue();
  await operator.goto('/admin/election');
  return {
    day,
    payer: await operator.getByLabel('Ödəyən şəxs və ya təşkilat').inputValue(),
    lawyer: await operator.getByLabel('Hüquqşünasın adı və soyadı').inputValue(),
    clearedOn: await operator.getByLabel('Rəyin tarixi').inputValue(),
  };
}

/** Takes back a part of it: “Ödəyəni götürün”, “Rəyi geri götürün”, “Günü götürün”. */
export async function withdraw(operator: Page, button: string): Promise<void> {
  await operator.goto('/admin/election');
  await operator.getByRole('button', { name: button }).click();
  await saved(operator);
}

export async function statePayer(operator: Page, payer: string): Promise<void> {
  await operator.goto('/admin/election');
  await operator.getByLabel('Ödəyən şəxs və ya təşkilat').fill(payer);
  await operator.getByRole('button', { name: 'Ödəyəni bildirin' }).click();
  await saved(operator);
}

export async function stateClearance(
  operator: Page,
  { lawyer, clearedOn }: Pick<Stated, 'lawyer' | 'clearedOn'>,
): Promise<void> {
  await operator.goto('/admin/election');
  await operator.getByLabel('Hüquqşünasın adı və soyadı').fill(lawyer);
  await operator.getByLabel('Rəyin tarixi').fill(clearedOn);
  await operator.getByRole('button', { name: 'Rəyi təsdiqləyin' }).click();
  await saved(operator);
}

/** Sets another voting day the way a person does: looking at what it moves first. */
export async function setDay(operator: Page, day: string): Promise<void> {
  await operator.goto('/admin/election');
  await operator.getByLabel('Yeni səsvermə günü').fill(day);
  await operator.getByRole('button', { name: 'Nə dəyişəcəyinə baxın' }).click();
  await expect(operator.getByRole('table', { name: 'Nələrin yeri dəyişir' })).toBeVisible();
  await operator.getByRole('button', { name: /gününü təyin edin$/ }).click();
  await saved(operator);
}

/** Whatever a journey does to the election meanwhile: afterwards it is as it was, for the journeys after it. */
export async function restoreElection(operator: Page, meanwhile: (was: Stated) => Promise<void>): Promise<void> {
  const was = await read(operator);
  try {
    await meanwhile(was);
  } finally {
    const now = await read(operator);
    if (now.day !== was.day) await setDay(operator, was.day);
    if (now.payer !== was.payer) await statePayer(operator, was.payer);
    if (now.lawyer !== was.lawyer) await stateClearance(operator, was);
  }
}
