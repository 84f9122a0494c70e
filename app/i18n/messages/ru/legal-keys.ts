export const legalKeys = {} as const;
