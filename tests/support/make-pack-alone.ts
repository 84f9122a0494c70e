/**
 * Makes one pack in a process of its own and says what it took: `node … <organisation> <pack>` prints
 * `{ idle, peak, seconds }`, memory in megabytes. Idle is the process with everything loaded and its connections open.
 */
import { closePools } from '#db/client.server.ts';
import { makePack } from '#app/features/campaigns/pack-job.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';

const [organisationId = '', packId = ''] = process.argv.slice(2);
await withScope({ kind: 'system', organisationId }, async () => undefined);
await Promise.all([import('pdfkit'), import('docx')]);
const idle = process.memoryUsage().rss;
const begun = performance.now();
await makePack({ organisationId, packId }, new Date());
const peak = process.resourceUsage().maxRSS * 1024;
await closePools();
const mega = (bytes: number): number => Math.round(bytes / 1_048_576);
process.stdout.write(
  JSON.stringify({ idle: mega(idle), peak: mega(peak), seconds: Math.round((performance.now() - begun) / 100) / 10 }),
);
