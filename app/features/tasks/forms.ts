import { z } from 'zod';
import { choice, clientId, optionalText, text } from '#app/kernel/fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { LIMITS, TASK_STATES } from './rules/kinds.ts';

/** Forms of the tasks' rooms. Messages are keys. */
const maybeId = optionalText(40)
  .refine((value) => value === '' || isId(value), 'common.error.choose')
  .transform((value) => (value === '' ? null : value));
/** A day, or none. */
const maybeDay = optionalText(10)
  .refine((value) => value === '' || z.iso.date().safeParse(value).success, 'tasks.error.day')
  .transform((value) => (value === '' ? null : value));

export const taskForm = z.object({
  clientId,
  title: text(2, LIMITS.title),
  details: optionalText(LIMITS.details),
  dueOn: maybeDay,
  who: optionalText(50).refine((value) => {
    const [kind = '', id = ''] = value.split(':');
    return value === '' || (['user', 'person'].includes(kind) && isId(id));
  }, 'common.error.choose'),
  campaignId: maybeId,
});
export type TaskForm = z.output<typeof taskForm>;

export const moveForm = z.object({
  clientId,
  taskId: z.string().refine(isId, 'common.error.form-changed'),
  to: choice(TASK_STATES),
});
export const taskIntents = z.discriminatedUnion(
  'intent',
  [taskForm.extend({ intent: z.literal('save') }), z.object({ intent: z.literal('remove'), clientId })],
  { error: 'common.error.form-changed' },
);
