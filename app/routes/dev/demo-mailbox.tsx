import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatMoment } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { listDemoMail } from '#app/platform/demo-mail.server.ts';
import { isDemo } from '#app/platform/env.server.ts';
import { notFound, openRequest } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';

export const meta = titled('demo.mailbox.title');

/** What the demo would have sent; in live mode there is no such page. */
export async function loader(args: LoaderFunctionArgs) {
  await openRequest(args);
  if (!isDemo()) throw notFound();
  const letters = await listDemoMail();
  return letters.map(({ id, to, subject, text, createdAt, attachments }) => ({
    id,
    to,
    subject,
    text,
    createdAt: createdAt.toISOString(),
    attachments: (attachments ?? []).map((file) => file.name),
  }));
}

export default function DemoMailbox() {
  const letters = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  return (
    <>
      <PageTitle lead={t('demo.mailbox.lead')}>{t('demo.mailbox.title')}</PageTitle>
      {letters.length === 0 && <EmptyState title={t('demo.mailbox.empty')} />}
      <ul className="grid gap-4">
        {letters.map((letter) => (
          <Card as="li" key={letter.id}>
            <p className="meta">
              {t('demo.mailbox.to', { address: letter.to })} · {formatMoment(new Date(letter.createdAt), locale)}
            </p>
            <h2 className="text-lg font-bold">{letter.subject}</h2>
            <p className="mt-2 whitespace-pre-line break-words">{withLinks(letter.text)}</p>
            {letter.attachments.length > 0 && (
              <ul className="mt-2">
                {letter.attachments.map((name, at) => (
                  <li key={at}>
                    <a href={paths.demoAttachment(letter.id, at)}>{t('demo.mailbox.attachment', { name })}</a>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        ))}
      </ul>
    </>
  );
}

/** The letter's text with its addresses made links; everything else stays text. */
function withLinks(text: string): ReactNode[] {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, at) =>
    at % 2 === 1 ? (
      <a key={at} className="break-all" href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
