import { isMessageKey, type Translate } from '#app/i18n/words.ts';
import { demoPeople } from '#app/platform/demo.server.ts';
import type { DemoChoice } from './demo-strip.tsx';

/** The demo's people as the bar offers them: name, roles in the page's language, where. None in live mode. */
export function demoChoices(t: Translate): DemoChoice[] {
  return demoPeople().map(({ id, name, role, organisation }) => {
    const roles = role.split(', ').map((one) => roleName(one, t));
    return { id, label: [name, roles.join(', '), organisation].filter(Boolean).join(' · ') };
  });
}

/** Whoever holds no role is a resident; the operator's role belongs to no organisation. */
function roleName(role: string, t: Translate): string {
  const key = role === 'citizen' || role === 'operator' ? `demo.role.${role}` : `organisations.role.${role}`;
  return isMessageKey(key) ? (t as (key: string) => string)(key) : role;
}
