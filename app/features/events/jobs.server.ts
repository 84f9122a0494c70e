import type { Task } from 'graphile-worker';
import { now as clock } from '#app/platform/clock.server.ts';
import type { Tasks } from '#app/platform/jobs.server.ts';
import { lookAtEvents } from './look.server.ts';
import { answerHolder, tellChange } from './telling.server.ts';

export const eventTasks: Record<string, Task> = {
  'events:answer': async (payload) => answerHolder(payload as Tasks['events:answer'], clock()),
  'events:tell': async (payload) => {
    await tellChange(payload as Tasks['events:tell']);
  },
  'events:look': async () => {
    await lookAtEvents(clock());
  },
};
