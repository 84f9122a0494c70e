import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import styles from './app.css?url';
import { WordsProvider, useWords } from './i18n/words-context.tsx';
import { splitLocale } from './kernel/locale.ts';
import { islandAssets } from './platform/assets.server.ts';
import { openRequest } from './platform/request.server.ts';
import { ErrorPage, errorKind } from './routes/error-page.tsx';
import { IslandAddressesProvider } from './ui/island.tsx';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
];

export const meta: MetaFunction = () => [{ title: 'İcma' }, { name: 'theme-color', content: '#FBF8F3' }];

export async function loader(args: LoaderFunctionArgs) {
  await openRequest(args);
  return { islands: islandAssets() };
}

/** The document: language from the address, no framework script, no inline script or style element. */
export function Layout({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const { locale } = splitLocale(pathname);
  const data = useRouteLoaderData<typeof loader>('root');
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <WordsProvider locale={locale}>
          <IslandAddressesProvider value={data?.islands ?? {}}>{children}</IslandAddressesProvider>
        </WordsProvider>
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { t } = useWords();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return (
    <>
      <title>{`${t(`common.page.${errorKind(status)}.title`)} · İcma`}</title>
      <ErrorPage status={status} />
    </>
  );
}
