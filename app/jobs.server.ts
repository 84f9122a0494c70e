import type { TaskList } from 'graphile-worker';
import { accountTasks } from './features/accounts/jobs.server.ts';
import { letterTasks } from './features/authorities/jobs.server.ts';
import { deliveryTasks } from './features/campaigns/delivery-jobs.server.ts';
import { suggestTasks } from './features/campaigns/suggest-jobs.server.ts';
import { supportTasks } from './features/campaigns/support-jobs.server.ts';
import { issueTasks } from './features/issues/jobs.server.ts';
import { eventTasks } from './features/events/jobs.server.ts';
import { mailingTasks } from './features/mailings/jobs.server.ts';
import { boardTasks } from './features/board/jobs.server.ts';
import { teamTasks } from './features/teams/jobs.server.ts';
import { peopleTasks } from './features/people/jobs.server.ts';
import { taskTasks } from './features/tasks/jobs.server.ts';
import { platformTasks } from './platform/tasks.server.ts';

/** Every task the worker knows, by pillar; names and payloads are typed in platform/jobs.server.ts. */
export const tasks: TaskList = {
  ...platformTasks,
  ...accountTasks,
  ...letterTasks,
  ...issueTasks,
  ...supportTasks,
  ...deliveryTasks,
  ...suggestTasks,
  ...peopleTasks,
  ...taskTasks,
  ...eventTasks,
  ...mailingTasks,
  ...boardTasks,
  ...teamTasks,
};

/** Recurring work, in the worker's time (UTC): the moderators' digest leaves at 8:30 in the country. */
export const crontab = [
  '* * * * * audit:seal ?max=1',
  '17 * * * * housekeeping ?max=1',
  '30 4 * * * issues:digest ?max=3&fill=4h',
  '20 0 * * * support:recount ?max=3&fill=4h',
  '40 0 * * * support:anonymise ?max=3&fill=4h',
  '* * * * * campaigns:send-letters ?max=1',
  '* * * * * events:look ?max=1',
  '35 0 * * * events:forget ?max=3&fill=4h',
  '50 0 * * * campaigns:forget-packs ?max=3&fill=4h',
  '30 1 * * * campaigns:suggest ?max=3&fill=4h',
  '20 2 * * * campaigns:follow-up ?max=3&fill=4h',
  '5 1 * * * people:settle-merges ?max=3&fill=4h',
  '15 1 * * * tasks:forget-joining ?max=3&fill=4h',
  '25 1 * * * board:nightly ?max=3&fill=4h',
  '10 2 * * * authorities:follow-up ?max=3&fill=4h',
  '* * * * * mailings:send ?max=1',
  '25 0 * * * mailings:forget ?max=3&fill=4h',
].join('\n');
