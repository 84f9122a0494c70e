/** Hands out a kept file: pictures may be looked at in place, everything else is a download that no page can run. */
export function fileResponse(
  bytes: Uint8Array,
  { fileName, mime }: { fileName: string; mime: string },
  cacheControl: string,
): Response {
  const disposition = mime === 'image/jpeg' ? 'inline' : 'attachment';
  return new Response(Buffer.from(bytes), {
    headers: {
      'Content-Type': mime,
      'Content-Disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'Cache-Control': cacheControl,
      'Content-Security-Policy': "default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
