import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { useLanguageHrefs, usePublicNav } from '#app/routes/frame.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { LanguageSwitcher } from '#app/ui/language-switcher.tsx';
import { PublicFooter, PublicFrame, PublicHeader } from '#app/ui/public-frame.tsx';

const KNOWN = [403, 404, 410, 429, 503] as const;
type Known = (typeof KNOWN)[number];

/** Which of the catalogue's pages says it; a fault that has none is ours. */
export function errorKind(status: number): Known | 500 {
  return (KNOWN as readonly number[]).includes(status) ? (status as Known) : 500;
}

/** A refusal or a fault, said plainly inside the public frame, so that the menu and the languages stay in reach. Asks nothing of the server. */
export function ErrorPage({ status }: { status: number }) {
  const { t, to } = useWords();
  const kind = errorKind(status);
  const { head, bottom } = usePublicNav();
  const hrefs = useLanguageHrefs();
  return (
    <PublicFrame
      header={<PublicHeader brandHref={to(paths.home())} nav={head} end={<LanguageSwitcher hrefs={hrefs} />} />}
      footer={
        <PublicFooter
          links={[
            { href: to(paths.search()), label: t('common.nav.search') },
            { href: to(paths.about()), label: t('common.nav.about') },
          ]}
          end={<LanguageSwitcher hrefs={hrefs} shape="list" />}
        >
          {t('common.footer.text')}
        </PublicFooter>
      }
      bottom={bottom}
      width="read"
    >
      <PageTitle lead={t(`common.page.${kind}.text`)}>{t(`common.page.${kind}.title`)}</PageTitle>
      <ButtonLink href={to(paths.home())}>{t('common.page.home-link')}</ButtonLink>
    </PublicFrame>
  );
}
