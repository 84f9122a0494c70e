import { describe, expect, it } from 'vitest';
import { isPushEndpoint } from '#app/kernel/push-services.ts';

describe('the addresses of push services', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/abc:def',
    'https://fcm.googleapis.com:443/wp/abc',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/abc',
    'https://wns2-am3p.notify.windows.com/w/?token=abc%3d',
  ])('are known: %s', (address) => {
    expect(isPushEndpoint(address)).toBe(true);
  });

  it.each([
    'http://fcm.googleapis.com/fcm/send/abc',
    'https://fcm.googleapis.com:8443/fcm/send/abc',
    'https://fcm.googleapis.com.attacker.example/abc',
    'https://fcm.googleapis.com@attacker.example/abc',
    'https://user@fcm.googleapis.com/abc',
    'https://user:word@fcm.googleapis.com/abc',
    'https://fcm.googleapis.com./abc',
    'https://evil-fcm.googleapis.com/abc',
    'https://xnotify.windows.com/abc',
    'https://notify.windows.com.attacker.example/abc',
    'https://.push.apple.com/abc',
    'https://push.apple.com/abc',
    'https://fcm.googleapis.com/abc#part',
    'https://127.0.0.1/abc',
    'https://[::1]/abc',
    'https://2130706433/abc',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/abc',
    'file:///etc/passwd',
    'fcm.googleapis.com/abc',
    '',
    `https://fcm.googleapis.com/${'a'.repeat(1000)}`,
  ])('are nothing else: %s', (address) => {
    expect(isPushEndpoint(address)).toBe(false);
  });
});
