import type { OrganisationKind } from '#app/kernel/actor.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { choiceOf, regionsForChoice, type RegionChoice } from '#app/kernel/regions.ts';

/** Kinds that stand in the public directory, in the order they are offered. A team is never public. */
export const PUBLIC_KINDS = [
  'cbo',
  'initiative_group',
  'society',
  'network',
] as const satisfies readonly OrganisationKind[];

/** Addresses below /organisations that are pages of their own. */
export const RESERVED_SLUGS: ReadonlySet<string> = new Set(['apply', 'new', 'search']);

type Listed = { kind: OrganisationKind; regions: readonly string[] };

/** What the directory shows: regions with those who work there, regions where nobody does yet, and networks apart. */
export type Directory<Entry> = {
  served: { choice: RegionChoice; organisations: Entry[] }[];
  empty: RegionChoice[];
  networks: Entry[];
};

/**
 * Sorts organisations under the citizens' list of regions, in its order (the Azerbaijani alphabet). One that works in
 * several regions stands under each. A network stands apart, and under the regions that it names.
 */
export function arrangeDirectory<Entry extends Listed>(entries: readonly Entry[]): Directory<Entry> {
  const places = regionsForChoice().map((choice) => ({
    choice,
    organisations: entries.filter((entry) => entry.regions.some((region) => choiceOf(region) === choice.code)),
  }));
  return {
    served: places.filter((place) => place.organisations.length > 0),
    empty: places.filter((place) => place.organisations.length === 0).map((place) => place.choice),
    networks: entries.filter((entry) => entry.kind === 'network'),
  };
}

/** A choice's own name: “Lənkəran şəhəri və rayonu” where a town and its district are one choice. */
export function choiceName(code: string, locale: Locale): string {
  const name = regionsForChoice().find((choice) => choice.code === code)?.full[locale] ?? code;
  // It stands alone as a heading: “Город Гянджа”.
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** The choices that an organisation's regions make up, each once. */
export function choicesOf(regions: readonly string[]): string[] {
  return [...new Set(regions.map(choiceOf))];
}
