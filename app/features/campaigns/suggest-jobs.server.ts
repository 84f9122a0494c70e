import type { Task } from 'graphile-worker';
import { publicSql } from '#db/client.server.ts';
import { now as clock } from '#app/platform/clock.server.ts';
import type { Tasks } from '#app/platform/jobs.server.ts';
import { suggestCampaigns } from './suggest-campaigns.server.ts';

export const suggestTasks: Record<string, Task> = {
  'campaigns:suggest': async (_payload, { addJob }) => {
    const rows = await publicSql<{ id: string }[]>`select id from published.organisations`;
    // One job an organisation: what fails for one is tried again for that one.
    for (const { id } of rows)
      await addJob('campaigns:suggest-organisation', { organisationId: id }, { jobKey: `campaigns:suggest/${id}` });
  },
  'campaigns:suggest-organisation': async (payload) => {
    const { organisationId } = payload as Tasks['campaigns:suggest-organisation'];
    await suggestCampaigns({ kind: 'system', organisationId }, clock());
  },
};
