import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { appSql, publicSql } from '#db/client.server.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
/** As long as a sealed person. */
const CIPHER = `v1.${randomBytes(100).toString('base64url')}`;

/** A place at a shift, statement for statement (commands/sign-up.server.ts); undefined for any other address. */
export async function answerEvent(
  method: string,
  path: string,
  readBody: () => Promise<string>,
): Promise<{ status: number; value: unknown } | undefined> {
  const [, eventId] = /^\/events\/([0-9a-f-]{36})\/sign-up$/.exec(path) ?? [];
  if (!eventId || method !== 'POST') return undefined;
  const form = new URLSearchParams(await readBody());
  const shiftId = form.get('shiftId') ?? '';
  const until = Date.now() + 3_600_000;
  const [[event]] = await Promise.all([
    publicSql<{ organisation_id: string }[]>`
      select e.organisation_id, s.id as shift_id from published.events e
      left join published.event_shifts s on s.event_id = e.id and s.id = ${shiftId} where e.id = ${eventId}`,
    appSql`insert into rate_limits as r values (${`event-sign-up:${randomUUID()}`}, 1, ${until})
      on conflict (key) do update set points = r.points + 1 returning points, expire`,
  ]);
  const org = event?.organisation_id ?? '';
  const person = hash(`${form.get('name') ?? ''}/${form.get('contact') ?? ''}`);
  const taken = await appSql.begin(async (sql) => {
    await sql`select set_config('icma.kind', 'citizen', true), set_config('icma.org', ${org}, true), set_config('icma.user', '', true), set_config('icma.issue', '', true)`;
    const [row] = await sql<{ sign_up_id: string; outcome: string }[]>`
      select sign_up_id, outcome from app.take_place(${shiftId}, ${org}, ${randomUUID()}, ${form.get('clientId') ?? randomUUID()}, 'web',
        ${CIPHER}, ${person}, ${hash(form.get('contact') ?? '')}, ${null}, ${null}, ${null}, false, 'bench', 'az', true, ${new Date().toISOString()})`;
    const payload = JSON.stringify({ organisationId: org, signUpId: row?.sign_up_id, again: false });
    await sql`select app.enqueue('events:answer', ${payload}::text::jsonb, ${`events:answer/${row?.sign_up_id ?? ''}`}, null)`;
    return row;
  });
  return { status: 303, value: taken };
}
