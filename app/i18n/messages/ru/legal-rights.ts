export const legalRights = {} as const;
