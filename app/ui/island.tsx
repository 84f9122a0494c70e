import { createContext, useContext, type ReactNode } from 'react';

/** Addresses of the built islands, given by the root. */
export type IslandAddresses = Record<string, { script: string; styles: string[] }>;
const Addresses = createContext<IslandAddresses>({});
export const IslandAddressesProvider = Addresses.Provider;

/**
 * A place where a script makes a page nicer. What stands inside works without it and stays when the script does not
 * come; the script finds its place by name, reads `data` (JSON), and takes over.
 * Only names, numbers and words go into `data`: it is part of the page.
 */
export function Island({
  name,
  data,
  className,
  children,
}: {
  name: string;
  data: unknown;
  className?: string;
  children?: ReactNode;
}) {
  const found = useContext(Addresses)[name];
  return (
    <>
      {found ? found.styles.map((style) => <link key={style} rel="stylesheet" href={style} />) : null}
      <div data-island={name} data-props={JSON.stringify(data)} data-script={found?.script} className={className}>
        {children}
      </div>
      {found ? <script type="module" src={found.script} /> : null}
    </>
  );
}
