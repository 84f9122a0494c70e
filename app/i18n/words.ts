import i18next, { type i18n } from 'i18next';
import { LOCALES, type Locale } from '#app/kernel/locale.ts';
import { accounts as azAccounts } from './messages/az/accounts.ts';
import { authorities as azAuthorities } from './messages/az/authorities.ts';
import { campaigns as azCampaigns } from './messages/az/campaigns.ts';
import { categories as azCategories } from './messages/az/categories.ts';
import { support as azSupport } from './messages/az/support.ts';
import { deliveries as azDeliveries } from './messages/az/deliveries.ts';
import { legal as azLegal } from './messages/az/legal.ts';
import { legalIntake as azLegalIntake } from './messages/az/legal-intake.ts';
import { legalKeys as azLegalKeys } from './messages/az/legal-keys.ts';
import { legalDesk as azLegalDesk } from './messages/az/legal-desk.ts';
import { legalCase as azLegalCase } from './messages/az/legal-case.ts';
import { legalOversight as azLegalOversight } from './messages/az/legal-oversight.ts';
import { legalRights as azLegalRights } from './messages/az/legal-rights.ts';
import { watch as azWatch } from './messages/az/watch.ts';
import { spread as azSpread } from './messages/az/spread.ts';
import { common as azCommon } from './messages/az/common.ts';
import { demo as azDemo } from './messages/az/demo.ts';
import { issues as azIssues } from './messages/az/issues.ts';
import { issuesMap as azIssuesMap } from './messages/az/issues-map.ts';
import { issuesStaff as azIssuesStaff } from './messages/az/issues-staff.ts';
import { kit as azKit } from './messages/az/kit.ts';
import { organisations as azOrganisations } from './messages/az/organisations.ts';
import { people as azPeople } from './messages/az/people.ts';
import { platform as azPlatform } from './messages/az/platform.ts';
import { media as azMedia } from './messages/az/media.ts';
import { home as azHome } from './messages/az/home.ts';
import { board as azBoard } from './messages/az/board.ts';
import { campaignLife as azCampaignLife } from './messages/az/campaign-life.ts';
import { elections as azElections } from './messages/az/elections.ts';
import { events as azEvents } from './messages/az/events.ts';
import { mailings as azMailings } from './messages/az/mailings.ts';
import { outbox as azOutbox } from './messages/az/outbox.ts';
import { tasks as azTasks } from './messages/az/tasks.ts';
import { teams as azTeams } from './messages/az/teams.ts';
import { accounts as enAccounts } from './messages/en/accounts.ts';
import { authorities as enAuthorities } from './messages/en/authorities.ts';
import { campaigns as enCampaigns } from './messages/en/campaigns.ts';
import { categories as enCategories } from './messages/en/categories.ts';
import { support as enSupport } from './messages/en/support.ts';
import { deliveries as enDeliveries } from './messages/en/deliveries.ts';
import { legal as enLegal } from './messages/en/legal.ts';
import { legalIntake as enLegalIntake } from './messages/en/legal-intake.ts';
import { legalKeys as enLegalKeys } from './messages/en/legal-keys.ts';
import { legalDesk as enLegalDesk } from './messages/en/legal-desk.ts';
import { legalCase as enLegalCase } from './messages/en/legal-case.ts';
import { legalOversight as enLegalOversight } from './messages/en/legal-oversight.ts';
import { legalRights as enLegalRights } from './messages/en/legal-rights.ts';
import { watch as enWatch } from './messages/en/watch.ts';
import { spread as enSpread } from './messages/en/spread.ts';
import { common as enCommon } from './messages/en/common.ts';
import { demo as enDemo } from './messages/en/demo.ts';
import { issues as enIssues } from './messages/en/issues.ts';
import { issuesMap as enIssuesMap } from './messages/en/issues-map.ts';
import { issuesStaff as enIssuesStaff } from './messages/en/issues-staff.ts';
import { kit as enKit } from './messages/en/kit.ts';
import { organisations as enOrganisations } from './messages/en/organisations.ts';
import { people as enPeople } from './messages/en/people.ts';
import { platform as enPlatform } from './messages/en/platform.ts';
import { media as enMedia } from './messages/en/media.ts';
import { home as enHome } from './messages/en/home.ts';
import { board as enBoard } from './messages/en/board.ts';
import { campaignLife as enCampaignLife } from './messages/en/campaign-life.ts';
import { elections as enElections } from './messages/en/elections.ts';
import { events as enEvents } from './messages/en/events.ts';
import { mailings as enMailings } from './messages/en/mailings.ts';
import { outbox as enOutbox } from './messages/en/outbox.ts';
import { tasks as enTasks } from './messages/en/tasks.ts';
import { teams as enTeams } from './messages/en/teams.ts';
import { accounts as ruAccounts } from './messages/ru/accounts.ts';
import { authorities as ruAuthorities } from './messages/ru/authorities.ts';
import { campaigns as ruCampaigns } from './messages/ru/campaigns.ts';
import { categories as ruCategories } from './messages/ru/categories.ts';
import { support as ruSupport } from './messages/ru/support.ts';
import { deliveries as ruDeliveries } from './messages/ru/deliveries.ts';
import { legal as ruLegal } from './messages/ru/legal.ts';
import { legalIntake as ruLegalIntake } from './messages/ru/legal-intake.ts';
import { legalKeys as ruLegalKeys } from './messages/ru/legal-keys.ts';
import { legalDesk as ruLegalDesk } from './messages/ru/legal-desk.ts';
import { legalCase as ruLegalCase } from './messages/ru/legal-case.ts';
import { legalOversight as ruLegalOversight } from './messages/ru/legal-oversight.ts';
import { legalRights as ruLegalRights } from './messages/ru/legal-rights.ts';
import { watch as ruWatch } from './messages/ru/watch.ts';
import { spread as ruSpread } from './messages/ru/spread.ts';
import { common as ruCommon } from './messages/ru/common.ts';
import { demo as ruDemo } from './messages/ru/demo.ts';
import { issues as ruIssues } from './messages/ru/issues.ts';
import { issuesMap as ruIssuesMap } from './messages/ru/issues-map.ts';
import { issuesStaff as ruIssuesStaff } from './messages/ru/issues-staff.ts';
import { kit as ruKit } from './messages/ru/kit.ts';
import { organisations as ruOrganisations } from './messages/ru/organisations.ts';
import { people as ruPeople } from './messages/ru/people.ts';
import { platform as ruPlatform } from './messages/ru/platform.ts';
import { media as ruMedia } from './messages/ru/media.ts';
import { home as ruHome } from './messages/ru/home.ts';
import { board as ruBoard } from './messages/ru/board.ts';
import { campaignLife as ruCampaignLife } from './messages/ru/campaign-life.ts';
import { elections as ruElections } from './messages/ru/elections.ts';
import { events as ruEvents } from './messages/ru/events.ts';
import { mailings as ruMailings } from './messages/ru/mailings.ts';
import { outbox as ruOutbox } from './messages/ru/outbox.ts';
import { tasks as ruTasks } from './messages/ru/tasks.ts';
import { teams as ruTeams } from './messages/ru/teams.ts';

