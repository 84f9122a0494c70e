import { accounts } from './accounts.ts';
import { authorities } from './authorities.ts';
import { board } from './board.ts';
import { campaignLife } from './campaign-life.ts';
import { campaigns } from './campaigns.ts';
import { categories } from './categories.ts';
import { common } from './common.ts';
import { deliveries } from './deliveries.ts';
import { demo } from './demo.ts';
import { elections } from './elections.ts';
import { events } from './events.ts';
import { home } from './home.ts';
import { issues } from './issues.ts';
import { issuesMap } from './issues-map.ts';
import { issuesStaff } from './issues-staff.ts';
import { kit } from './kit.ts';
import { legal } from './legal.ts';
import { legalCase } from './legal-case.ts';
import { legalDesk } from './legal-desk.ts';
import { legalIntake } from './legal-intake.ts';
import { legalKeys } from './legal-keys.ts';
import { legalOversight } from './legal-oversight.ts';
import { legalRights } from './legal-rights.ts';
import { mailings } from './mailings.ts';
import { media } from './media.ts';
import { organisations } from './organisations.ts';
import { outbox } from './outbox.ts';
import { people } from './people.ts';
import { platform } from './platform.ts';
import { spread } from './spread.ts';
import { support } from './support.ts';
import { tasks } from './tasks.ts';
import { teams } from './teams.ts';
import { watch } from './watch.ts';

/** Every text in Russian, all pillars together. */
export const ru = {
  ...common,
  ...kit,
  ...accounts,
  ...organisations,
  ...issues,
  ...issuesStaff,
  ...issuesMap,
  ...categories,
  ...authorities,
  ...campaigns,
  ...support,
  ...deliveries,
  ...watch,
  ...legal,
  ...legalIntake,
  ...legalKeys,
  ...legalDesk,
  ...legalCase,
  ...legalOversight,
  ...legalRights,
  ...spread,
  ...people,
  ...board,
  ...home,
  ...media,
  ...campaignLife,
  ...elections,
  ...events,
  ...mailings,
  ...outbox,
  ...tasks,
  ...teams,
  ...platform,
  ...demo,
};
