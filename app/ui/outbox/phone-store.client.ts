/**
 * What the phone keeps: entries that wait and pages that work without a network, in IndexedDB, each sealed with AES-GCM
 * under a key that the browser holds and no script can read out. Outside of the seals stand times and states only.
 * A key is dropped with the last thing under it; wiping drops keys first (decision 016 says what that is worth).
 */
const NAME = 'icma-outbox';
const STORES = ['keys', 'entries', 'pages'] as const;
type Store = (typeof STORES)[number];

type Sealed = { keyId: string; iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer };
type KeyRow = { id: string; madeAt: number; key: CryptoKey };
/** A row as it lies there; what a room keeps beside its seal is its own. */
export type Row<Clear> = { id: string; sealed: Sealed } & Clear;

/** A younger key takes over each day, so that old ones have nothing left to open after two more. */
const KEY_DAY_MS = 24 * 3_600_000;

function promised<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('The phone keeps nothing')));
  });
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.addEventListener('upgradeneeded', () => {
    for (const store of STORES) request.result.createObjectStore(store, { keyPath: 'id' });
  });
  return promised(request);
}

/** One transaction; `work` may only wait for requests of it. Opened anew each time, so that a wipe is never blocked. */
async function within<Value>(
  stores: readonly Store[],
  mode: IDBTransactionMode,
  work: (store: (name: Store) => IDBObjectStore) => Promise<Value>,
): Promise<Value> {
  const database = await open();
  try {
    const transaction = database.transaction(stores, mode);
    const finished = new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('Nothing was kept')));
    });
    const [value] = await Promise.all([work((name) => transaction.objectStore(name)), finished]);
    return value;
  } finally {
    database.close();
  }
}

async function keyForToday(now: number): Promise<KeyRow> {
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  return within(['keys'], 'readwrite', async (store) => {
    const keys = (await promised(store('keys').getAll())) as KeyRow[];
    const young = keys.find(({ madeAt }) => now - madeAt < KEY_DAY_MS && madeAt <= now);
    if (young) return young;
    const row = { id: crypto.randomUUID(), madeAt: now, key: made };
    await promised(store('keys').add(row));
    return row;
  });
}

async function seal(value: unknown, id: string, now: number): Promise<Sealed> {
  const { id: keyId, key } = await keyForToday(now);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(value));
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound(id) }, key, text);
  return { keyId, iv, bytes };
}

/** A seal moved to another row does not open. */
const bound = (id: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(id);

/** What is under a row's seal; null when its key was wiped. */
export async function openSeal<Value>({ id, sealed }: Row<object>): Promise<Value | null> {
  const row = await within(['keys'], 'readonly', (store) =>
    promised(store('keys').get(sealed.keyId) as IDBRequest<KeyRow | undefined>),
  );
  if (!row) return null;
  const { iv, bytes } = sealed;
  const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bound(id) }, row.key, bytes);
  return JSON.parse(new TextDecoder().decode(opened)) as Value;
}

type Room = 'entries' | 'pages';

export async function listRows<Clear>(room: Room): Promise<Row<Clear>[]> {
  return within([room], 'readonly', (store) => promised(store(room).getAll() as IDBRequest<Row<Clear>[]>));
}

export async function findRow<Clear>(room: Room, id: string): Promise<Row<Clear> | undefined> {
  return within([room], 'readonly', (store) => promised(store(room).get(id) as IDBRequest<Row<Clear> | undefined>));
}

/** Sealing and the clearing of idle keys take turns: a key found idle may be the one that somebody is about to use. */
const inTurn = async <Value>(work: () => Promise<Value>): Promise<Value> =>
  await navigator.locks.request(`${NAME}-keys`, work);

/** Seals `secret` and keeps it under `id`. A wipe between the two leaves nothing: without its key a row is not written. */
export function keepRow(room: Room, id: string, clear: object, secret: unknown, now: number): Promise<void> {
  return inTurn(async () => {
    const sealed = await seal(secret, id, now);
    await within(['keys', room], 'readwrite', async (store) => {
      if (await promised(store('keys').get(sealed.keyId))) await promised(store(room).put({ ...clear, id, sealed }));
    });
  });
}

/** Changes what stands beside a seal, and the seal where a new secret is given. Nothing comes back that was wiped meanwhile. */
export function changeRow(
  room: Room,
  id: string,
  clear: object,
  secret?: { value: unknown; now: number },
): Promise<void> {
  return inTurn(async () => {
    const sealed = secret ? await seal(secret.value, id, secret.now) : undefined;
    await within([room], 'readwrite', async (store) => {
      const row = (await promised(store(room).get(id))) as Row<object> | undefined;
      if (row) await promised(store(room).put({ ...row, ...clear, ...(sealed ? { sealed } : {}) }));
    });
  });
}

export async function dropRows(room: Room, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await within([room], 'readwrite', async (store) => {
    for (const id of ids) await promised(store(room).delete(id));
  });
}

/** Drops keys under which nothing lies any more. */
export function dropIdleKeys(): Promise<void> {
  return inTurn(() =>
    within(STORES, 'readwrite', async (store) => {
      const entries = (await promised(store('entries').getAll())) as Row<object>[];
      const pages = (await promised(store('pages').getAll())) as Row<object>[];
      const used = new Set([...entries, ...pages].map(({ sealed }) => sealed.keyId));
      for (const id of await promised(store('keys').getAllKeys())) {
        if (typeof id === 'string' && !used.has(id)) await promised(store('keys').delete(id));
      }
    }),
  );
}

/** Everything at once: keys, entries, pages; then the place where they were. */
export async function emptyPhone(): Promise<void> {
  await within(STORES, 'readwrite', async (store) => {
    for (const name of STORES) await promised(store(name).clear());
  });
  // A page that is just reading holds this up; there is nothing left to read.
  indexedDB.deleteDatabase(NAME);
}

/** Whether this browser can keep anything: a secure address and its own cryptography and storage. */
export function canKeep(): boolean {
  return typeof indexedDB !== 'undefined' && globalThis.isSecureContext && 'subtle' in crypto && 'locks' in navigator;
}
