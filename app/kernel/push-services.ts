/**
 * The services that browsers take pushed messages from, each run by the maker of the browser. What a browser hands in as
 * its address is nobody's to believe: a server that posts to any address can be sent into its own network.
 *
 * Sources (read November 2026):
 * - Chrome, Edge on Android, Opera, Samsung: https://web.dev/articles/push-notifications-web-push-protocol
 * - Firefox: https://mozilla-push-service.readthedocs.io/
 * - Safari: https://developer.apple.com/documentation/usernotifications/sending-web-push-notifications-in-web-apps-and-browsers
 *   ("*.push.apple.com")
 * - Edge on Windows: https://learn.microsoft.com/windows/apps/develop/notifications/push-notifications/wns-overview
 *   ("notify.windows.com")
 *
 * A name that begins with a dot stands for every host under it.
 */
const PUSH_SERVICES = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  '.push.apple.com',
  '.notify.windows.com',
] as const;

const LONGEST = 1000;

/** An https address at one of them, at the usual port and without credentials. */
export function isPushEndpoint(address: string): boolean {
  if (address.length > LONGEST || !URL.canParse(address)) return false;
  const { hash, hostname, password, port, protocol, username } = new URL(address);
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '' || hash !== '') return false;
  if (hostname.startsWith('.')) return false;
  return PUSH_SERVICES.some((service) => (service.startsWith('.') ? hostname.endsWith(service) : hostname === service));
}
