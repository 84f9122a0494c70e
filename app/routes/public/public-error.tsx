import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { wordsFor } from '#app/i18n/words.ts';
import { DEFAULT_LOCALE, isLocale } from '#app/kernel/locale.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { PageTitle } from '#app/ui/heading.tsx';

const KINDS = [404, 410, 429] as const;
const kindOf = (error: unknown) => (isRouteErrorResponse(error) ? KINDS.find((status) => status === error.status) : undefined);

/** The title of a page that could not be shown, for its `meta`. */
export function errorTitle(error: unknown, lang: string | undefined): { title: string }[] {
  const kind = kindOf(error);
  const t = wordsFor(isLocale(lang) ? lang : DEFAULT_LOCALE);
  return [{ title: kind ? `${t(`common.page.${kind}.title`)} · İcma` : 'İcma' }];
}

/** A refusal inside the public frame, so that the way on stays in sight. Faults of ours are the root's business. */
export function PublicError() {
  const error = useRouteError();
  const { t, to } = useWords();
  const kind = kindOf(error);
  if (!kind) throw error;
  return (
    <>
      <PageTitle lead={t(`common.page.${kind}.text`)}>{t(`common.page.${kind}.title`)}</PageTitle>
      <ButtonRow>
        <ButtonLink tone="secondary" href={to(paths.issues())}>
          {t('issues.public.home.all')}
        </ButtonLink>
        <ButtonLink tone="quiet" href={to(paths.home())}>
          {t('common.page.home-link')}
        </ButtonLink>
      </ButtonRow>
    </>
  );
}
