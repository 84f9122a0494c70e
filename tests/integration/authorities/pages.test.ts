import { afterAll, describe, expect, it } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import * as bodiesPage from '#app/routes/admin/bodies.tsx';
import * as bodyPage from '#app/routes/admin/bodies-edit.tsx';
import * as editPage from '#app/routes/org/letter-edit.tsx';
import * as pdfFile from '#app/routes/org/letter-pdf.ts';
import * as sendingPage from '#app/routes/org/letter-sending.tsx';
import * as letterPage from '#app/routes/org/letter.tsx';
import * as lettersPage from '#app/routes/org/letters.tsx';
import * as routingPage from '#app/routes/org/routing.tsx';
import * as signatoryPage from '#app/routes/org/signatory.tsx';
import { get, post } from '#tests/integration/accounts/world.ts';
import { adminConnection } from '#tests/support/story.ts';
import { OURS, letterDesk, slugOf } from './letter-desk.ts';

const sql = adminConnection();
const desk = letterDesk(sql);
afterAll(() => sql.end());

describe('the pages of letters', () => {
  const pages = [lettersPage, letterPage, editPage, sendingPage, signatoryPage, routingPage, pdfFile];

  it('open for an organiser', async () => {
    for (const page of pages) expect((await get(page.loader, '/', desk.here('aide'))).status).toBe(200);
  });

  it('do not exist for strangers, under their own organisation’s address neither', async () => {
    for (const page of pages) {
      expect((await get(page.loader, '/', desk.here('perviz'))).status).toBe(404);
      expect((await get(page.loader, '/', { params: desk.here('aide').params })).status).toBe(303);
    }
    for (const page of [letterPage, editPage, sendingPage, pdfFile]) {
      expect((await get(page.loader, '/', desk.here('perviz', slugOf('gunesli')))).status).toBe(404);
    }
    for (const page of [letterPage, editPage, sendingPage]) {
      const fields = {
        intent: 'register',
        registerNumber: '1',
        clientId: newId(),
        channel: 'post',
        version: '1',
        subject: 'Mövzu',
        text: 'Kifayət qədər uzun bir mətn',
      };
      expect(
        (
          await post(
            page.action,
            '/',
            page === editPage ? { ...fields, intent: 'save' } : fields,
            desk.here('perviz', slugOf('gunesli')),
          )
        ).status,
      ).toBe(404);
    }
    expect((await sql`select version, state from letters where id = ${desk.letterId}`)[0]).toMatchObject({
      version: 1,
      state: 'ready',
    });
  });

  it('let readers read and moderators too, but write only those who may', async () => {
    expect((await get(letterPage.loader, '/', desk.here('xalide'))).status).toBe(200);
    expect((await get(letterPage.loader, '/', desk.here('samir'))).status).toBe(403);
    expect((await get(signatoryPage.loader, '/', desk.here('samir'))).status).toBe(200);
    expect((await get(signatoryPage.loader, '/', desk.here('xalide'))).status).toBe(403);
    for (const who of ['rena', 'xalide', 'samir']) {
      expect((await get(editPage.loader, '/', desk.here(who))).status).toBe(403);
      expect(
        (await post(lettersPage.action, '/', { issueId: desk.issueId, clientId: newId() }, desk.here(who))).status,
      ).toBe(403);
      expect((await post(sendingPage.action, '/', { clientId: newId(), channel: 'post' }, desk.here(who))).status).toBe(
        403,
      );
    }
  });

  it('answer 404 for what is no letter', async () => {
    for (const letter of ['1', newId(), '../x', 'ə']) {
      const asked = { cookie: desk.cookies.aide ?? '', params: { org: OURS, letter } };
      for (const page of [letterPage, editPage, sendingPage, pdfFile])
        expect((await get(page.loader, '/', asked)).status).toBe(404);
    }
  });

  it('draft by the form of a report’s page, and say what is wrong beside the field', async () => {
    const made = await post(lettersPage.action, '/', { issueId: desk.issueId, clientId: newId() }, desk.here('aide'));
    expect(made).toMatchObject({ status: 303 });
    expect(made.location).toMatch(/letters\/[0-9a-f-]{36}\?done=drafted$/u);
    const foreign = await post(lettersPage.action, '/', { issueId: newId(), clientId: newId() }, desk.here('aide'));
    expect(foreign).toMatchObject({ status: 422, errors: { '': ['authorities.error.issue-unknown'] } });
    const short = await post(
      editPage.action,
      '/',
      { intent: 'save', version: '1', subject: '', text: 'qısa' },
      desk.here('aide'),
    );
    expect(short).toMatchObject({
      status: 422,
      errors: { subject: ['common.error.required'], text: ['common.error.too-short'] },
    });
    const nameless = await post(
      signatoryPage.action,
      '/',
      { intent: 'agree', fullName: 'Lalə', address: 'Şəki şəhəri', consent: 'on' },
      desk.here('aide'),
    );
    expect(nameless).toMatchObject({ status: 422, errors: { fullName: ['authorities.error.full-name'] } });
    const unwilling = await post(
      signatoryPage.action,
      '/',
      { intent: 'agree', fullName: 'Kərimli Aidə Əli qızı', address: 'Astara şəhəri' },
      desk.here('aide'),
    );
    expect(unwilling).toMatchObject({ status: 422, errors: { consent: ['common.error.consent'] } });
  });

  it('give the letter as a file', async () => {
    const answer = await get(pdfFile.loader, '/', desk.here('aide'));
    expect(String(answer.body)).toMatch(/^%PDF-1\.7/u);
  }, 30_000);
});

describe('the operator’s bodies', () => {
  const whole = {
    kind: 'belediyye',
    region: 'AZ-LA',
    nameAz: 'Bələdiyyə',
    nameEn: 'Municipality',
    nameRu: 'Муниципалитет',
    email: 'a@qurum.invalid',
    checkedOn: '2026-01-05',
    isActive: 'on',
  };

  it('are the operator’s alone', async () => {
    expect(
      (await get(bodiesPage.loader, '/admin/bodies?q=seki&region=AZ-SAK', { cookie: desk.cookies.elcin ?? '' })).body,
    ).toMatchObject({ total: 2 });
    expect((await get(bodiesPage.loader, '/admin/bodies', { cookie: desk.cookies.aide ?? '' })).status).toBe(404);
    expect((await post(bodyPage.action, '/', whole, { cookie: desk.cookies.aide ?? '' })).status).toBe(404);
  });

  it('are made, corrected and taken out of use; kind and region of one in use stay', async () => {
    const made = await post(bodyPage.action, '/', whole, { cookie: desk.cookies.elcin ?? '' });
    expect(made.status).toBe(303);
    const id = /bodies\/([0-9a-f-]{36})/u.exec(made.location ?? '')?.[1] ?? '';
    expect(await post(bodyPage.action, '/', whole, { cookie: desk.cookies.elcin ?? '' })).toMatchObject({
      status: 422,
      errors: { region: ['authorities.error.body-exists'] },
    });
    const changed = await post(
      bodyPage.action,
      '/',
      { ...whole, kind: 'rih', region: '', email: '', isActive: '' },
      { cookie: desk.cookies.elcin ?? '', params: { body: id } },
    );
    expect(changed.status).toBe(303);
    expect(
      (await sql`select kind, region, email, is_active, checked_on::text from bodies where id = ${id}`)[0],
    ).toMatchObject({
      kind: 'belediyye',
      region: 'AZ-LA',
      email: null,
      is_active: false,
      checked_on: '2026-01-05',
    });
  });
});
