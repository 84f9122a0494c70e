export const demo = {
  'demo.bar.label': 'Nümunə məlumat',
  'demo.bar.text': 'Buradakı adamlar və hadisələr uydurmadır.',
  'demo.bar.enter': 'Kim kimi baxırsınız?',
  'demo.bar.go': 'Daxil olun',
  'demo.bar.mailbox': 'Nümunə poçt qutusu',
  'demo.mailbox.title': 'Nümunə poçt qutusu',
  'demo.mailbox.lead': 'Nümunə rejimində heç bir məktub göndərilmir. Hamısı burada qalır.',
  'demo.mailbox.empty': 'Hələ məktub yoxdur. Məsələn, şifrəni bərpa etməyi yoxlayın.',
  'demo.mailbox.to': 'Kimə: {{address}}',
  'demo.mailbox.attachment': 'Faylı açın: {{name}}',
  'demo.role.citizen': 'Sakin',
  'demo.role.operator': 'Operator',
} as const;
