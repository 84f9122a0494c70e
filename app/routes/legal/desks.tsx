import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { notFound, openRequest, requireUser } from '#app/platform/request.server.ts';
import { PageTitle } from '#app/ui/heading.tsx';
import { LinkMore } from '#app/ui/link-more.tsx';
import { Stack } from '#app/ui/stack.tsx';

export const meta = titled('legal.desk.title');

/** The desks a person works at; the only one is gone to at once. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const actor = requireUser(ctx);
  const desks = actor.memberships.filter((entry) =>
    can(actor, 'legal.enter', { organisationId: entry.organisationId }),
  );
  const [first, ...others] = desks;
  if (!first) throw notFound();
  if (others.length === 0) throw redirect(ctx.to(paths.desk(first.slug)), 303);
  return { desks: desks.map(({ names, slug }) => ({ names, slug })) };
}

export default function Desks() {
  const { desks } = useLoaderData<typeof loader>();
  const { locale, t, to } = useWords();
  return (
    <Stack>
      <PageTitle>{t('legal.desk.choose')}</PageTitle>
      <ul>
        {desks.map(({ names, slug }) => (
          <li key={slug}>
            <LinkMore href={to(paths.desk(slug))}>{names[locale]}</LinkMore>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
