import { sql } from 'drizzle-orm';
import type { UserActor } from '#app/kernel/actor.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { hashedId, unseal } from '#app/platform/crypto.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { sendMail } from '#app/platform/mail.server.ts';
import { openingLetter } from '../letters.server.ts';

type Opened = { actor: UserActor; scope: Extract<Scope, { kind: 'operator' }>; now: Date };
type Told = {
  organisation_id: string;
  name: string;
  candidate: string;
  email_cipher: string | null;
  locale: Locale;
};

/**
 * Break-glass: the operator looks into one team, for a reason and for minutes. In one transaction it is noted in the team's
 * trail and in the instance's, and written to the candidate; where the mail cannot be written nothing opens. The same form
 * twice opens once. Refuses an address that is no team's.
 */
export function openTeam(
  { actor, now, scope }: Opened,
  { clientId, minutes, reason, team }: { clientId: string; team: string; reason: string; minutes: number },
  { origin }: { origin: string },
): Promise<Result<{ opening: string }, 'teams.glass.error.team'>> {
  const opening = hashedId(`team-opening/${actor.userId}/${clientId}/${team}`);
  return withScope(scope, async (tx) => {
    const [earlier] = await tx.execute(sql`select 1 from team_openings where id = ${opening}`);
    if (earlier) return ok({ opening });
    const told = await tx.execute<Told>(
      sql`select * from app.open_team(${opening}, ${team.trim()}, ${reason}, ${minutes}, ${now.toISOString()}::timestamptz)`,
    );
    if (told.length === 0) return refuse('teams.glass.error.team', 'team');
    // What is written to her is written on the team's behalf, and goes with it when it is erased.
    await tx.execute(sql`select set_config('icma.org', ${told[0]?.organisation_id ?? ''}, true)`);
    for (const one of told) {
      if (one.email_cipher === null) continue;
      const to = unseal(one.email_cipher, 'users.email');
      await sendMail(
        tx,
        openingLetter({ to, ...one, operator: actor.name, reason, minutes, slug: team.trim(), origin }),
      );
    }
    return ok({ opening });
  });
}

/** The operator is done before the time is up. */
export async function closeTeam({ now, scope }: Opened, opening: string): Promise<void> {
  await withScope(scope, (tx) => tx.execute(sql`select app.close_team(${opening}, ${now.toISOString()}::timestamptz)`));
}
