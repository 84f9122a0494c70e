import type { Returned } from '#app/ui/use-returned.ts';
import type { StepView } from '../draft-view.server.ts';

/** What every question of the intake is drawn from. */
export type StepProps = { view: StepView; typed: Returned };
