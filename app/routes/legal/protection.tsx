import { data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { LEFT_IN_CLEAR, NOT_PROTECTED, PROTECTED } from '#app/features/legal-aid/rules/guarantees.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { openRequest } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { PageTitle } from '#app/ui/heading.tsx';
import { LinkMore } from '#app/ui/link-more.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/stack.tsx';
import { StateSign } from '#app/ui/state-badge.tsx';

export const handle = { quickExit: true };
export const meta = titled('legal-rights.protection.title');
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  return data(
    null,
    ctx.actor.kind === 'anonymous' ? { headers: { 'Cache-Control': 'public, max-age=0, s-maxage=5' } } : undefined,
  );
}

/** What is protected, what is not and what stays in clear: the list that the tests are held against. */
export default function Protection() {
  const { t, to } = useWords();
  return (
    <div className="stack stack-large">
      <PageTitle lead={t('legal-rights.protection.lead')}>{t('legal-rights.protection.title')}</PageTitle>
      <Notice tone="warning" title={t('legal-rights.protection.e2e.title')}>
        {t('legal-rights.protection.e2e')}
      </Notice>
      <Section title={t('legal-rights.protection.not')} id="not">
        <ul className="grid gap-3">
          {NOT_PROTECTED.map((id) => (
            <li key={id} className="grid grid-cols-[1.5rem_1fr] gap-2">
              <StateSign tone="late" size={20} />
              <span>{t(`legal-rights.guarantee.${id}`)}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('legal-rights.protection.protected')} id="protected">
        <ul className="grid gap-3">
          {PROTECTED.map((id) => (
            <li key={id} className="grid grid-cols-[1.5rem_1fr] gap-2">
              <StateSign tone="verified" size={20} />
              <span>
                {t(`legal-rights.guarantee.${id}`)}{' '}
                <span className="meta">{t('legal-rights.protection.check', { id })}</span>
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('legal-rights.protection.clear')} id="clear">
        <p>{t('legal-rights.protection.clear.lead')}</p>
        <ul className="grid list-disc gap-2 pl-6">
          {LEFT_IN_CLEAR.map((id) => (
            <li key={id}>{t(`legal-rights.guarantee.${id}`)}</li>
          ))}
        </ul>
      </Section>
      <LinkMore href={to(paths.legalRights())}>{t('legal-rights.title')}</LinkMore>
    </div>
  );
}
