export const legalCase = {} as const;
