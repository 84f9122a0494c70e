import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isRightsTopic } from '#app/features/legal-aid/rules/rights-topics.ts';
import { rightsTexts, toldTerms } from '#app/features/legal-aid/ui/rights-texts.ts';
import { TermList } from '#app/features/legal-aid/ui/term-list.tsx';
import { listEmergencyNumbers } from '#app/features/organisations/public.server.ts';
import { wordsFor } from '#app/i18n/words.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { DEFAULT_LOCALE, isLocale } from '#app/kernel/locale.ts';
import { paths } from '#app/paths.ts';
import { openRequest } from '#app/platform/request.server.ts';
import { QuickExit } from '#app/ui/quick-exit.tsx';

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
/** The title is printed at the sheet's edge by many browsers: the topic and nothing else. */
export const meta: MetaFunction = ({ params }) => {
  const locale = isLocale(params.lang) ? params.lang : DEFAULT_LOCALE;
  const title = isRightsTopic(params.topic) ? rightsTexts(locale, params.topic).title : '';
  return [{ title: wordsFor(locale)('legal-rights.card.page', { title }) }, { name: 'robots', content: 'noindex' }];
};

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { topic } = args.params;
  if (!isRightsTopic(topic)) throw new Response(null, { status: 404 });
  const found = { topic, numbers: await listEmergencyNumbers() };
  return data(
    found,
    ctx.actor.kind === 'anonymous' ? { headers: { 'Cache-Control': 'public, max-age=0, s-maxage=5' } } : undefined,
  );
}

/** A card to print and to carry: no link, no account, no name of the house on the paper. */
export default function RightsCard() {
  const { topic, numbers } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  const { title, lead, steps, care } = rightsTexts(locale, topic);
  const terms = toldTerms(topic);
  return (
    <main id="main" className="mx-auto grid max-w-xl gap-5 p-4">
      <div className="no-print">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <a href={to(paths.legalRight(topic))}>{t('legal-rights.card.back')}</a>
          <QuickExit href={paths.quickExit()} />
        </div>
        <p className="meta pt-3">{t('legal-rights.card.hint')}</p>
      </div>
      <article className="grid gap-3 rounded-card border-2 border-line-strong bg-card p-5">
        <h1 className="text-xl font-bold">{title}</h1>
        <p>{lead}</p>
        <ol className="grid list-decimal gap-2 pl-6">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <h2 className="font-bold">{t('legal-rights.care')}</h2>
        <ul className="grid list-disc gap-1 pl-6">
          {care.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        {terms.length > 0 && (
          <>
            <h2 className="font-bold">{t('legal-rights.terms')}</h2>
            <TermList rules={terms} brief />
          </>
        )}
        {numbers.length > 0 && (
          <>
            <h2 className="font-bold">{t('legal-rights.card.numbers')}</h2>
            <ul className="grid gap-1">
              {numbers.map((entry) => (
                <li key={entry.number}>
                  <b className="num">{entry.number}</b> {entry[locale]}
                </li>
              ))}
            </ul>
          </>
        )}
        <p className="pt-3">{t('legal-rights.card.lawyer')}: ______________________________</p>
        <p className="meta">{t('legal-rights.card.foot')}</p>
      </article>
    </main>
  );
}
