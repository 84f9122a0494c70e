import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData, useMatches } from '@remix-run/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { openRequest } from '#app/platform/request.server.ts';
import { demoChoices } from '#app/routes/demo-choices.server.ts';
import { DemoStrip } from '#app/routes/demo-strip.tsx';
import { useLanguageHrefs, usePublicNav } from '#app/routes/frame.tsx';
import { LanguageSwitcher } from '#app/ui/language-switcher.tsx';
import { PublicFooter, PublicFrame, PublicHeader } from '#app/ui/public-frame.tsx';
import { QuickExit } from '#app/ui/quick-exit.tsx';

/** What a public page may ask of its frame through `handle`. */
export type PublicHandle = { width?: 'read' | 'wide' | 'full'; quickExit?: boolean };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  return {
    person: ctx.actor.kind === 'user' ? ctx.actor.name : null,
    demo: demoChoices(ctx.t, ctx.actor),
  };
}

export default function PublicLayout() {
  const { person, demo } = useLoaderData<typeof loader>();
  const { t, to } = useWords();
  const { head, bottom } = usePublicNav();
  const hrefs = useLanguageHrefs();
  const handle = useMatches().at(-1)?.handle as PublicHandle | undefined;
  const account = person === null ? { href: to(paths.signIn()), label: t('common.nav.sign-in') } : { href: to(paths.account()), label: person };
  return (
    <PublicFrame
      demoBar={<DemoStrip people={demo} />}
      header={<PublicHeader exit={handle?.quickExit && <QuickExit href={paths.quickExit()} />} brandHref={to(paths.home())} nav={head} end={handle?.quickExit ? null : <LanguageSwitcher hrefs={hrefs} />} />}
      footer={
        <PublicFooter
          links={[
            account,
            { href: to(paths.events()), label: t('events.list.title') },
            { href: to(paths.organisations()), label: t('common.nav.organisations') },
            { href: to(paths.authorities()), label: t('common.nav.authorities') },
            { href: to(paths.decisions()), label: t('common.nav.decisions') },
            { href: to(paths.search()), label: t('common.nav.search') },
            { href: to(paths.privacy()), label: t('common.nav.privacy') },
            { href: to(paths.about()), label: t('common.nav.about') },
          ]}
          end={<LanguageSwitcher hrefs={hrefs} shape="list" />}
        >
          {t('common.footer.text')}
        </PublicFooter>
      }
      bottom={bottom}
      width={handle?.width}
    >
      <Outlet />
    </PublicFrame>
  );
}
