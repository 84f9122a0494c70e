export const demo = {
  'demo.bar.label': 'Sample data',
  'demo.bar.text': 'The people and events here are invented.',
  'demo.bar.enter': 'Look as whom?',
  'demo.bar.go': 'Step in',
  'demo.bar.mailbox': 'Sample mailbox',
  'demo.mailbox.title': 'Sample mailbox',
  'demo.mailbox.lead': 'In the demo no mail leaves this server. All of it stays here.',
  'demo.mailbox.empty': 'No mail yet. Try resetting a password, for example.',
  'demo.mailbox.to': 'To: {{address}}',
  'demo.mailbox.attachment': 'Open the file: {{name}}',
  'demo.role.citizen': 'Resident',
  'demo.role.operator': 'Operator',
} as const;
