import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { paths, safeNext } from '#app/paths.ts';
import { demoPeople } from '#app/platform/demo.server.ts';
import { notFound, openRequest } from '#app/platform/request.server.ts';
import { listMemberships, startSession } from '#app/platform/session.server.ts';

/** Steps into a demo person in one click. In live mode there are no demo people, and so no door. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const form = await args.request.formData();
  const person = demoPeople().find((entry) => entry.id === form.get('person'));
  if (!person) throw notFound();
  // Straight to where the person works.
  const [workplace] = await listMemberships(person.id);
  const home =
    person.role === 'operator'
      ? paths.admin()
      : workplace
        ? paths.workplace(workplace.slug, workplace.roles)
        : paths.account();
  return redirect(safeNext(String(form.get('next') ?? ''), home), {
    status: 303,
    headers: { 'Set-Cookie': await startSession(person.id, ctx.now) },
  });
}

export function loader(): never {
  throw notFound();
}
