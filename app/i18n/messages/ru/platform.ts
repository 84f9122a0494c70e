export const platform = {
  'platform.search.title': 'Поиск',
  'platform.search.label': 'Что вы ищете?',
  'platform.search.placeholder': 'Село, улица, организация, номер',
  'platform.search.lead': 'Проблемы, организации и места, в любом алфавите: «seki», «Şəki», «Шеки».',
  'platform.search.short': 'Напишите хотя бы две буквы.',
  'platform.search.none.title': '«{{typed}}»: ничего не найдено',
  'platform.search.none.text':
    'Напишите иначе или ищите по селу или улице. Если об этом ещё никто не написал, сообщите вы.',
  'platform.search.organisations': 'Организации',
  'platform.search.places': 'Места',
  'platform.search.issues': 'Проблемы',
  'platform.about.title': 'Что такое İcma?',
  'platform.about.lead':
    'Вы пишете, что нужно исправить на вашей улице, местная организация доводит это до ответственного ведомства, и все видят, что из этого вышло.',
  'platform.about.travel': 'Путь сообщения',
  'platform.about.step.report': 'Вы пишете',
  'platform.about.step.report.text':
    'Без аккаунта и имени. Что случилось, где, при желании фото. В конце вы получаете код-квитанцию из 28 цифр: только с ним можно следить за сообщением и отозвать его.',
  'platform.about.step.check': 'Модератор читает',
  'platform.about.step.check.text':
    'Модератор организации вашего района проверяет, чтобы в тексте и на фото не осталось чужих личных данных. До этого сообщение никто не видит.',
  'platform.about.step.publish': 'Все видят',
  'platform.about.step.publish.text':
    'Сообщение появляется в списке и на карте. По чувствительным темам место показано приблизительно. Соседи могут отметить, что это касается и их.',
  'platform.about.step.letter': 'Организация пишет письмо',
  'platform.about.step.letter.text':
    'Письмо уходит в ответственное ведомство от имени организации. Автора в нём никогда не называют.',
  'platform.about.step.answer': 'Ответ записывают',
  'platform.about.step.answer.text':
    'Ведомство обещает, отказывает или сообщает «сделано». Это слова ведомства, и на странице так и написано.',
  'platform.about.step.verify': 'Люди проверяют',
  'platform.about.step.verify.text':
    '«Исправлено» пишут только после того, как кто-то увидел это на месте. Если нет, сообщение открывают снова.',
  'platform.about.who': 'Кто это делает?',
  'platform.about.who.text':
    'Местные общинные организации, инициативные группы и их волонтёры. Каждая видит сообщения только своего района.',
  'platform.about.who.not':
    'İcma не государственное ведомство и не экстренная служба. При опасности сначала звоните по экстренному номеру.',
  'platform.about.who.numbers': 'Куда звонить',
  'platform.about.open': 'Открыто и на своём сервере',
  'platform.about.open.text':
    'Исходный код открыт по лицензии AGPL-3.0: его можно читать, проверять и запускать на своём сервере. Страницы не обращаются ни к каким внешним службам.',
  'platform.privacy.title': 'Конфиденциальность',
  'platform.privacy.lead': 'Что мы храним, зачем и как долго, простыми словами.',
  'platform.privacy.operator': 'Кто ведёт этот сайт?',
  'platform.privacy.operator.name': 'Оператор',
  'platform.privacy.operator.address': 'Адрес',
  'platform.privacy.operator.email': 'Эл. почта',
  'platform.privacy.operator.phone': 'Телефон',
  'platform.privacy.operator.registration': 'Номер регистрации системы персональных данных',
  'platform.privacy.operator.unregistered': 'Не указан',
  'platform.privacy.operator.unknown': 'Оператор ещё не указал сведения о себе.',
  'platform.privacy.demo':
    'Это демонстрация: оператор, организации и люди здесь вымышлены. Не пишите настоящих личных данных.',
  'platform.privacy.kept': 'Что хранится и как долго?',
  'platform.privacy.kept.text': 'Мы не спрашиваем имя, не храним IP-адрес и сведения об устройстве.',
  'platform.privacy.kept.report': 'Текст и место сообщения',
  'platform.privacy.kept.report.text':
    'Пока с сообщением работают и потом как история. Если вы его отзовёте, страница и фото закроются. Точное место знают организация и ведомство, которому уходит письмо.',
  'platform.privacy.kept.contact': 'Контакт, если вы его оставили',
  'platform.privacy.kept.contact.text':
    'Хранится в зашифрованном виде, только чтобы задать вопрос. Удаляется, когда сообщение закрыто или отозвано.',
  'platform.privacy.kept.photo': 'Фото',
  'platform.privacy.kept.photo.text':
    'Перекодируются: сведения о месте, времени и камере удаляются. Модератор может закрасить лица и номера.',
  'platform.privacy.kept.receipt': 'Код-квитанция',
  'platform.privacy.kept.receipt.text':
    'Секретной части у нас нет, только след для проверки. Если код потерян, восстановить его нельзя. Пока открыта страница квитанции, в браузере есть кратковременный cookie.',
  'platform.privacy.kept.confirmation': '«Меня это тоже касается»',
  'platform.privacy.kept.confirmation.text':
    'Случайный номер в браузере на полгода и его след у нас, чтобы одно устройство не считалось дважды. Кто вы, по нему не узнать.',
  'platform.privacy.kept.account': 'Аккаунт (только для тех, кто работает в организации)',
  'platform.privacy.kept.account.text':
    'Имя; эл. почта и телефон в зашифрованном виде; не сам пароль, а след для проверки. Пока вы не удалите аккаунт.',
  'platform.privacy.kept.session': 'Вход',
  'platform.privacy.kept.session.text':
    'Cookie на 30 дней, меньше, если 14 дней им не пользоваться. Устройство и адрес не записываются.',
  'platform.privacy.kept.push': 'Устройство с уведомлениями, если вы их включили',
  'platform.privacy.kept.push.text':
    'Адрес браузера для уведомлений в зашифрованном виде, пока вы не выйдете или не отключите их. Производитель браузера видит время уведомления, но не текст.',
  'platform.privacy.kept.application': 'Заявка организации',
  'platform.privacy.kept.application.text':
    'Эл. почта в зашифрованном виде, имя представителя, текст. Пока организация на платформе; при отказе оператор удаляет.',
  'platform.privacy.kept.signatory': 'Участник, подписывающий письма',
  'platform.privacy.kept.signatory.text':
    'Закон требует имя и адрес: оба хранятся в зашифрованном виде и пишутся только в письмах. Пока согласие не отозвано.',
  'platform.privacy.kept.trail': 'Журнал действий',
  'platform.privacy.kept.trail.text':
    'Кто из сотрудников что и когда сделал. Без текстов, имён и контактов. Записи не меняются.',
  'platform.privacy.kept.limits': 'Счётчик против злоупотреблений',
  'platform.privacy.kept.limits.text':
    'След вашего адреса под ключом, который меняется каждый день, на час-два. Сам адрес не хранится.',
  'platform.privacy.kept.backup': 'Резервные копии',
  'platform.privacy.kept.backup.text':
    'Шифруются ключом, который оператор хранит отдельно от сервера. Удалённое может оставаться в старых копиях до конца их срока.',
  'platform.privacy.public': 'Что открыто и кому попадает?',
  'platform.privacy.public.text':
    'Пока модератор не опубликует, ничего не открыто. Потом видны тема, текст, приблизительная или точная точка, фото и путь сообщения.',
  'platform.privacy.public.place':
    'По чувствительным темам точка на карте сдвинута примерно на 500 метров. Сообщения о насилии и ранних браках не сохраняются: форма останавливается и показывает, где помогут.',
  'platform.privacy.public.letter': 'Письмо в ведомство уходит от имени организации. Автора сообщения в нём нет.',
  'platform.privacy.third': 'Третьих сторон нет',
  'platform.privacy.third.text':
    'Страницы не обращаются к внешним службам: нет статистики, рекламы, чужих карт и шрифтов. Карта тоже своя.',
  'platform.privacy.third.cookies':
    'Cookie нужны только для названного выше: вход, страница квитанции, «меня это тоже касается». При простом чтении их нет.',
  'platform.privacy.words': 'Три слова, три обещания',
  'platform.privacy.words.text': 'Мы употребляем эти слова только в таком смысле.',
  'platform.privacy.words.closed': 'Закрыто',
  'platform.privacy.words.closed.text':
    'База данных не показывает это другой организации. Тот, кто ведёт сервер, технически имеет доступ к базе.',
  'platform.privacy.words.encrypted': 'Зашифровано',
  'platform.privacy.words.encrypted.text':
    'Ключом сервера, которого нет в базе. Укравший только базу не прочтёт; захвативший весь сервер прочтёт.',
  'platform.privacy.words.vault': 'Сейф',
  'platform.privacy.words.vault.text':
    'Ключами, которые есть только у людей. Пока на этом сайте ничего в сейфе не хранится.',
  'platform.privacy.rights': 'Ваши права',
  'platform.privacy.rights.withdraw': 'Отозвать',
  'platform.privacy.rights.withdraw.text':
    'С кодом-квитанцией вы можете отозвать сообщение в любое время. Страница и фото закроются в течение минуты.',
  'platform.privacy.rights.account': 'Скачать и удалить',
  'platform.privacy.rights.account.text': 'Владелец аккаунта может скачать свои данные и удалить аккаунт.',
  'platform.privacy.rights.correct': 'Исправить',
  'platform.privacy.rights.correct.text':
    'Если написано о вас, на каждой странице есть кнопка жалобы. Названное ведомство имеет право на ответ.',
  'platform.privacy.rights.complain': 'Пожаловаться',
  'platform.privacy.rights.complain.text':
    'Напишите оператору. Если ответ вас не устроит, вы можете обратиться в госорган по персональным данным или в суд.',
  'platform.privacy.rights.receipt-link': 'Ввести код-квитанцию',
  'platform.privacy.rights.account-link': 'Мой аккаунт',
  'platform.privacy.limits': 'Чего мы обещать не можем',
  'platform.privacy.limits.network':
    'Ваш провайдер может видеть, что вы заходили на сайт, но не то, что вы написали (при https).',
  'platform.privacy.limits.device': 'Тот, кто смотрит ваш телефон, может увидеть историю браузера.',
  'platform.privacy.limits.text': 'Вас может выдать сам текст. Не пишите имя и подробности, известные только вам.',
  'platform.privacy.limits.organisation':
    'Сообщение читают люди. Они обязаны соблюдать правила, но техника не предотвратит всего.',
  'platform.admin.title': 'Оператор сайта',
  'platform.admin.role': 'Оператор',
  'platform.admin.overview': 'Обзор',
  'platform.admin.nav.bodies': 'Ведом­ства',
  'platform.admin.nav.organisations': 'Органи­зации',
  'platform.admin.organisations': 'Организации',
  'platform.admin.organisations.all': 'Все организации',
  'platform.admin.organisations.none': 'В этом состоянии организаций нет',
  'platform.admin.settings': 'Настройки',
  'platform.admin.duties': 'Обязанности',
  'platform.admin.organisation': 'Организация',
  'platform.admin.kind': 'Вид',
  'platform.admin.state': 'Состояние',
  'platform.admin.applied': 'Заявка',
  'platform.admin.approved': 'Принята',
  'platform.admin.applicant': 'Эл. почта заявителя',
  'platform.admin.applications': 'Заявки ждут решения',
  'platform.admin.applications.none': 'Заявок нет',
  'platform.admin.applications.none.text':
    'Организации подают заявку на странице «Подключите организацию», например «Общинный союз „Самур“».',
  'platform.admin.order': 'Всё ли в порядке?',
  'platform.admin.check.done': 'Готово',
  'platform.admin.check.open': 'Нужно сделать',
  'platform.admin.check.operator': 'Указаны имя и адрес оператора',
  'platform.admin.check.registration': 'Указан номер регистрации системы персональных данных',
  'platform.admin.check.emergency': 'Экстренные номера проверены',
  'platform.admin.check.address': 'Сайт работает по адресу https',
  'platform.admin.check.mail': 'Письма отправляются (SMTP)',
  'platform.admin.check.demo': 'В демонстрации последние два пункта не нужны.',
  'platform.admin.numbers': 'Цифры',
  'platform.admin.numbers.approved': 'Работающих организаций',
  'platform.admin.numbers.suspended': 'Приостановлено',
  'platform.admin.numbers.sealed': 'Запечатанных записей журнала',
  'platform.admin.numbers.sealed-at': 'Последняя печать',
  'platform.admin.why': 'Почему хочет присоединиться',
  'platform.admin.note': 'Причина решения',
  'platform.admin.letter-locale': 'Язык письма',
  'platform.admin.approve': 'Принять',
  'platform.admin.approve.text':
    'Организация попадает в открытый список, первому руководителю уходит приглашение (14 дней).',
  'platform.admin.approve.do': 'Принять и пригласить',
  'platform.admin.parent.none': 'Без сети',
  'platform.admin.refuse': 'Не принимать',
  'platform.admin.refuse.note': 'Причина',
  'platform.admin.refuse.note.hint': 'Этот текст уйдёт заявителю письмом.',
  'platform.admin.refuse.do': 'Отказать и написать',
  'platform.admin.suspend': 'Приостановить',
  'platform.admin.suspend.text':
    'Открытая страница закроется, новые сообщения к ней не попадут, участники не смогут войти. Ничего не удаляется, потом можно открыть снова.',
  'platform.admin.suspend.note': 'Причина',
  'platform.admin.suspend.do': 'Приостановить',
  'platform.admin.reopen': 'Открыть снова',
  'platform.admin.reopen.text': 'Организация снова будет работать как прежде.',
  'platform.admin.reopen.do': 'Открыть снова',
  'platform.admin.done.approved': 'Организация принята, первому руководителю отправлено приглашение.',
  'platform.admin.done.refused': 'Заявка отклонена, письмо отправлено.',
  'platform.admin.done.suspended': 'Организация приостановлена.',
  'platform.admin.done.reopened': 'Организация снова работает.',
  'platform.settings.title': 'Настройки сайта',
  'platform.settings.operator': 'Оператор',
  'platform.settings.operator.text': 'Показывается на странице «Конфиденциальность» и в каждом согласии.',
  'platform.settings.name.hint': 'Юридическое или физическое лицо, отвечающее перед законом',
  'platform.settings.registration.hint': 'Впишите после регистрации; уточните у юриста',
  'platform.settings.emergency': 'Экстренные номера',
  'platform.settings.emergency.text':
    'Человеку в опасности показываем только подтверждённые вами номера. Позвоните по каждому, затем отметьте. Чтобы убрать номер, очистите поля.',
  'platform.settings.more': 'Добавить номер',
  'platform.settings.number': 'Номер',
  'platform.settings.whom.az': 'Кто отвечает (az)',
  'platform.settings.whom.en': 'Кто отвечает (en)',
  'platform.settings.whom.ru': 'Кто отвечает (ru)',
  'platform.settings.confirmed': 'Я позвонил(а), номер работает',
  'platform.settings.confirmed.hint': 'Неотмеченный номер никому не показывается.',
  'platform.settings.confirmed.on': 'Подтверждено {{day}}',
  'platform.settings.error.number': 'Напишите номер цифрами, например 112 или (012) 123 45 67.',
  'platform.duties.title': 'Обязанности оператора',
  'platform.duties.lead': 'Что должен делать тот, кто ведёт этот сервер. Эту страницу видят только операторы.',
  'platform.duties.advice':
    'Это не юридическая консультация. У каждого пункта указано, насколько мы в нём уверены; перед началом подтвердите у юриста.',
  'platform.duties.certainty.law': 'По комментариям к закону',
  'platform.duties.certainty.lawyer': 'Подтвердите у юриста',
  'platform.duties.certainty.practice': 'Наш совет',
  'platform.duties.law': 'Закон о персональных данных (998-IIIQ, 11 мая 2010 г.)',
  'platform.duties.consent': 'Письменное согласие',
  'platform.duties.consent.text':
    'В каждой форме с персональными данными есть согласие из шести частей: кто, оператор, цель, данные и действия, срок и отзыв, что потом. Меняя тексты, сохраните шесть частей. Уточните у юриста, считается ли отметка письменной формой.',
  'platform.duties.register': 'Регистрация системы',
  'platform.duties.register.text':
    'Информационную систему персональных данных регистрируют в Министерстве цифрового развития и транспорта; исключения в решении Кабинета министров № 237. Создание системы может требовать лицензии. Регистрация раскрывает само её существование: решайте вместе с организациями.',
  'platform.duties.abroad': 'Передача за границу',
  'platform.duties.abroad.text':
    'Если сервер или копия в другой стране, это передача за границу; для страны без достаточной защиты нужно согласие. Укажите это в тексте согласия.',
  'platform.duties.special': 'Особые категории',
  'platform.duties.special.text':
    'Национальность, семейная жизнь, убеждения, здоровье, судимость защищены особо. Модераторы такое не публикуют и убирают из сообщений.',
  'platform.duties.supervision': 'Надзор',
  'platform.duties.supervision.text':
    'Надзорные полномочия есть у госорганов, в том числе у Службы госбезопасности. Не собирайте лишнего: чего нет, того нельзя потребовать.',
  'platform.duties.fines': 'Штрафы',
  'platform.duties.fines.text':
    'За незарегистрированную систему предусмотрен административный штраф (Кодекс об административных проступках, статья 375). Виденные нами суммы устарели, поэтому мы их не приводим.',
  'platform.duties.keys': 'Ключ и резервные копии',
  'platform.duties.secret': 'Ключ сервера',
  'platform.duties.secret.text':
    'Если secret.key из папки данных потерян, зашифрованные контакты никто не откроет. Храните одну копию на бумаге или отдельном носителе, вне сервера. Не рядом с базой.',
  'platform.duties.backup': 'Копия каждый день',
  'platform.duties.backup.text':
    'npm run backup -- ФАЙЛ шифрует базу и файлы вашим открытым ключом. Закрытому ключу не место на сервере. Переносите копию в другое место и удаляйте старые.',
  'platform.duties.restore': 'Проверяйте восстановление',
  'platform.duties.restore.text':
    'Раз в квартал разверните копию на другом компьютере через npm run restore. Непроверенная копия не копия.',
  'platform.duties.care': 'Повседневная забота',
  'platform.duties.updates': 'Обновления',
  'platform.duties.updates.text':
    'Ставьте обновления безопасности программы и системы в течение недели. Перед этим сделайте копию.',
  'platform.duties.https': 'Только https',
  'platform.duties.https.text': 'Не открывайте сайт без https. Вход на сервер только по ключу, диск зашифрован.',
  'platform.duties.operators': 'Два оператора',
  'platform.duties.operators.text':
    'Пусть будет не меньше двух операторов, оба с двухэтапным входом. Доступ уходящего закрывайте в тот же день.',
  'platform.duties.emergency': 'Экстренные номера',
  'platform.duties.emergency.text': 'Раз в квартал звоните по каждому номеру и обновляйте дату в настройках.',
  'platform.duties.leak': 'Если произошла утечка',
  'platform.duties.leak.text':
    'Закройте доступ, сохраните журнал, в тот же день сообщите организациям. Заранее узнайте у юриста, кого и в какой срок нужно официально уведомить.',
  'platform.admin.nav.holidays': 'Праздничные дни',
} as const;
