export * from './accounts.ts';
export * from './authorities.ts';
export * from './invitations.ts';
export * from './issues.ts';
export * from './organisations.ts';
export * from './platform.ts';
