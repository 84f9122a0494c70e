import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Lattice } from '#app/ui/lattice.tsx';

const KNOWN = [403, 404, 410, 429] as const;
type Known = (typeof KNOWN)[number];

/** Which of the catalogue's pages says it; a fault that has none is ours. */
export function errorKind(status: number): Known | 500 {
  return (KNOWN as readonly number[]).includes(status) ? (status as Known) : 500;
}

/** A refusal or a fault, said plainly, with the way back. */
export function ErrorPage({ status }: { status: number }) {
  const { t, to } = useWords();
  const kind = errorKind(status);
  return (
    <main id="main" className="mx-auto max-w-xl px-4 py-10">
      <Lattice shape="band" />
      <div className="mt-8">
        <PageTitle lead={t(`common.page.${kind}.text`)}>{t(`common.page.${kind}.title`)}</PageTitle>
      </div>
      <ButtonLink href={to(paths.home())}>{t('common.page.home-link')}</ButtonLink>
    </main>
  );
}
