import { ensureDatabase, hasCluster, startPostgres } from './postgres.mjs';
import { readSecret } from './settings.mjs';

/**
 * Brings up the database of the settings: the server of DATABASE_URL, or the embedded one.
 * Answers the secret, the administrator's address and `stop()`, which leaves an own server alone.
 */
export async function openDatabase(settings, { flags } = {}) {
  const { dataDir, ownServerUrl } = settings;
  const secret = readSecret(dataDir, { hasData: !ownServerUrl && hasCluster(dataDir) });
  if (ownServerUrl) {
    await ensureDatabase(ownServerUrl);
    return { secret, adminUrl: ownServerUrl, stop: async () => undefined };
  }
  const { url, stop } = await startPostgres({ dataDir, secret, flags });
  return { secret, adminUrl: url, stop };
}
