/** An organisation applies, is approved or refused by the operator, may be suspended, and may close. Only approved ones are public. */
export const ORGANISATION_STATES = ['applied', 'approved', 'refused', 'suspended', 'closed'] as const;
export type OrganisationState = (typeof ORGANISATION_STATES)[number];

const NEXT: Record<OrganisationState, readonly OrganisationState[]> = {
  applied: ['approved', 'refused'],
  approved: ['suspended', 'closed'],
  refused: ['approved'],
  suspended: ['approved', 'closed'],
  closed: [],
};

export function canMoveOrganisation(from: OrganisationState, to: OrganisationState): boolean {
  return NEXT[from].includes(to);
}
