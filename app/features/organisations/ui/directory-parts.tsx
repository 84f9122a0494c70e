import { useWords } from '#app/i18n/words-context.tsx';
import type { OrganisationKind } from '#app/kernel/actor.ts';
import { regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { CardLink, CardList } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Section } from '#app/ui/stack.tsx';
import { choiceName } from '../rules/directory.ts';

export type DirectoryCard = { slug: string; kind: OrganisationKind; name: string; about: string; town: string };
export type DirectoryPlace = { code: string; organisations: DirectoryCard[]; problems: number };

export function OrganisationCards({ organisations }: { organisations: readonly DirectoryCard[] }) {
  const { t, to } = useWords();
  return (
    <CardList>
      {organisations.map((one) => (
        <CardLink
          key={one.slug}
          href={to(paths.organisation(one.slug))}
          title={one.name}
          meta={[t(`organisations.kind.${one.kind}`), one.town].filter(Boolean).join(' · ')}
        >
          <p>{one.about}</p>
        </CardLink>
      ))}
    </CardList>
  );
}

/** A region, who works there, and the way to its reports. */
export function RegionGroup({ place }: { place: DirectoryPlace }) {
  const { t, to, locale } = useWords();
  const id = `region-${place.code}`;
  return (
    <Section
      title={choiceName(place.code, locale)}
      id={id}
      actions={
        place.problems > 0 && (
          <a href={to(paths.issues(`?region=${place.code}`))}>
            {t('organisations.directory.problems', { count: place.problems })}
          </a>
        )
      }
    >
      <OrganisationCards organisations={place.organisations} />
    </Section>
  );
}

/** The chosen region has no organisation: says so, and who reads its reports meanwhile. */
export function NobodyHere({ region, network }: { region: string; network: DirectoryCard | null }) {
  const { t, to, locale } = useWords();
  const name = choiceName(region, locale);
  return (
    <EmptyState
      title={t('organisations.directory.nobody.title', { region: name })}
      action={<ButtonLink href={to(paths.apply())}>{t('organisations.directory.apply')}</ButtonLink>}
    >
      {network ? (
        <p>
          {t('organisations.directory.nobody.network')}{' '}
          <a href={to(paths.organisation(network.slug))}>{network.name}</a>.
        </p>
      ) : (
        <p>{t('organisations.directory.nobody.text')}</p>
      )}
    </EmptyState>
  );
}

export function EmptyRegions({ codes, hasNetwork }: { codes: readonly string[]; hasNetwork: boolean }) {
  const { t, to, locale } = useWords();
  if (codes.length === 0) return null;
  return (
    <Section title={t('organisations.directory.empty.title', { count: codes.length })} id="empty-regions">
      <p>{t(hasNetwork ? 'organisations.directory.empty.network' : 'organisations.directory.empty.text')}</p>
      <ul className="flex flex-wrap gap-x-4 text-sm">
        {codes.map((code) => (
          <li key={code}>
            <a className="inline-flex min-h-9 items-center" href={to(`${paths.organisations()}?region=${code}`)}>
              {regionName(code, locale)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
