import type { Task } from 'graphile-worker';
import { now } from '#app/platform/clock.server.ts';
import type { Tasks } from '#app/platform/jobs.server.ts';
import { openPush } from '#app/platform/push.server.ts';
import { pushNews } from './push-devices.server.ts';

export const accountTasks: Record<string, Task> = {
  'push:send': async (payload) => {
    await pushNews(payload as Tasks['push:send'], openPush(), now());
  },
};
