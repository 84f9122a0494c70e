export const legalIntake = {} as const;
