import type { Task } from 'graphile-worker';

export const boardTasks: Record<string, Task> = {};
