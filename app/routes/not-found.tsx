import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { notFound, openRequest } from '#app/platform/request.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  await openRequest(args);
  throw notFound();
}

export function action(args: ActionFunctionArgs) {
  return loader(args);
}

export default function NotFound() {
  return null;
}
