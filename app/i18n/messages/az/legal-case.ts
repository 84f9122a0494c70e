export const legalCase = {
  'legal-case.feed.name': 'Tarixlər',
  'legal-case.feed.title': 'Xatırlatma',
  'legal-case.feed.text':
    'Ətraflı məlumat yalnız öz səhifənizdə açılır; burada qəsdən heç nə yazılmır, çünki təqvimi başqaları da görə bilər.',
  'legal-case.documents.notice.identity':
    'Bu sənəd dövlət orqanına müraciət edənin adını və ünvanını açır. Göndərməzdən əvvəl onun razılığını alın: geri götürmək olmur.',
  'legal-case.documents.notice.anonymous':
    'Ad və ünvan göstərilməyib. Qanuna görə imzasız müraciətlərə baxılmır (“Vətəndaşların müraciətləri haqqında” Qanun, maddə 6.3, 6.4).',
  'legal-case.documents.notice.court':
    'Məhkəmədə fiziki şəxsi yalnız Vəkillər Kollegiyasının üzvü, yaxın qohumu və ya o özü təmsil edə bilər.',
  'legal-case.documents.notice.blanks_one': 'Bir yer boş qalıb: onu əl ilə doldurun.',
  'legal-case.documents.notice.blanks_other': '{{count}} yer boş qalıb: onları əl ilə doldurun.',
  'legal-case.error.file-format': 'Bu növ fayl qəbul edilmir. Şəkil, PDF, səs yazısı və ya mətn faylı göndərin.',
  'legal-case.error.file-large': 'Fayl çox böyükdür: 12 MB-dan böyük olmamalıdır.',
  'legal-case.error.file-broken': 'Fayl açılmır. Başqa nüsxəsini göndərin.',
} as const;
