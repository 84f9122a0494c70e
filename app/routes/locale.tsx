import { Outlet } from '@remix-run/react';

/** Nothing of its own: the language of the address is read by the root and by every loader (openRequest). */
export default function LocaleLayout() {
  return <Outlet />;
}
