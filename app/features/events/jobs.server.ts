import type { Task } from 'graphile-worker';

export const eventTasks: Record<string, Task> = {};
