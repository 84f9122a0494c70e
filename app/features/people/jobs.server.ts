import type { Task } from 'graphile-worker';
import { now } from '#app/platform/clock.server.ts';
import type { Tasks } from '#app/platform/jobs.server.ts';
import { runImport } from './commands/import-people.server.ts';

export const peopleTasks: Record<string, Task> = {
  'people:import': async (payload) => runImport(payload as Tasks['people:import'], now()),
};
