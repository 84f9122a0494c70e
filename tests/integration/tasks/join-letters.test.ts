import { afterAll, expect, it } from 'vitest';
import { decideJoin } from '#app/features/tasks/commands/decide-join.server.ts';
import { sendJoin } from '#app/features/tasks/commands/send-join.server.ts';
import { joinForm } from '#app/features/tasks/join-forms.ts';
import { readJoining } from '#app/features/tasks/joining.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { openMail } from '#app/platform/mail.server.ts';
import type { mails } from '#db/schema/index.ts';
import { adminConnection } from '#tests/support/story.ts';
import { astaraAtWork } from '../issues/staff-world.ts';

const sql = adminConnection();
const at = astaraAtWork(sql);
afterAll(() => sql.end());

const TO = 'gelen.konullu@sinaq.invalid';
const letters = async () =>
  (
    await sql<(typeof mails.$inferSelect)[]>`select id, subject, to_cipher as "toCipher",
      content_cipher as "contentCipher", created_at as "createdAt" from mails order by created_at`
  )
    .map((row) => openMail(row))
    .filter(({ to }) => to === TO);

it('whoever joins is told when it arrives and when they are taken in, each once, with nothing that was typed', async () => {
  const [form] = await sql<{ slug: string }[]>`select slug from join_forms where campaign_id is null`;
  const clientId = newId();
  const typed = { name: 'Qoşulan Məktublu', email: TO, grown: 'yes', message: 'Reklam: ucuz telefon', consent: 'on' };
  const sent = joinForm.parse({ ...typed, clientId });
  const send = () => sendJoin({ clientKey: newId(), now: new Date(), locale: 'ru' }, form?.slug ?? '', sent);
  for (let time = 0; time < 3; time += 1) expect(await send()).toMatchObject({ ok: true });
  expect((await letters()).map(({ subject }) => subject)).toEqual(['Ваша анкета волонтёра получена']);

  const { pending } = await readJoining(at.organiser.scope);
  const id = pending.find(({ name }) => name === typed.name)?.id ?? '';
  const accept = () => decideJoin(at.organiser, id, { clientId: newId(), decision: 'accept' });
  await Promise.all([accept(), accept()]);
  const told = await letters();
  expect(told.map(({ subject }) => subject)).toEqual(['Ваша анкета волонтёра получена', 'Вы среди волонтёров']);
  for (const { text, html } of told) expect(text + html).not.toMatch(/Reklam|Qoşulan/u);

  // Who is turned down is not written to.
  await sendJoin({ clientKey: newId(), now: new Date(), locale: 'ru' }, form?.slug ?? '', {
    ...sent,
    clientId: newId(),
  });
  const again = (await readJoining(at.organiser.scope)).pending.find(({ name }) => name === typed.name);
  await decideJoin(at.organiser, again?.id ?? '', { clientId: newId(), decision: 'decline' });
  expect(await letters()).toHaveLength(3);
});
