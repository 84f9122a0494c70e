import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { confirmOwnLetter, withdrawOwnLetter } from '#app/features/campaigns/commands/write-own-letter.server.ts';
import { letterLinkForm } from '#app/features/campaigns/delivery-forms.ts';
import { findOwnLetter } from '#app/features/campaigns/letter-queries.server.ts';
import { readLetterToken } from '#app/features/campaigns/letter-text.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, seeOther } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PrintSheet } from '#app/ui/print-sheet.tsx';
import { Stack } from '#app/ui/stack.tsx';

export const meta = titled('deliveries.link.title');
export { loaderHeaders as headers } from './public-data.ts';

/** Looking is a GET and sends nothing: scanners of mail look at every link. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const id = readLetterToken(args.params.token);
  const letter = id ? await findOwnLetter(id) : null;
  if (!letter || letter.slug !== args.params.slug) throw notFound();
  return data(
    { ...letter, tried: (['closed', 'expired'] as const).find((key) => key === ctx.url.searchParams.get('answer')) },
    { headers: { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' } },
  );
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { slug = '', token = '' } = args.params;
  const id = readLetterToken(token);
  if (!id) throw notFound();
  const posted = await readForm(args.request, letterLinkForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const here = paths.campaignLetterLink(slug, token);
  if (posted.value.intent === 'withdraw') {
    await withdrawOwnLetter(id);
    return seeOther(ctx, here);
  }
  const answer = await confirmOwnLetter(id, ctx.now);
  if (answer === 'unknown') throw notFound();
  return seeOther(ctx, answer === 'closed' || answer === 'expired' ? `${here}?answer=${answer}` : here);
}

export default function CampaignLetterLink() {
  const letter = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const state = letter.tried ?? (letter.state === 'pending' && !letter.isOpen ? 'closed' : letter.state);
  return (
    <Stack>
      <PageTitle meta={t('deliveries.link.to', { body: letter.addressee[locale] })}>{t('deliveries.link.title')}</PageTitle>
      {state !== 'unknown' && (
        <Notice tone={state === 'queued' || state === 'sent' ? 'success' : 'info'} live>
          {t(`deliveries.link.${state}`)}
        </Notice>
      )}
      {letter.letter ? (
        <PrintSheet from={letter.letter.name} to={letter.addressee.az} reference={letter.subject} date="">
          <p className="whitespace-pre-line">{letter.letter.text}</p>
        </PrintSheet>
      ) : (
        <p>{t('deliveries.link.gone')}</p>
      )}
      {(state === 'pending' || state === 'queued' || state === 'held_duplicate') && (
        <Form label={t('deliveries.link.title')}>
          <ButtonRow>
            {state === 'pending' && (
              <Button name="intent" value="send">
                {t('deliveries.link.send')}
              </Button>
            )}
            <Button name="intent" value="withdraw" tone="quiet">
              {t('deliveries.link.withdraw')}
            </Button>
          </ButtonRow>
        </Form>
      )}
    </Stack>
  );
}
