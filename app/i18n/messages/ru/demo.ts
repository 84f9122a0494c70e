export const demo = {
  'demo.bar.label': 'Примерные данные',
  'demo.bar.text': 'Люди и события здесь вымышлены.',
  'demo.bar.enter': 'От чьего имени смотреть?',
  'demo.bar.go': 'Войти',
  'demo.bar.mailbox': 'Примерная почта',
  'demo.mailbox.title': 'Примерная почта',
  'demo.mailbox.lead': 'В демонстрации письма никуда не уходят. Все они остаются здесь.',
  'demo.mailbox.empty': 'Писем пока нет. Попробуйте, например, восстановить пароль.',
  'demo.mailbox.to': 'Кому: {{address}}',
  'demo.mailbox.attachment': 'Открыть файл: {{name}}',
  'demo.role.citizen': 'Житель',
  'demo.role.operator': 'Оператор',
} as const;
