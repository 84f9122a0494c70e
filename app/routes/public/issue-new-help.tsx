import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { StopPage } from '#app/features/issues/ui/stop-page.tsx';
import { listEmergencyNumbers } from '#app/features/organisations/public.server.ts';
import { openRequest } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';

export const handle = { quickExit: true };
export const meta = titled('issues.form.stop.help');

export async function loader(args: LoaderFunctionArgs) {
  await openRequest(args);
  return { numbers: await listEmergencyNumbers() };
}

export default function IssueNewHelp() {
  return <StopPage numbers={useLoaderData<typeof loader>().numbers} />;
}
