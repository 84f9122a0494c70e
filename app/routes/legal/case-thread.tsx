import type { LoaderFunctionArgs } from '@remix-run/node';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { Heading } from '#app/ui/heading.tsx';
import { atCase } from './at-case.ts';

export const meta = titled('legal-desk.room.thread');

export async function loader(args: LoaderFunctionArgs) {
  await atCase(args);
  return null;
}

export default function Thread() {
  const { t } = useWords();
  return <Heading>{t('legal-desk.room.thread')}</Heading>;
}
