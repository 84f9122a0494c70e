import { expect, type Page } from '@playwright/test';
import { openLetter } from './mailbox.ts';
import { enterWorkspace } from './staff.ts';

export const PASSWORD = 'çay dəmləyib gözləyirəm';

/** Somebody who can invite writes to a new colleague. */
export async function inviteByEmail(inviter: Page, organisation: string, email: string, role: string): Promise<void> {
  await enterWorkspace(inviter, organisation);
  await inviter.goto(`${inviter.url()}/members`);
  await inviter.getByRole('link', { name: 'Dəvət edin' }).click();
  const form = inviter.getByRole('form', { name: 'E-poçtla' });
  await form.getByLabel('E-poçt', { exact: true }).fill(email);
  await form.getByRole('radio', { name: role }).check();
  await form.getByRole('button', { name: 'Dəvət göndərin' }).click();
  await expect(inviter.getByText('Dəvət göndərildi.')).toBeVisible();
}

/** From the letter to the page that says who invites, where to and as what. Nothing is accepted by that. */
export async function openInvitation(guest: Page, email: string): Promise<void> {
  const letter = await openLetter(guest, email);
  await letter.getByRole('link', { name: /\/invitations\// }).click();
  await expect(guest.getByRole('button', { name: 'Hesab açın və qoşulun' })).toBeVisible();
}

/** Opens the account that the invitation is for, and is at work. */
export async function acceptAsNewcomer(guest: Page, name: string): Promise<void> {
  await guest.getByLabel('Ad və soyad').fill(name);
  await guest.getByLabel('Yeni şifrə').fill(PASSWORD);
  await guest.getByLabel('Fərdi məlumatlarımın bu şərtlərlə işlənməsinə razıyam').check();
  await guest.getByRole('button', { name: 'Hesab açın və qoşulun' }).click();
  await expect(guest).toHaveURL(/\/org\//);
}
