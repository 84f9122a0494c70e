/**
 * The root of trust of an organisation's legal desk, from the server's console. It stands in DATA_DIR/legal-roots.json and
 * never in the database, so that nobody who writes the database can add a key that is trusted:
 *
 *   npm run legal-root -- --organisation astara-cay                            the leads' fingerprints, and which is pinned
 *   npm run legal-root -- --organisation astara-cay --fingerprint "ab12 …"      pins it, as its owner read it out
 */
import { parseArgs } from 'node:util';
import { listLeadKeys } from '#app/features/legal-aid/lead-keys.server.ts';
import { pinRoot, rootOf } from '#app/features/legal-aid/roots.server.ts';
import { closePools } from './client.server.ts';

const USAGE = 'Usage: npm run legal-root -- --organisation <its address part> [--fingerprint "ab12 cd34 …"]';

async function main(): Promise<number> {
  const { fingerprint, organisation } = readArguments();
  if (!organisation) return complain(USAGE);
  const found = await listLeadKeys(organisation);
  if (!found) return complain('There is no such organisation.');
  const { leads, organisationId } = found;
  const bare = (text: string): string => text.replaceAll(/[\s:-]/g, '').toLowerCase();
  if (fingerprint === undefined) {
    if (leads.length === 0) console.log('No lead has made keys yet.');
    for (const lead of leads) {
      const isPinned = lead.fingerprint === rootOf(organisationId);
      console.log(`${isPinned ? 'pinned' : '      '}  ${lead.shownName}\n        ${lead.fingerprint}`);
    }
    return 0;
  }
  const lead = leads.find((one) => bare(one.fingerprint) === bare(fingerprint));
  if (!lead) return complain('No lead of this desk has a key with this fingerprint. Nothing was changed.');
  pinRoot(organisationId, lead.fingerprint);
  console.log(`Trust begins with the key of ${lead.shownName} now. It takes effect when they open the desk.`);
  return 0;
}

function readArguments(): { organisation?: string; fingerprint?: string } {
  try {
    const options = { organisation: { type: 'string' }, fingerprint: { type: 'string' } } as const;
    return parseArgs({ options }).values;
  } catch (error) {
    console.error((error as Error).message);
    return {};
  }
}

function complain(sentence: string): number {
  console.error(sentence);
  return 1;
}

process.exitCode = await main();
await closePools();
