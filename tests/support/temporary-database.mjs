import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeElsewhere } from '../../app/start/cluster-home.mjs';
import { startPostgres } from '../../app/start/postgres.mjs';
import { prepareDataDir } from '../../app/start/settings.mjs';

/** The secret of every test instance; with it go the passwords of the database roles. */
export const TEST_SECRET = '7e57'.repeat(16);

/** Nothing in a test database has to survive a power cut. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '120' };

/** A folder that the unprivileged database user can enter when the tests run as root. */
export function makeTemporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'icma-test-'));
  chmodSync(folder, 0o711);
  return folder;
}

/** Removes a temporary instance with its database, wherever that had to lie. */
export function removeTemporaryFolder(folder) {
  removeElsewhere(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Starts an empty server of its own; `stop()` removes it with its data. */
export async function startTemporaryDatabase() {
  const dataDir = makeTemporaryFolder();
  const remove = () => removeTemporaryFolder(dataDir);
  try {
    prepareDataDir(dataDir);
    const { url, stop } = await startPostgres({ dataDir, secret: TEST_SECRET, flags: FAST });
    return { url, stop: () => stop().then(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}
