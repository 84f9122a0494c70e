import { makeVapid } from '#tests/support/push-stand-in.ts';

/** An operator who has set keys for web push. Import it before everything else of a test file: the environment is read once. */
export const VAPID = makeVapid();
Object.assign(process.env, VAPID);
