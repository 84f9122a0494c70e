/** A letter waits as a draft while the law's conditions are not met, is ready when they are, and is sent or cancelled by a person. */
export const LETTER_STATES = ['draft', 'ready', 'sent', 'cancelled'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** How a letter reached the body. */
export const DELIVERY_CHANNELS = ['email', 'post', 'in_person', 'e_appeal'] as const;
export type DeliveryChannel = (typeof DELIVERY_CHANNELS)[number];
