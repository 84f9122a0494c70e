import { ASTARA_ISSUES } from './issues-astara.ts';
import { ASTARA_STREET_ISSUES } from './issues-astara-streets.ts';
import { OTHER_ISSUES } from './issues-elsewhere.ts';
import { GENCE_ISSUES } from './issues-gence.ts';
import { GOYCAY_ISSUES } from './issues-goycay.ts';
import { IMISLI_ISSUES } from './issues-imisli.ts';
import { KURDEMIR_ISSUES } from './issues-kurdemir.ts';
import { LENKERAN_ISSUES } from './issues-lenkeran.ts';
import { MASALLI_ISSUES } from './issues-masalli.ts';
import { SEKI_ISSUES } from './issues-seki.ts';
import { SEMKIR_ISSUES } from './issues-semkir.ts';
import { DEMO_ORGANISATIONS } from './organisations.ts';
import { DEMO_PEOPLE } from './people.ts';
import type { DemoIssue, DemoStory } from './types.ts';
import type { IssueState } from '#app/features/issues/rules/lifecycle.ts';

/** The whole story: see `types.ts`. */
export const DEMO_STORY: DemoStory = {
  notice: {
    az: 'Nümunə məlumat: təşkilatlar, adamlar və hadisələr uydurulub, yer adları həqiqidir.',
    en: 'Sample data: the organisations, people and events are invented, the place names are real.',
    ru: 'Учебные данные: организации, люди и события вымышлены, географические названия настоящие.',
  },
  organisations: DEMO_ORGANISATIONS,
  people: DEMO_PEOPLE,
  issues: [
    ...GENCE_ISSUES,
    ...GOYCAY_ISSUES,
    ...SEKI_ISSUES,
    ...IMISLI_ISSUES,
    ...LENKERAN_ISSUES,
    ...KURDEMIR_ISSUES,
    ...ASTARA_ISSUES,
    ...ASTARA_STREET_ISSUES,
    ...SEMKIR_ISSUES,
    ...MASALLI_ISSUES,
    ...OTHER_ISSUES,
  ],
};

/** Today's state of a report in the story. */
export function demoState(issue: DemoIssue): IssueState {
  return issue.moves.at(-1)?.to ?? 'received';
}
