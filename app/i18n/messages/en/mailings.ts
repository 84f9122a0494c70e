export const mailings = {} as const;
