import type { Task } from 'graphile-worker';

export const teamTasks: Record<string, Task> = {};
