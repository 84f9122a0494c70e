import { isMessageKey, type Translate } from '#app/i18n/words.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { demoPeople } from '#app/platform/demo.server.ts';
import type { DemoChoice } from './demo-strip.tsx';

/** The demo's people as the bar offers them: name, roles in the page's language, where, and which of them one is. None in live mode. */
export function demoChoices(t: Translate, actor?: Actor): DemoChoice[] {
  return demoPeople().map(({ id, name, role, organisation }) => {
    const roles = role.split(', ').map((one) => roleName(one, t));
    const label = [name, roles.join(', '), organisation].filter(Boolean).join(' · ');
    return { id, label, group: organisation, isYou: actor?.kind === 'user' && actor.userId === id };
  });
}

/** Whoever holds no role is a resident; the operator's role belongs to no organisation; a candidate's team has its own. */
function roleName(role: string, t: Translate): string {
  const key = [`demo.role.${role}`, `organisations.role.${role}`, `teams.role.${role}`].find(isMessageKey);
  return key === undefined ? role : (t as (key: string) => string)(key);
}
