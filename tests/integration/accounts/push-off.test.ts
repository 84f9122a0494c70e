import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pushNews, tellDevices } from '#app/features/accounts/push-devices.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { openPush } from '#app/platform/push.server.ts';
import * as homeRoute from '#app/routes/account/index.tsx';
import * as pushRoute from '#app/routes/account/notifications.tsx';
import { makeBrowser } from '#tests/support/push-stand-in.ts';
import { adminConnection } from '#tests/support/story.ts';
import { get, makeOrganisation, makeSignedIn, post } from './world.ts';

const sql = adminConnection();
let organisation: { id: string };
beforeAll(async () => {
  organisation = await makeOrganisation(sql, 'bildirissiz');
});
afterAll(() => sql.end());

const PATH = '/account/notifications';

describe('web push where the operator set no keys', () => {
  it('is no page, for nobody, and nothing in the account speaks of it', async () => {
    const { cookie } = await makeSignedIn(sql, { roles: [[organisation.id, 'volunteer']] });
    const { address } = makeBrowser('https://updates.push.services.mozilla.com/wpush/v2/x');
    for (const asked of [{}, { cookie }]) {
      expect((await get(pushRoute.loader, PATH, asked)).status).toBe(404);
      expect((await post(pushRoute.action, PATH, { intent: 'add', ...address }, asked)).status).toBe(404);
    }
    expect(await sql`select 1 from push_subscriptions`).toHaveLength(0);
    expect((await get(homeRoute.loader, '/account', { cookie })).body).toMatchObject({ pushDevices: null });
  });

  it('sends nothing and puts nothing on the queue', async () => {
    const { id } = await makeSignedIn(sql, { roles: [[organisation.id, 'volunteer']] });
    const news = { organisationId: organisation.id, userId: id, path: '/' };
    await withScope({ kind: 'system', organisationId: organisation.id }, (tx) => tellDevices(tx, news, new Date()));
    expect(await sql`select 1 from graphile_worker.jobs where task_identifier = 'push:send'`).toHaveLength(0);
    expect(openPush()).toBeNull();
    expect(await pushNews(news, openPush(), new Date())).toBe(0);
  });
});
