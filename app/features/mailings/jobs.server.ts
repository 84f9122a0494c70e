import type { Task } from 'graphile-worker';

export const mailingTasks: Record<string, Task> = {};
