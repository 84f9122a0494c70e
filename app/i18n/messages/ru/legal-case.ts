export const legalCase = {
  'legal-case.feed.name': 'Даты',
  'legal-case.feed.title': 'Напоминание',
  'legal-case.feed.text':
    'Подробности открываются только на вашей странице; здесь намеренно ничего не написано: календарь могут увидеть другие.',
  'legal-case.documents.notice.identity':
    'Этот документ раскрывает государственному органу имя и адрес заявителя. Получите согласие до отправки: отозвать нельзя.',
  'legal-case.documents.notice.anonymous':
    'Не указаны имя и адрес. По закону анонимные обращения не рассматриваются (Закон об обращениях граждан, статьи 6.3 и 6.4).',
  'legal-case.documents.notice.court':
    'В суде физическое лицо может представлять только член Коллегии адвокатов, близкий родственник или оно само.',
  'legal-case.documents.notice.blanks_one': 'Осталось {{count}} пустое место: заполните его от руки.',
  'legal-case.documents.notice.blanks_few': 'Осталось {{count}} пустых места: заполните их от руки.',
  'legal-case.documents.notice.blanks_many': 'Осталось {{count}} пустых мест: заполните их от руки.',
  'legal-case.documents.notice.blanks_other': 'Осталось {{count}} пустого места: заполните их от руки.',
  'legal-case.error.file-format': 'Такие файлы не принимаются. Отправьте фотографию, PDF, звукозапись или текстовый файл.',
  'legal-case.error.file-large': 'Файл слишком большой: не более 12 МБ.',
  'legal-case.error.file-broken': 'Файл не открывается. Отправьте другую копию.',
} as const;
