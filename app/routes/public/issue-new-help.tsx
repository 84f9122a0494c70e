import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { StopPage } from '#app/features/issues/ui/stop-page.tsx';
import { sealHandover } from '#app/features/legal-aid/public.server.ts';
import { listEmergencyNumbers } from '#app/features/organisations/public.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { openRequest } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { Button } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';

export const handle = { quickExit: true };
export const meta = titled('issues.form.stop.help');

export async function loader(args: LoaderFunctionArgs) {
  await openRequest(args);
  return { numbers: await listEmergencyNumbers(), handover: sealHandover({ from: 'issue' }) };
}

export default function IssueNewHelp() {
  const { handover, numbers } = useLoaderData<typeof loader>();
  const { t, to } = useWords();
  // Posted: where somebody came from stands in no address.
  const help = (
    <Form action={to(paths.legalRequest())} inline>
      <input type="hidden" name="handover" value={handover} />
      <Button>{t('issues.form.stop.help')}</Button>
    </Form>
  );
  return <StopPage numbers={numbers} help={help} />;
}
