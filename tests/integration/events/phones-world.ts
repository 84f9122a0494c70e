import '../accounts/push-world.ts';

/** An operator with a gateway for SMS and keys for web push. Import it before everything else, as the keys. */
Object.assign(process.env, { SMS_GATEWAY_URL: 'http://sms.sinaq.invalid/send' });
