import { confirmDeed } from '../support/deed.ts';
import { walkTheGate } from '../support/election-gate.ts';
import { acceptAsNewcomer } from '../support/members.ts';
import { mark } from '../support/report.ts';
import {
  answer,
  archiveBriefing,
  CANDIDATE,
  cancelShift,
  clearBriefings,
  dayFromNow,
  enterTeam,
  lateIn,
  NOT_HERS,
  noteMeeting,
  openShift,
  saidDay,
  STORY_ANSWERS,
  STORY_BRIEFING,
  TEAM,
  writeBriefing,
} from '../support/team.ts';
import { expect, test } from '../support/test.ts';

const PHONE = { viewport: { width: 360, height: 740 } };
test.use({ viewport: { width: 1280, height: 900 } });
test.describe.configure({ timeout: 240_000 });

test('a candidate invites, briefs and leads, and sees what is late', async ({ page, someoneElse, checkA11y }) => {
  const own = mark();
  const name = `Könüllü ${own}`;
  const until = dayFromNow(20);
  const home = await enterTeam(page, 'candidate');
  await clearBriefings(page, home);
  const volunteer = await someoneElse(PHONE);
  const hurdle = volunteer.locator('.notice', { hasText: 'Növbədən əvvəl' });
  const come = volunteer.getByRole('button', { name: 'Mən də gəlirəm' });
  let invitation = '';
  let shift = '';

  await test.step('an invitation by link and as a QR code, with a role and its last day', async () => {
    await page.goto(`${home}/team`);
    await page.getByRole('link', { name: 'Komandaya dəvət edin' }).click();
    await page.getByLabel('Rol').selectOption('Qapı-qapı təşviqatçı');
    await page.getByLabel('Üzvlüyün son günü').fill(until);
    await page.getByRole('button', { name: 'Keçid hazırlayın' }).click();
    await expect(page.getByRole('heading', { name: 'Komandaya dəvət: Qapı-qapı təşviqatçı' })).toBeVisible();
    await expect(page.getByRole('img', { name: 'Dəvət keçidinin QR kodu' })).toHaveAttribute('src', /^data:image\//);
    const url = (await page.getByText(/\/invitations\//).textContent()) ?? '';
    invitation = new URL(url.trim()).pathname;
    await checkA11y(page);
  });

  await test.step('whoever opens it sees where to, as what and until when, and joins once', async () => {
    await volunteer.goto(invitation);
    await expect(volunteer.getByRole('heading', { level: 1 })).toHaveText(`“${TEAM}” komandasına dəvət`);
    await expect(volunteer.getByRole('main')).toContainText('Qapı-qapı təşviqatçı');
    await expect(volunteer.getByRole('main')).toContainText(saidDay(until));
    await checkA11y(volunteer);
    await volunteer.getByLabel('E-poçt və ya telefon').fill(`${own}@misal.az`);
    await acceptAsNewcomer(volunteer, name);
    await expect(volunteer).toHaveURL(new RegExp(`${home}`));
    await page.goto(`${home}/team`);
    const row = page.getByRole('row', { name });
    await expect(row).toContainText('Qapı-qapı təşviqatçı');
    await expect(row).toContainText(saidDay(until));
    const late = await someoneElse();
    await late.goto(invitation);
    await expect(late.getByText('Bu dəvət artıq qüvvədə deyil')).toBeVisible();
  });

  await test.step('what each role may do is read from the rules', async () => {
    await page.getByRole('link', { name: 'Rollar və hüquqlar' }).click();
    const role = page.getByRole('main').locator('details', { hasText: 'Qapı-qapı təşviqatçı' });
    await role.locator('summary').click();
    await expect(role.getByText('görüş və növbələri görür')).toBeVisible();
    await expect(role.getByText('insanların siyahısını görür')).toHaveCount(0);
    await expect(page.getByText('İmza toplayan rolu yoxdur')).toBeVisible();
    await checkA11y(page);
  });

  await test.step('she writes a briefing with questions and opens a shift', async () => {
    await writeBriefing(page, home, {
      title: `Bulaq küçəsində ${own}`,
      question: 'Neçə nəfər gedirik?',
      answers: 'Tək\n*İki nəfər',
    });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Bulaq küçəsində ${own}`);
    await checkA11y(page);
    shift = await openShift(page, home, { title: `Bulaq küçəsi ${own}`, on: dayFromNow(2) });
  });

  await test.step('no place before age and citizenship are confirmed; each is asked for by its own reason', async () => {
    await volunteer.goto(shift);
    await expect(hurdle).toContainText('Yaş və vətəndaşlıq hələ təsdiqlənməyib.');
    await expect(hurdle).toContainText(saidDay(dayFromNow(0)));
    await come.click();
    await expect(volunteer.getByText('Seçici təşviqatı indi mümkün deyil.')).toBeVisible();
    await expect(hurdle).toBeVisible();
    await checkA11y(volunteer);
    await volunteer.getByRole('link', { name: 'Yaş və vətəndaşlığı təsdiqləyin' }).click();
    const confirm = volunteer.getByRole('button', { name: 'Təsdiq edirəm' });
    await confirm.click();
    await expect(volunteer.getByText('yalnız 18 yaşı tamam olmuş şəxslər')).toBeVisible();
    await volunteer.getByLabel('18 yaşım tamam olub').check();
    await confirm.click();
    await expect(volunteer.getByText('yalnız Azərbaycan Respublikasının vətəndaşları')).toBeVisible();
    await expect(volunteer.getByRole('alert')).toContainText(saidDay(dayFromNow(0)));
    await checkA11y(volunteer);
    await volunteer.getByLabel('Azərbaycan Respublikasının vətəndaşıyam').check();
    await confirm.click();
    await expect(volunteer.getByText('Təsdiqləmisiniz:')).toBeVisible();
  });

  await test.step('nor before every briefing is passed; a wrong answer sends back to the text', async () => {
    await volunteer.goto(shift);
    await expect(hurdle).toContainText('Təlimatın sualları hələ tam cavablandırılmayıb.');
    await come.click();
    await expect(volunteer.getByText('Seçici təşviqatı indi mümkün deyil.')).toBeVisible();
    await volunteer.getByRole('link', { name: 'Təlimatı oxuyub suallara cavab verin' }).click();
    await volunteer.getByRole('main').getByRole('link', { name: own }).click();
    await answer(volunteer, ['Tək']);
    await expect(volunteer.getByText('1 cavabdan 0 düzgündür.')).toBeVisible();
    await checkA11y(volunteer);
    await answer(volunteer, ['İki nəfər']);
    await expect(volunteer.getByText('Bütün suallara düzgün cavab vermisiniz.')).toBeVisible();
    await volunteer.goto(shift);
    await expect(hurdle).toContainText('Təlimatın sualları');
    await volunteer.goto(`${home}/team/briefings`);
    await volunteer.getByRole('link', { name: STORY_BRIEFING }).click();
    await answer(volunteer, STORY_ANSWERS);
    await volunteer.goto(shift);
    await expect(hurdle).toHaveCount(0);
    await come.click();
    await expect(volunteer.getByText('Yeriniz var.').first()).toBeVisible();
    await checkA11y(volunteer);
  });

  await test.step('she sees who is briefed, and who comes', async () => {
    await page.goto(`${home}/team/briefings`);
    await expect(page.getByRole('row', { name })).toContainText('Hazırdır');
    await expect(page.getByRole('row', { name: 'Tural Həmidli' })).toContainText('Hələ keçməyib');
    await page.goto(`${shift}/people`);
    await expect(page.getByRole('row', { name })).toBeVisible();
  });

  const promise = `Bulaq küçəsinə işıq ${own}`;
  const reply = `Sakinlərə cavab zəngi ${own}`;
  await test.step('what she promised at a meeting stands in the ledger, and her day shows that it is late', async () => {
    await noteMeeting(page, home, { promise, promisedFor: dayFromNow(-1), reply, replyBy: dayFromNow(-2) });
    await expect(page.getByRole('main')).toContainText(promise);
    await checkA11y(page);
    await page.goto(`${home}/team/promises`);
    await expect(page.locator('article, li, .card').filter({ hasText: promise }).first()).toContainText('Gecikir');
    await checkA11y(page);
    await page.goto(`${home}/team/day`);
    await expect(lateIn(page, 'Vədlərin vaxtı', promise)).toContainText('Gecikir');
    await expect(lateIn(page, 'Vədlərin vaxtı', promise)).toContainText(saidDay(dayFromNow(-1)));
    await expect(lateIn(page, 'Kim cavab gözləyir', reply)).toContainText('Gecikir');
    await expect(lateIn(page, 'Adam çatmayan növbələr', `Bulaq küçəsi ${own}`)).toContainText('6 yerdən 1 tutulub');
    await checkA11y(page);
  });

  await test.step('a promise is kept and a reply given: neither waits any more, and neither is gone', async () => {
    await page.goto(`${home}/team/promises`);
    const card = page.locator('article, li, .card').filter({ hasText: promise }).first();
    await card.getByText('Nə oldu').click();
    await card.getByLabel('Qısaca yazın').fill('İşıq çəkilib.');
    await card.getByRole('button', { name: 'Yerinə yetirildi' }).click();
    await expect(card).toContainText('Yerinə yetirilib');
    await page.goto(`${home}/team/meetings`);
    await page
      .getByRole('form', { name: /^Edildi/ })
      .first()
      .getByRole('button')
      .click();
    await page.goto(`${home}/team/day`);
    await expect(page.getByText(promise)).toHaveCount(0);
  });

  await test.step('who leaves the team is out at once', async () => {
    await cancelShift(page, shift);
    await archiveBriefing(page, home, own);
    await page.goto(`${home}/team`);
    await page.getByRole('row', { name }).getByRole('link', { name: 'Dəyişin' }).click();
    await confirmDeed(page, 'Üzvlüyü bitirin');
    await expect(page.getByText('Üzvlük bitdi.')).toBeVisible();
    expect((await volunteer.goto(shift))?.status()).toBe(404);
  });
});

test('her canvasser has her own day on a phone, and nothing of what others keep', async ({
  page,
  someoneElse,
  checkA11y,
}) => {
  const own = mark();
  const home = await enterTeam(page, 'candidate');
  await clearBriefings(page, home);
  const title = `Çay qırağı ${own}`;
  const shift = await openShift(page, home, { title, on: dayFromNow(3) });
  const phone = await someoneElse(PHONE);

  await test.step('she lands on her day, which speaks of the team', async () => {
    await enterTeam(phone, 'canvasser');
    await phone.goto(home);
    await expect(phone.getByText('Sakin nə deyirsə')).toHaveCount(0);
    await expect(phone.getByRole('main')).toContainText(title);
    await checkA11y(phone);
  });

  await test.step('briefing and shift, as she goes', async () => {
    await phone.goto(`${home}/team/confirmation`);
    // On an instance where she has been before it is confirmed already.
    if (await phone.getByRole('button', { name: 'Təsdiq edirəm' }).isVisible()) {
      await phone.getByLabel('18 yaşım tamam olub').check();
      await phone.getByLabel('Azərbaycan Respublikasının vətəndaşıyam').check();
      await phone.getByRole('button', { name: 'Təsdiq edirəm' }).click();
    }
    await expect(phone.getByText('Təsdiqləmisiniz:')).toBeVisible();
    await phone.goto(`${home}/team/briefings`);
    await checkA11y(phone);
    await phone.getByRole('link', { name: STORY_BRIEFING }).click();
    await expect(phone.getByText('Heç nə vəd etmirik')).toBeVisible();
    if (await phone.getByRole('button', { name: 'Cavabları göndərin' }).isVisible()) await answer(phone, STORY_ANSWERS);
    await expect(phone.getByText('Bütün suallara düzgün cavab vermisiniz.')).toBeVisible();
    await checkA11y(phone);
    await phone.goto(home);
    await phone.getByRole('main').getByRole('link', { name: title }).click();
    await phone.getByRole('button', { name: 'Mən də gəlirəm' }).click();
    await expect(phone.getByText('Yeriniz var.').first()).toBeVisible();
    await phone.goto(home);
    await expect(phone.getByRole('listitem').filter({ hasText: title })).toContainText('Yeriniz var');
  });

  await test.step('what is not hers is neither shown nor opened', async () => {
    const menu = await phone.getByRole('navigation').allInnerTexts();
    for (const room of ['İnsanlar', 'Mesajlar', 'Qeydlər', 'Media']) expect(menu.join(' ')).not.toContain(room);
    const event = shift.slice(home.length + 1);
    for (const room of [...NOT_HERS, `${event}/people`, `${event}/edit`])
      expect(`${room} ${(await phone.goto(`${home}/${room}`))?.status()}`).toBe(`${room} 403`);
    expect((await phone.request.get(`${home}/people.csv`)).status()).toBe(403);
    await expect(phone.getByText(CANDIDATE)).toHaveCount(0);
  });
  await cancelShift(page, shift);
});

// In this file, because it changes the election for the whole instance: nobody who needs its days is under way meanwhile.
test('asking for votes waits for the operator’s word and for the law’s days', ({ page, someoneElse, checkA11y }) =>
  walkTheGate({ page, someoneElse, checkA11y }));
