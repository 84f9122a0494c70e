import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { PageTitle } from '#app/ui/heading.tsx';

/** One page of the account: the way back, its title, and one thing to do. */
export function AccountPage({ children, lead, title }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const { t, to } = useWords();
  return (
    <>
      <Breadcrumb items={[{ label: t('common.nav.account'), href: to(paths.account()) }, { label: title }]} />
      <PageTitle lead={lead}>{title}</PageTitle>
      {children}
    </>
  );
}
