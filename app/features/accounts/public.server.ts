/** What other pillars may ask of accounts. */
export { createInvitation, type InvitationInput } from './commands/create-invitation.server.ts';
export { handOverCode } from './commands/hand-over-code.server.ts';
export { revokeInvitation } from './commands/revoke-invitation.server.ts';
export { listInvitations } from './queries.server.ts';
export { useSecondFactor } from './second-factor.server.ts';
export { proveOneself } from './prove-oneself.server.ts';
export { tellDevices } from './push-devices.server.ts';
