import type { TaskList } from 'graphile-worker';
import { letterTasks } from './features/authorities/jobs.server.ts';
import { platformTasks } from './platform/tasks.server.ts';

/** Every task the worker knows, by pillar; names and payloads are typed in platform/jobs.server.ts. */
export const tasks: TaskList = { ...platformTasks, ...letterTasks };

/** Recurring work, in the worker's time (UTC). */
export const crontab = ['* * * * * audit:seal ?max=1', '17 * * * * housekeeping ?max=1'].join('\n');
