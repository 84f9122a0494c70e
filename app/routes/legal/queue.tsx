import type { LoaderFunctionArgs } from '@remix-run/node';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { atDesk } from './at-desk.ts';

export const meta = titled('legal.nav.queue');

export async function loader(args: LoaderFunctionArgs) {
  await atDesk(args, 'lead', 'lawyer');
  return null;
}

export default function Queue() {
  const { t } = useWords();
  return <PageTitle>{t('legal.nav.queue')}</PageTitle>;
}
