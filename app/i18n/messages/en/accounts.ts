export const accounts = {
  'accounts.mail.greeting': 'Hello!',
  'accounts.mail.invitation.subject': 'İcma: an invitation for you',
  'accounts.mail.invitation.text': '{{inviter}} invites you to work together in “{{organisation}}”.',
  'accounts.mail.invitation.role': 'Your role: {{role}}.',
  'accounts.mail.invitation.once_one': 'The invitation is good for {{count}} day and can be used once.',
  'accounts.mail.invitation.once_other': 'The invitation is good for {{count}} days and can be used once.',
  'accounts.mail.invitation.action': 'See the invitation',
  'accounts.mail.invitation.closing':
    'If you did not expect this, delete the letter. Nothing happens unless you accept.',
  'accounts.invite.error.rank': 'You do not have permission to invite somebody to this role.',
  'accounts.invite.error.link-role': 'Only volunteers can be invited by a link or a QR code.',
  'accounts.invite.error.limits': 'This number is outside of what is allowed.',
  'accounts.invite.error.unknown': 'There is no such invitation.',
  'accounts.handover.error.unknown': 'This person does not work in your organisation.',
  'accounts.handover.error.oneself': 'Change your own password under “My account”.',
  'accounts.handover.error.has-email':
    'This person has an e-mail address and can renew the password with “Forgot your password?” on the sign-in page.',
  'accounts.handover.error.rank': 'You do not have permission to hand this person a code.',
  'accounts.handover.error.elsewhere':
    'This person works in another organisation too. Only the operator of this site can give out a code.',
} as const;