const az = {
  ...azCommon,
  ...azKit,
  ...azAccounts,
  ...azOrganisations,
  ...azIssues,
  ...azIssuesStaff,
  ...azIssuesMap,
  ...azCategories,
  ...azAuthorities,
  ...azCampaigns,
  ...azSupport,
  ...azDeliveries,
  ...azWatch,
  ...azLegal,
  ...azLegalIntake,
  ...azLegalKeys,
  ...azLegalDesk,
  ...azLegalCase,
  ...azLegalOversight,
  ...azLegalRights,
  ...azSpread,
  ...azPeople,
  ...azBoard,
  ...azHome,
  ...azMedia,
  ...azCampaignLife,
  ...azElections,
  ...azEvents,
  ...azMailings,
  ...azOutbox,
  ...azTasks,
  ...azTeams,
  ...azPlatform,
  ...azDemo,
} as const;
const en = {
  ...enCommon,
  ...enKit,
  ...enAccounts,
  ...enOrganisations,
  ...enIssues,
  ...enIssuesStaff,
  ...enIssuesMap,
  ...enCategories,
  ...enAuthorities,
  ...enCampaigns,
  ...enSupport,
  ...enDeliveries,
  ...enWatch,
  ...enLegal,
  ...enLegalIntake,
  ...enLegalKeys,
  ...enLegalDesk,
  ...enLegalCase,
  ...enLegalOversight,
  ...enLegalRights,
  ...enSpread,
  ...enPeople,
  ...enBoard,
  ...enHome,
  ...enMedia,
  ...enCampaignLife,
  ...enElections,
  ...enEvents,
  ...enMailings,
  ...enOutbox,
  ...enTasks,
  ...enTeams,
  ...enPlatform,
  ...enDemo,
};
const ru = {
  ...ruCommon,
  ...ruKit,
  ...ruAccounts,
  ...ruOrganisations,
  ...ruIssues,
  ...ruIssuesStaff,
  ...ruIssuesMap,
  ...ruCategories,
  ...ruAuthorities,
  ...ruCampaigns,
  ...ruSupport,
  ...ruDeliveries,
  ...ruWatch,
  ...ruLegal,
  ...ruLegalIntake,
  ...ruLegalKeys,
  ...ruLegalDesk,
  ...ruLegalCase,
  ...ruLegalOversight,
  ...ruLegalRights,
  ...ruSpread,
  ...ruPeople,
  ...ruBoard,
  ...ruHome,
  ...ruMedia,
  ...ruCampaignLife,
  ...ruElections,
  ...ruEvents,
  ...ruMailings,
  ...ruOutbox,
  ...ruTasks,
  ...ruTeams,
  ...ruPlatform,
  ...ruDemo,
};

