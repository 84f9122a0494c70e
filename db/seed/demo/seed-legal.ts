import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type postgres from 'postgres';
import { beginRequest } from '#app/features/legal-aid/commands/begin-request.server.ts';
import { submitRequest } from '#app/features/legal-aid/commands/submit-request.server.ts';
import { linkForStaff } from '#app/features/legal-aid/case-keys.server.ts';
import { grantToStaff, listTrusted } from '#app/features/legal-aid/holders.server.ts';
import { DERIVATION, deriveKey } from '#app/features/legal-aid/key-derivation.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { readReceipt } from '#app/features/legal-aid/receipt.server.ts';
import { pinRoot } from '#app/features/legal-aid/roots.server.ts';
import { STAFF_ROLE_OF, type StaffRole } from '#app/features/legal-aid/rules/desk.ts';
import { makeKey, makeStaffKeys, packSecret } from '#app/features/legal-aid/vault/keys.ts';
import { fingerprint, vouch } from '#app/features/legal-aid/vault/vouching.ts';
import { wrapSecret } from '#app/features/legal-aid/vault/wraps.ts';
import { addDays } from '#app/kernel/dated-rules/days.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { seal } from '#app/platform/crypto.server.ts';
import { env } from '#app/platform/env.server.ts';
import { DEMO_REQUESTS, DESK_ORGANISATION, DESK_PASSPHRASE, DESK_PEOPLE, DESK_TOTP_SECRET } from './story/desk.ts';
import { seedWork } from './seed-legal-work.ts';
import type { World } from './world.ts';

const DAY = 86_400_000;

/** The desk's people with their keys: the lead is the pinned root and vouches for the others. */
export async function seedDesk(tx: postgres.TransactionSql, world: World): Promise<void> {
  const organisationId = world.organisations.get(DESK_ORGANISATION) as string;
  const madeOn = dayOf(new Date(world.now.getTime() - 60 * DAY));
  await tx`insert into legal.desks ${tx({ organisation_id: organisationId, is_open: true, phone: '+994 12 000 00 77', hours: '10:00–17:00', team_key_version: 1 })}`;
  let root: { keyId: string; sign: Uint8Array } | undefined;
  const team = makeKey();
  world.deskStaff = new Map();
  for (const person of DESK_PEOPLE) {
    const user = world.people.get(person.key);
    const role = STAFF_ROLE_OF[user?.role as keyof typeof STAFF_ROLE_OF] as StaffRole;
    const staffId = newId();
    const keyId = newId();
    const pair = makeStaffKeys();
    root ??= { keyId, sign: pair.secret.sign };
    world.deskStaff.set(person.key, { staffId, keyId, secret: pair.secret });
    const { box, sign } = pair.public;
    await tx`update users set totp_cipher = ${seal(DESK_TOTP_SECRET, 'users.totp')}, totp_confirmed_at = ${world.now} where id = ${user?.id as string}`;
    await tx`insert into legal.staff ${tx({
      id: staffId,
      organisation_id: organisationId,
      user_id: user?.id as string,
      role,
      shown_name: person.shownName,
      is_bar: person.isBar,
      regions: [...person.regions],
      state: 'vouched',
      joined_on: madeOn,
    })}`;
    const { isBar, shownName } = person;
    const vouched = { organisationId, staffId, keyId, role, isBar, shownName, box, sign };
    await tx`insert into vault_keys.user_keys ${tx({
      id: keyId,
      organisation_id: organisationId,
      staff_id: staffId,
      role,
      is_bar: isBar,
      shown_name: shownName,
      box_public: Buffer.from(box),
      sign_public: Buffer.from(sign),
      vouched_by: root.keyId === keyId ? null : root.keyId,
      signature: Buffer.from(vouch(root.sign, vouched)),
      made_on: madeOn,
      vouched_on: madeOn,
    })}`;
    const salt = randomBytes(16);
    const { ciphertext, nonce } = wrapSecret(
      await deriveKey(DESK_PASSPHRASE, salt),
      packSecret(pair.secret),
      `user/${keyId}/passphrase`,
    );
    const { memoryCost, parallelism, timeCost } = DERIVATION;
    await tx`insert into vault_keys.user_wraps ${tx({
      id: newId(),
      organisation_id: organisationId,
      staff_id: staffId,
      key_id: keyId,
      kind: 'passphrase',
      parameters: tx.json({ salt: salt.toString('base64url'), memoryCost, parallelism, timeCost }) as never,
      nonce: Buffer.from(nonce),
      ciphertext: Buffer.from(ciphertext),
      made_on: madeOn,
    })}`;
    if (root.keyId === keyId) pinRoot(organisationId, fingerprint({ box, sign }));
  }
  world.deskKey = team;
  world.deskLead = root;
}

/** What was asked of the desk, by the way an applicant goes: once the desk's people are committed. */
export async function seedRequests(world: World): Promise<void> {
  const organisationId = world.organisations.get(DESK_ORGANISATION) as string;
  const trusted = await withLegalScope({ kind: 'legal_system', organisationId }, async (tx) => {
    const holders = await listTrusted(tx, organisationId);
    const lawyers = holders.filter((one) => one.role !== 'custodian');
    const place = { organisationId, kind: 'team' as const, subjectId: organisationId, version: 1 };
    const key = world.deskKey as Uint8Array;
    const link = linkForStaff({ kind: 'staff', ...(world.deskLead as NonNullable<World['deskLead']>) }, place, key);
    const given = { grantedBy: null, reason: 'team' as const, today: dayOf(world.now) };
    await grantToStaff(tx, place, key, lawyers, given, link);
    return holders;
  });
  const staffIds = new Map(
    DESK_PEOPLE.map(({ key, shownName }) => [key, trusted.find((one) => one.shownName === shownName)?.staffId]),
  );
  const digits: { story: string; digits: string }[] = [];
  for (const request of DEMO_REQUESTS) {
    const at = new Date(world.now.getTime() - request.daysAgo * DAY);
    const { dueIn, ...answers } = request.answers;
    const begun = await beginRequest(
      { organisationId, track: answers.track, language: request.language, draft: {} },
      at,
    );
    const cookie = begun.setCookie.split(';')[0] as string;
    digits.push({ story: request.story, digits: begun.digits });
    const work = await readReceipt(new Request('http://localhost/', { headers: { cookie } }), at);
    const handedIn = await submitRequest(work as NonNullable<typeof work>, {
      answers: { ...answers, ...(dueIn === undefined ? {} : { dueOn: addDays(dayOf(world.now), dueIn) }) },
      story: { text: request.story },
      identity: request.identity,
      keptOut: (request.keptOut ?? []).map((key) => staffIds.get(key) as string),
      consentVersion: 'demo',
    });
    if (!handedIn.ok) throw new Error(`The demo's request was refused: ${handedIn.refusal.code}`);
    if (request.work) await seedWork(world, begun.caseId, request.work);
  }
  // A demonstration's applicants are invented: their receipts may be tried.
  writeFileSync(join(env().DATA_DIR, 'demo-receipts.json'), `${JSON.stringify(digits, null, 2)}\n`, { mode: 0o600 });
}
