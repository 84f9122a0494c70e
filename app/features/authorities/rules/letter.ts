/** A letter waits as a draft while the law's conditions are not met, is ready when they are, and is sent or cancelled by a person. */
export const LETTER_STATES = ['draft', 'ready', 'sent', 'cancelled'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** Letters that somebody may still change. */
export const UNSENT_STATES = ['draft', 'ready'] as const satisfies readonly LetterState[];

export function isUnsent(state: LetterState): state is (typeof UNSENT_STATES)[number] {
  return (UNSENT_STATES as readonly LetterState[]).includes(state);
}

/** How a letter reached the body. */
export const DELIVERY_CHANNELS = ['email', 'post', 'in_person', 'e_appeal'] as const;
export type DeliveryChannel = (typeof DELIVERY_CHANNELS)[number];

/** What happens to a letter, in its own history; `rerouted` names the body it now goes to. */
export const LETTER_STEPS = [
  'drafted',
  'edited',
  'rerouted',
  'fell_back',
  'sent',
  'mailed',
  'registered',
  'answered',
  'cancelled',
] as const;
export type LetterStep = (typeof LETTER_STEPS)[number];

/** Why a letter is written: the first one, a reminder when the term has passed, an escalation to the body above. */
export const LETTER_PURPOSES = ['first', 'reminder', 'escalation'] as const;
export type LetterPurpose = (typeof LETTER_PURPOSES)[number];
export const FOLLOWUP_KINDS = ['reminder', 'escalation'] as const satisfies readonly LetterPurpose[];
