import type { LoaderFunctionArgs } from '@remix-run/node';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { openRequest } from '#app/platform/request.server.ts';
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { PageTitle } from '#app/ui/heading.tsx';

export async function loader(args: LoaderFunctionArgs) {
  await openRequest(args);
  return null;
}

export default function Home() {
  const { t, to } = useWords();
  return (
    <>
      <PageTitle>{t('common.tagline')}</PageTitle>
      <ButtonRow>
        <ButtonLink href={to(paths.newIssue())}>{t('common.nav.report')}</ButtonLink>
      </ButtonRow>
    </>
  );
}
