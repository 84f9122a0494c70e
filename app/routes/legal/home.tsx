import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EmergencyNumbers } from '#app/features/issues/ui/stop-page.tsx';
import { listDesks } from '#app/features/legal-aid/desks.server.ts';
import { countLegalAid } from '#app/features/legal-aid/public.server.ts';
import { DeskList } from '#app/features/legal-aid/ui/desk-list.tsx';
import { listEmergencyNumbers } from '#app/features/organisations/public.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { openRequest } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { LinkMore } from '#app/ui/link-more.tsx';
import { Section } from '#app/ui/stack.tsx';

export const handle = { quickExit: true };
export const meta = titled('legal-intake.home.title');

export async function loader(args: LoaderFunctionArgs) {
  await openRequest(args);
  const [desks, counts] = await Promise.all([listDesks(), countLegalAid()]);
  return {
    total: counts.total,
    desks: desks.map(({ organisationId: _id, ...desk }) => desk),
    numbers: await listEmergencyNumbers(),
  };
}

/** Legal aid's front door: ask, come back, read, and what protects one here. */
export default function LegalAidHome() {
  const { desks, numbers, total } = useLoaderData<typeof loader>();
  const { t, to } = useWords();
  const isOpen = desks.some((desk) => desk.takesRequests);
  return (
    <div className="stack stack-large">
      <div>
        <PageTitle lead={t('legal-intake.home.lead')}>{t('legal-intake.home.title')}</PageTitle>
        <ButtonRow>
          {isOpen && <ButtonLink href={to(paths.legalRequest())}>{t('legal-intake.home.begin')}</ButtonLink>}
          <ButtonLink tone="secondary" href={to(paths.legalReceipt())}>
            {t('legal-intake.home.receipt')}
          </ButtonLink>
        </ButtonRow>
      </div>
      <EmergencyNumbers numbers={numbers} />
      <Section title={t('legal-intake.home.how')} id="how">
        <ol className="grid list-decimal gap-2 pl-6">
          <li>{t('legal-intake.home.how.1')}</li>
          <li>{t('legal-intake.home.how.2')}</li>
          <li>{t('legal-intake.home.how.3')}</li>
          <li>{t('legal-intake.home.how.4')}</li>
        </ol>
        <LinkMore href={to(paths.legalProtection())}>{t('legal-intake.home.protection')}</LinkMore>
      </Section>
      <DeskList desks={desks} />
      {total !== null && <p className="meta">{t('legal-intake.home.counted', { number: total })}</p>}
      <Section title={t('legal-intake.home.rights')} id="rights">
        <p>{t('legal-intake.home.rights.text')}</p>
        <LinkMore href={to(paths.legalRights())}>{t('legal-rights.title')}</LinkMore>
      </Section>
    </div>
  );
}
