import { createECDH } from 'node:crypto';

/**
 * An operator's keys for web push, in the environment. Import it before everything else of a test file: the environment is
 * read once.
 */
const curve = createECDH('prime256v1');
curve.generateKeys();
export const VAPID = {
  VAPID_PUBLIC_KEY: curve.getPublicKey('base64url'),
  VAPID_PRIVATE_KEY: Buffer.from(curve.getPrivateKey('hex').padStart(64, '0'), 'hex').toString('base64url'),
  VAPID_SUBJECT: 'mailto:operator@misal.az',
};
Object.assign(process.env, VAPID);
