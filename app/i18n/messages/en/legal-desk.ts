export const legalDesk = {} as const;
