import { choiceOf, type LatLng } from '#app/kernel/regions.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { choicesAround } from '#app/platform/gazetteer/gazetteer.server.ts';
import type { PinRegion } from './forms.ts';

/** `pinRegion`: what the person said when asked; nothing before that. */
export type PlaceSaid = { region: string; point: LatLng | null; pinRegion?: PinRegion };

/** Both districts, when the pin lies in another one than the form says; null when they agree. */
export function districtsOf({ region, point }: PlaceSaid): { pin: string; chosen: string } | null {
  const [pin, ...others] = point ? choicesAround(point) : [];
  const chosen = choiceOf(region);
  return pin === undefined || pin === chosen || others.includes(chosen) ? null : { pin, chosen };
}

/**
 * The district that a report goes to. Its pin and its list may contradict each other, and near a border neither is
 * always right: the person is asked once, and what was answered holds.
 */
export function settleRegion(said: PlaceSaid): Result<string, 'issues.form.error.pin-region'> {
  const districts = districtsOf(said);
  if (!districts || said.pinRegion === 'keep') return ok(said.region);
  return said.pinRegion === 'pin' ? ok(districts.pin) : refuse('issues.form.error.pin-region', 'pinRegion');
}
