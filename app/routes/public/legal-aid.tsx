import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EmergencyNumbers } from '#app/features/issues/ui/stop-page.tsx';
import { listEmergencyNumbers } from '#app/features/organisations/public.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { openRequest } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Section } from '#app/ui/stack.tsx';

export const handle = { quickExit: true };
export const meta = titled('issues.public.legal-aid.title');

export async function loader(args: LoaderFunctionArgs) {
  await openRequest(args);
  return { numbers: await listEmergencyNumbers() };
}

/** Says honestly that this door is not open yet, and which ones are. */
export default function LegalAid() {
  const { numbers } = useLoaderData<typeof loader>();
  const { t, to } = useWords();
  return (
    <div className="stack stack-large">
      <PageTitle lead={t('issues.public.legal-aid.lead')}>{t('issues.public.legal-aid.title')}</PageTitle>
      <Section title={t('issues.public.legal-aid.now')} id="now">
        <p>{t('issues.public.legal-aid.call')}</p>
        <p>{t('issues.public.legal-aid.careful')}</p>
        <ButtonRow>
          <ButtonLink href={to(paths.organisations())}>{t('issues.public.legal-aid.organisations')}</ButtonLink>
        </ButtonRow>
      </Section>
      <EmergencyNumbers numbers={numbers} />
    </div>
  );
}
