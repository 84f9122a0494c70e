export const legalOversight = {} as const;
