import type { LoaderFunctionArgs } from '@remix-run/node';
import { findDemoAttachment } from '#app/platform/demo-mail.server.ts';
import { notFound } from '#app/platform/request.server.ts';

/** A file of a letter in the demo's mailbox; in live mode there is neither. A paper opens, anything else is kept. */
export async function loader({ params }: LoaderFunctionArgs) {
  const file = /^\d$/.test(params.at ?? '') ? await findDemoAttachment(params.mail, Number(params.at)) : null;
  if (!file) throw notFound();
  const isPaper = file.name.endsWith('.pdf');
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'Content-Type': isPaper ? 'application/pdf' : 'application/octet-stream',
      'Content-Disposition': `${isPaper ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