/** All messages by language; a test keeps the three complete. */
export const CATALOGUES: Record<Locale, Record<string, string>> = { az, en, ru };

type Catalogue = typeof az;
type WithoutPlural<Key> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : Key;
type Names<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Names<Rest> : never;
/** What each message needs, looked up by key: asking it anew at every call is more than the compiler bears. */
type VariablesByKey = {
  [Key in keyof Catalogue as WithoutPlural<Key>]:
    Names<Catalogue[Key]> | (Key extends `${string}_one` | `${string}_other` ? 'count' : never);
};
/** Every key of the catalogue; of a plural, its stem. */
export type MessageKey = keyof VariablesByKey;
type Variables<Key extends MessageKey> = VariablesByKey[Key];

/** Says a message. Variables are typed from the Azerbaijani text; numbers are written as the language writes them. */
export type Translate = <Key extends MessageKey>(
  key: Key,
  ...variables: [Variables<Key>] extends [never] ? [] : [Record<Variables<Key>, string | number>]
) => string;

let instance: i18n | undefined;

const numbers = new Map<string | undefined, Intl.NumberFormat>();

/** Making one takes as long as rendering a card. */
function numbersOf(locale: string | undefined): Intl.NumberFormat {
  let found = numbers.get(locale);
  if (!found) {
    found = new Intl.NumberFormat(locale);
    numbers.set(locale, found);
  }
  return found;
}

function i18nInstance(): i18n {
  if (!instance) {
    instance = i18next.createInstance();
    void instance.init({
      initImmediate: false,
      lng: LOCALES[0],
      fallbackLng: false,
      keySeparator: false,
      nsSeparator: false,
      resources: { az: { translation: az }, en: { translation: en }, ru: { translation: ru } },
      interpolation: {
        escapeValue: false,
        alwaysFormat: true,
        format: (value: unknown, _format, locale) =>
          typeof value === 'number' ? numbersOf(locale).format(value) : String(value),
      },
      parseMissingKeyHandler: (key) => {
        throw new Error(`No such message: ${key}`);
      },
    });
  }
  return instance;
}

const fixed = new Map<Locale, Translate>();

/** Sentences with their numbers and names in place, by language, key and variables. */
const said = new Map<string, string>();
const MAX_SAID = 4_000;
/** Longer ones carry people's own text, which does not come twice. */
const MAX_SAID_KEY = 80;

/** The words of one language. A message without variables is its own answer; one that was said lately is remembered. */
export function wordsFor(locale: Locale): Translate {
  let translate = fixed.get(locale);
  if (!translate) {
    const say = i18nInstance().getFixedT(locale) as unknown as (
      key: string,
      variables?: Record<string, string | number>,
    ) => string;
    const plain = new Map(Object.entries(CATALOGUES[locale]).filter(([, text]) => !/\{\{|\$t\(/u.test(text)));
    translate = (key: string, variables?: Record<string, string | number>) => {
      if (variables === undefined) return plain.get(key) ?? say(key);
      let name = `${locale} ${key}`;
      for (const variable in variables) {
        const value = variables[variable];
        // A number is written as the language writes it, the same digits as a text are not.
        name += typeof value === 'number' ? ` ${variable}=${value}` : ` ${variable}:${value}`;
      }
      let text = said.get(name);
      if (text === undefined) {
        text = say(key, variables);
        if (said.size >= MAX_SAID) said.clear();
        if (name.length <= MAX_SAID_KEY) said.set(name, text);
      }
      return text;
    };
    fixed.set(locale, translate);
  }
  return translate;
}

/** For keys that arrive as data (a refusal's code, a schema's message): whether the catalogue knows it. */
export function isMessageKey(key: string): key is MessageKey {
  return key in az || `${key}_other` in az;
}
