export const accounts = {
  'accounts.mail.greeting': 'Здравствуйте!',
  'accounts.mail.invitation.subject': 'İcma: вам приглашение',
  'accounts.mail.invitation.text': '{{inviter}} приглашает вас работать вместе в организации «{{organisation}}».',
  'accounts.mail.invitation.role': 'Ваша роль: {{role}}.',
  'accounts.mail.invitation.once_one': 'Приглашение действует {{count}} день, воспользоваться им можно один раз.',
  'accounts.mail.invitation.once_few': 'Приглашение действует {{count}} дня, воспользоваться им можно один раз.',
  'accounts.mail.invitation.once_many': 'Приглашение действует {{count}} дней, воспользоваться им можно один раз.',
  'accounts.mail.invitation.once_other': 'Приглашение действует {{count}} дня, воспользоваться им можно один раз.',
  'accounts.mail.invitation.action': 'Открыть приглашение',
  'accounts.mail.invitation.closing':
    'Если вы не ждали этого письма, удалите его. Без вашего согласия ничего не произойдёт.',
  'accounts.invite.error.rank': 'У вас нет разрешения приглашать на эту роль.',
  'accounts.invite.error.link-role': 'По ссылке или QR-коду можно приглашать только волонтёров.',
  'accounts.invite.error.limits': 'Это число вне допустимых пределов.',
  'accounts.invite.error.unknown': 'Такого приглашения нет.',
  'accounts.handover.error.unknown': 'Этот человек не работает в вашей организации.',
  'accounts.handover.error.oneself': 'Свой пароль меняйте на странице «Мой аккаунт».',
  'accounts.handover.error.has-email':
    'У этого человека есть эл. почта: он может обновить пароль сам по ссылке «Забыли пароль?» на странице входа.',
  'accounts.handover.error.rank': 'У вас нет разрешения выдать код этому человеку.',
  'accounts.handover.error.elsewhere':
    'Этот человек работает и в другой организации. Код может выдать только оператор сайта.',
} as const;
