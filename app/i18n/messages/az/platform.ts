export const platform = {
  'platform.search.title': 'Axtarış',
  'platform.search.label': 'Nə axtarırsınız?',
  'platform.search.placeholder': 'Kənd, küçə, təşkilat, nömrə',
  'platform.search.lead':
    'Problemlər, təşkilatlar və yerlər. Hansı əlifba ilə yazsanız da tapılır: “seki”, “Şəki”, “Шеки”.',
  'platform.search.short': 'Ən azı iki hərf yazın.',
  'platform.search.none.title': '“{{typed}}” tapılmadı',
  'platform.search.none.text':
    'Sözü başqa cür yazın və ya kəndin, küçənin adı ilə axtarın. Hələ heç kim yazmayıbsa, Siz bildirin.',
  'platform.search.organisations': 'Təşkilatlar',
  'platform.search.places': 'Yerlər',
  'platform.search.issues': 'Problemlər',
  'platform.about.title': 'İcma nədir?',
  'platform.about.lead':
    'Küçənizdə düzəlməli olanı yazırsınız, yerli təşkilat onu cavabdeh quruma çatdırır, hamı nəticəni görür.',
  'platform.about.travel': 'Bildirişin yolu',
  'platform.about.step.report': 'Siz yazırsınız',
  'platform.about.step.report.text':
    'Hesab və ad lazım deyil. Nə baş verib, harada, istəsəniz foto. Sonda 28 rəqəmli qəbz kodu alırsınız: bildirişi yalnız onunla izləmək və geri götürmək olar.',
  'platform.about.step.check': 'Moderator oxuyur',
  'platform.about.step.check.text':
    'Bölgənizdəki təşkilatın moderatoru yoxlayır ki, mətndə və fotoda heç kimin şəxsi məlumatı qalmasın. O baxana qədər bildirişi heç kim görmür.',
  'platform.about.step.publish': 'Hamı görür',
  'platform.about.step.publish.text':
    'Bildiriş siyahıda və xəritədə açılır. Həssas mövzularda yer təxmini göstərilir. Qonşular “mənə də aiddir” deyə bilər.',
  'platform.about.step.letter': 'Təşkilat məktub yazır',
  'platform.about.step.letter.text':
    'Məktub təşkilatın adından cavabdeh quruma gedir. Müəllifin adı heç vaxt yazılmır.',
  'platform.about.step.answer': 'Cavab qeyd olunur',
  'platform.about.step.answer.text':
    'Qurum söz verir, rədd edir və ya “həll olunub” deyir. Bu, qurumun sözüdür və səhifədə elə də yazılır.',
  'platform.about.step.verify': 'İnsanlar yoxlayır',
  'platform.about.step.verify.text':
    '“Düzəlib” yalnız kimsə yerində görəndən sonra yazılır. Düzəlməyibsə, bildiriş yenidən açılır.',
  'platform.about.who': 'Kimlər işləyir?',
  'platform.about.who.text':
    'Yerli icma təşkilatları, təşəbbüs qrupları və onların könüllüləri. Hər təşkilat yalnız öz bölgəsinin bildirişlərini görür.',
  'platform.about.who.not':
    'İcma dövlət qurumu deyil və təcili xidmət deyil. Təhlükə varsa, əvvəlcə təcili nömrəyə zəng edin.',
  'platform.about.who.numbers': 'Hara zəng etmək olar',
  'platform.about.open': 'Açıq və öz serverində',
  'platform.about.open.text':
    'Proqramın mənbə kodu AGPL-3.0 ilə açıqdır: hər kəs oxuya, yoxlaya və öz serverində işlədə bilər. Səhifələr heç bir kənar xidmətə müraciət etmir.',
  'platform.privacy.title': 'Məxfilik',
  'platform.privacy.lead': 'Nəyi, niyə və nə qədər saxladığımız, sadə sözlərlə.',
  'platform.privacy.operator': 'Bu saytı kim saxlayır?',
  'platform.privacy.operator.name': 'Operator',
  'platform.privacy.operator.address': 'Ünvan',
  'platform.privacy.operator.email': 'E-poçt',
  'platform.privacy.operator.phone': 'Telefon',
  'platform.privacy.operator.registration': 'Fərdi məlumat sisteminin qeydiyyat nömrəsi',
  'platform.privacy.operator.unregistered': 'Göstərilməyib',
  'platform.privacy.operator.unknown': 'Operator özü haqqında hələ məlumat yazmayıb.',
  'platform.privacy.demo':
    'Bu, nümunədir: buradakı operator, təşkilatlar və adamlar uydurmadır. Həqiqi şəxsi məlumat yazmayın.',
  'platform.privacy.kept': 'Nə saxlanılır və nə qədər?',
  'platform.privacy.kept.text': 'Ad soruşmuruq, IP ünvanınızı və cihazınızın adını saxlamırıq.',
  'platform.privacy.kept.report': 'Bildirişin mətni və yeri',
  'platform.privacy.kept.report.text':
    'Bildirişlə iş getdikcə və tarixçə kimi. Geri götürsəniz, açıq səhifəsi və fotoları bağlanır. Dəqiq yeri təşkilat və məktub gedən qurum bilir.',
  'platform.privacy.kept.contact': 'Əlaqə, əgər yazmısınızsa',
  'platform.privacy.kept.contact.text':
    'Şifrələnib saxlanılır, yalnız sual vermək üçün. Bildiriş bağlananda və ya geri götürüləndə silinir.',
  'platform.privacy.kept.photo': 'Fotolar',
  'platform.privacy.kept.photo.text':
    'Yenidən kodlaşdırılır: çəkildiyi yer, vaxt və kamera barədə məlumat silinir. Moderator üzləri və nömrələri qaralda bilər.',
  'platform.privacy.kept.receipt': 'Qəbz kodu',
  'platform.privacy.kept.receipt.text':
    'Gizli hissəsi bizdə yoxdur, yalnız yoxlama izi var. İtirsəniz, bərpa edə bilmirik. Qəbz səhifəsi açıq qaldıqca brauzerdə qısamüddətli kuki olur.',
  'platform.privacy.kept.confirmation': '“Mənə də aiddir”',
  'platform.privacy.kept.confirmation.text':
    'Brauzerdə yarım illik təsadüfi nömrə, bizdə onun izi: eyni cihaz iki dəfə sayılmasın deyə. Kimliyiniz bilinmir.',
  'platform.privacy.kept.account': 'Hesab (yalnız təşkilatda işləyənlər üçün)',
  'platform.privacy.kept.account.text':
    'Ad; e-poçt və telefon şifrələnib; şifrənin özü yox, yoxlama izi. Hesabı silənə qədər.',
  'platform.privacy.kept.session': 'Giriş',
  'platform.privacy.kept.session.text':
    'Kuki 30 gün, 14 gün istifadə olunmasa, daha tez bitir. Cihazın adı və ünvanı yazılmır.',
  'platform.privacy.kept.push': 'Bildiriş alan cihaz, əgər özünüz yandırmısınızsa',
  'platform.privacy.kept.push.text':
    'Brauzerin bildiriş ünvanı şifrələnib; hesabdan çıxana və ya söndürənə qədər. Brauzeri hazırlayan şirkət bildirişin vaxtını görür, mətnini yox.',
  'platform.privacy.kept.application': 'Təşkilatın müraciəti',
  'platform.privacy.kept.application.text':
    'E-poçt şifrələnib, nümayəndənin adı, müraciətin mətni. Təşkilat platformada olduğu müddətdə; rədd olunarsa, operator silir.',
  'platform.privacy.kept.signatory': 'Məktub imzalayan üzv',
  'platform.privacy.kept.signatory.text':
    'Qanun ad və ünvan tələb edir: ikisi də şifrələnib saxlanılır və yalnız məktubda yazılır. Razılıq geri götürülənə qədər.',
  'platform.privacy.kept.trail': 'Əməliyyat jurnalı',
  'platform.privacy.kept.trail.text':
    'Hansı əməkdaş nə vaxt nə edib. Mətn, ad və əlaqə yazılmır. Yazılar dəyişdirilmir.',
  'platform.privacy.kept.limits': 'Sui-istifadəyə qarşı sayğac',
  'platform.privacy.kept.limits.text':
    'Ünvanınızın hər gün dəyişən açarla hesablanmış izi, bir-iki saat. Ünvan özü saxlanmır.',
  'platform.privacy.kept.backup': 'Ehtiyat nüsxə',
  'platform.privacy.kept.backup.text':
    'Operatorun serverdən kənarda saxladığı açarla şifrələnir. Silinmiş məlumat köhnə nüsxələrdə onların müddəti bitənə qədər qala bilər.',
  'platform.privacy.public': 'Nə açıqdır, kimə çatır?',
  'platform.privacy.public.text':
    'Moderator dərc edənə qədər heç nə açıq deyil. Sonra mövzu, mətn, təxmini və ya dəqiq nöqtə, fotolar və bildirişin yolu görünür.',
  'platform.privacy.public.place':
    'Həssas mövzularda xəritədəki nöqtə 500 metrə qədər sürüşdürülür. Zorakılıq və erkən nikah barədə bildiriş saxlanmır: forma dayanır və kömək nömrələrini göstərir.',
  'platform.privacy.public.letter':
    'Cavabdeh quruma məktub təşkilatın adından gedir. Bildirişin müəllifi orada göstərilmir.',
  'platform.privacy.third': 'Kənar tərəf yoxdur',
  'platform.privacy.third.text':
    'Səhifələr heç bir kənar xidmətə müraciət etmir: nə statistika, nə reklam, nə kənar xəritə və şrift var. Xəritə də bizimdir.',
  'platform.privacy.third.cookies':
    'Kuki yalnız yuxarıda yazılan işlər üçündür: giriş, qəbz səhifəsi, “mənə də aiddir”. Sadəcə oxuyanda kuki qoyulmur.',
  'platform.privacy.words': 'Üç söz, üç vəd',
  'platform.privacy.words.text': 'Bu sözləri yalnız bu mənada işlədirik.',
  'platform.privacy.words.closed': 'Bağlı',
  'platform.privacy.words.closed.text':
    'Verilənlər bazası başqa təşkilata göstərmir. Serveri saxlayan operator texniki olaraq baza ilə işləyə bilir.',
  'platform.privacy.words.encrypted': 'Şifrələnib',
  'platform.privacy.words.encrypted.text':
    'Serverin açarı ilə şifrələnir, açar bazada deyil. Təkcə bazanı oğurlayan onu oxuya bilməz; serverin özünü ələ keçirən oxuya bilər.',
  'platform.privacy.words.vault': 'Seyf',
  'platform.privacy.words.vault.text':
    'Yalnız insanların əlində olan açarlarla. Bu saytda hələ heç nə seyfdə saxlanmır.',
  'platform.privacy.rights': 'Hüquqlarınız',
  'platform.privacy.rights.withdraw': 'Geri götürmək',
  'platform.privacy.rights.withdraw.text':
    'Qəbz kodu ilə bildirişi istədiyiniz vaxt geri götürürsünüz. Açıq səhifə və fotolar bir dəqiqə ərzində bağlanır.',
  'platform.privacy.rights.account': 'Köçürmək və silmək',
  'platform.privacy.rights.account.text': 'Hesabı olan öz məlumatını endirə və hesabını silə bilər.',
  'platform.privacy.rights.correct': 'Düzəltdirmək',
  'platform.privacy.rights.correct.text':
    'Sizin haqqınızda yazılıbsa, hər səhifədə şikayət düyməsi var. Adı çəkilən qurum cavab vermək hüququna malikdir.',
  'platform.privacy.rights.complain': 'Şikayət etmək',
  'platform.privacy.rights.complain.text':
    'Operatora yazın. Razı qalmasanız, fərdi məlumatlar üzrə dövlət orqanına və ya məhkəməyə müraciət edə bilərsiniz.',
  'platform.privacy.rights.receipt-link': 'Qəbz kodunu yazın',
  'platform.privacy.rights.account-link': 'Hesabım',
  'platform.privacy.limits': 'Nəyi vəd edə bilmirik',
  'platform.privacy.limits.network':
    'İnternet operatorunuz bu sayta girdiyinizi görə bilər, burada nə yazdığınızı yox (https işləyəndə).',
  'platform.privacy.limits.device': 'Telefonunuza baxan adam brauzerin tarixçəsini görə bilər.',
  'platform.privacy.limits.text':
    'Mətnin özündən kim olduğunuz bilinə bilər. Adınızı və Sizi tanıdan təfərrüatı yazmayın.',
  'platform.privacy.limits.organisation':
    'Bildirişi oxuyan insanlardır. Onlar qaydalara əməl etməyə borcludur, amma texnika hər şeyin qarşısını almır.',
  'platform.admin.title': 'Saytın operatoru',
  'platform.admin.role': 'Operator',
  'platform.admin.overview': 'İcmal',
  'platform.admin.nav.bodies': 'Qurumlar',
  'platform.admin.nav.organisations': 'Təşkilatlar',
  'platform.admin.organisations': 'Təşkilatlar',
  'platform.admin.organisations.all': 'Bütün təşkilatlar',
  'platform.admin.organisations.none': 'Bu vəziyyətdə təşkilat yoxdur',
  'platform.admin.settings': 'Parametrlər',
  'platform.admin.duties': 'Vəzifələr',
  'platform.admin.organisation': 'Təşkilat',
  'platform.admin.kind': 'Növ',
  'platform.admin.state': 'Vəziyyət',
  'platform.admin.applied': 'Müraciət',
  'platform.admin.approved': 'Qəbul edilib',
  'platform.admin.applicant': 'Müraciət edənin e-poçtu',
  'platform.admin.applications': 'Gözləyən müraciətlər',
  'platform.admin.applications.none': 'Gözləyən müraciət yoxdur',
  'platform.admin.applications.none.text':
    'Təşkilatlar “Təşkilatınızı qoşun” səhifəsindən müraciət edir, məsələn, “Samur İcma Birliyi”.',
  'platform.admin.order': 'Hər şey qaydasındadır?',
  'platform.admin.check.done': 'Hazırdır',
  'platform.admin.check.open': 'Edilməlidir',
  'platform.admin.check.operator': 'Operatorun adı və ünvanı yazılıb',
  'platform.admin.check.registration': 'Fərdi məlumat sisteminin qeydiyyat nömrəsi yazılıb',
  'platform.admin.check.emergency': 'Təcili nömrələr yoxlanılıb',
  'platform.admin.check.address': 'Sayt https ünvanı ilə işləyir',
  'platform.admin.check.mail': 'Məktublar göndərilir (SMTP)',
  'platform.admin.check.demo': 'Nümunə rejimində son ikisi lazım deyil.',
  'platform.admin.numbers': 'Rəqəmlər',
  'platform.admin.numbers.approved': 'İşləyən təşkilat',
  'platform.admin.numbers.suspended': 'Dayandırılmış',
  'platform.admin.numbers.sealed': 'Möhürlənmiş jurnal yazısı',
  'platform.admin.numbers.sealed-at': 'Son möhür',
  'platform.admin.why': 'Niyə qoşulmaq istəyir',
  'platform.admin.note': 'Qərarın səbəbi',
  'platform.admin.letter-locale': 'Məktubun dili',
  'platform.admin.approve': 'Qəbul edin',
  'platform.admin.approve.text': 'Təşkilat açıq siyahıya düşür, ilk rəhbərə e-poçtla dəvət gedir (14 gün).',
  'platform.admin.approve.do': 'Qəbul edib dəvət göndərin',
  'platform.admin.parent.none': 'Şəbəkəsiz',
  'platform.admin.refuse': 'Qəbul etməyin',
  'platform.admin.refuse.note': 'Səbəb',
  'platform.admin.refuse.note.hint': 'Bu mətn müraciət edənə məktubla gedir.',
  'platform.admin.refuse.do': 'Rədd edib məktub göndərin',
  'platform.admin.suspend': 'Dayandırın',
  'platform.admin.suspend.text':
    'Açıq səhifəsi bağlanır, yeni bildiriş ona getmir, üzvləri daxil ola bilmir. Heç nə silinmir, sonra yenidən açmaq olar.',
  'platform.admin.suspend.note': 'Səbəb',
  'platform.admin.suspend.do': 'Dayandırın',
  'platform.admin.reopen': 'Yenidən açın',
  'platform.admin.reopen.text': 'Təşkilat əvvəlki kimi işləyəcək.',
  'platform.admin.reopen.do': 'Yenidən açın',
  'platform.admin.done.approved': 'Təşkilat qəbul edildi, ilk rəhbərə dəvət göndərildi.',
  'platform.admin.done.refused': 'Müraciət rədd edildi, məktub göndərildi.',
  'platform.admin.done.suspended': 'Təşkilat dayandırıldı.',
  'platform.admin.done.reopened': 'Təşkilat yenidən işləyir.',
  'platform.settings.title': 'Saytın parametrləri',
  'platform.settings.operator': 'Operator',
  'platform.settings.operator.text': 'Məxfilik səhifəsində və hər razılıqda göstərilir.',
  'platform.settings.name.hint': 'Qanun qarşısında cavabdeh hüquqi və ya fiziki şəxs',
  'platform.settings.registration.hint': 'Qeydiyyatdan sonra yazın; hüquqşünasla dəqiqləşdirin',
  'platform.settings.emergency': 'Təcili nömrələr',
  'platform.settings.emergency.text':
    'Təhlükədə olan insana yalnız təsdiqlədiyiniz nömrələr göstərilir. Hər birinə zəng edib yoxlayın, sonra işarələyin. Nömrəni götürmək üçün xanaları boşaldın.',
  'platform.settings.more': 'Nömrə əlavə edin',
  'platform.settings.number': 'Nömrə',
  'platform.settings.whom.az': 'Kim cavab verir (az)',
  'platform.settings.whom.en': 'Kim cavab verir (en)',
  'platform.settings.whom.ru': 'Kim cavab verir (ru)',
  'platform.settings.confirmed': 'Zəng edib yoxladım, işləyir',
  'platform.settings.confirmed.hint': 'İşarələnməyən nömrə heç kimə göstərilmir.',
  'platform.settings.confirmed.on': '{{day}} tarixində təsdiqlənib',
  'platform.settings.error.number': 'Nömrəni rəqəmlərlə yazın, məsələn, 112 və ya (012) 123 45 67.',
  'platform.duties.title': 'Operatorun vəzifələri',
  'platform.duties.lead': 'Bu serveri işlədən nə etməlidir. Bu səhifəni yalnız operatorlar görür.',
  'platform.duties.advice':
    'Bu, hüquqi məsləhət deyil. Hər bənddə nə qədər əmin olduğumuz yazılıb; işə başlamazdan əvvəl hüquqşünasla təsdiqləyin.',
  'platform.duties.certainty.law': 'Qanunun şərhlərindən oxunub',
  'platform.duties.certainty.lawyer': 'Hüquqşünasla təsdiqləyin',
  'platform.duties.certainty.practice': 'Bizim tövsiyəmiz',
  'platform.duties.law': 'Fərdi məlumatlar qanunu (998-IIIQ, 11 may 2010)',
  'platform.duties.consent': 'Yazılı razılıq',
  'platform.duties.consent.text':
    'Şəxsi məlumat alan hər formada altı hissəli razılıq var: kim, operator, məqsəd, məlumat və əməliyyatlar, müddət və geri götürmə, sonra nə olur. Mətnləri dəyişsəniz, altı hissəni saxlayın. Elektron işarənin yazılı forma sayılıb-sayılmadığını hüquqşünasla dəqiqləşdirin.',
  'platform.duties.register': 'Sistemin qeydiyyatı',
  'platform.duties.register.text':
    'Fərdi məlumatların informasiya sistemi Rəqəmsal İnkişaf və Nəqliyyat Nazirliyində qeydiyyata alınır; istisnalar Nazirlər Kabinetinin 237 nömrəli qərarındadır. Sistemin yaradılması lisenziya tələb edə bilər. Qeydiyyat sistemin mövcudluğunu açıqlayır: üzv təşkilatlarla birlikdə qərar verin.',
  'platform.duties.abroad': 'Xaricə ötürmə',
  'platform.duties.abroad.text':
    'Server və ya ehtiyat nüsxə başqa ölkədədirsə, bu, xaricə ötürmədir və qorunma səviyyəsi yetərli sayılmayan ölkə üçün razılıq tələb olunur. Razılıq mətnində yazın.',
  'platform.duties.special': 'Xüsusi kateqoriyalar',
  'platform.duties.special.text':
    'Milliyyət, ailə həyatı, əqidə, sağlamlıq, məhkumluq barədə məlumat ayrıca qorunur. Moderatorlar belə məlumatı dərc etmir, bildirişdə qalıbsa, çıxarır.',
  'platform.duties.supervision': 'Nəzarət',
  'platform.duties.supervision.text':
    'Dövlət orqanlarının, o cümlədən Dövlət Təhlükəsizliyi Xidmətinin nəzarət səlahiyyəti var. Lazım olmayan məlumatı yığmayın: saxlanmayan məlumat tələb oluna bilməz.',
  'platform.duties.fines': 'Cərimə',
  'platform.duties.fines.text':
    'Qeydiyyatsız sistem üçün inzibati cərimə nəzərdə tutulub (İnzibati Xətalar Məcəlləsi, maddə 375). Gördüyümüz məbləğlər köhnədir, ona görə burada yazmırıq.',
  'platform.duties.keys': 'Açar və ehtiyat nüsxə',
  'platform.duties.secret': 'Serverin açarı',
  'platform.duties.secret.text':
    'Məlumat qovluğundakı secret.key itərsə, şifrələnmiş əlaqələri heç kim aça bilməz. Bir nüsxəsini kağızda və ya ayrıca daşıyıcıda, serverdən kənarda saxlayın. Bazanın yanında saxlamayın.',
  'platform.duties.backup': 'Hər gün nüsxə',
  'platform.duties.backup.text':
    'npm run backup -- FAYL bazanı və faylları Sizin açıq açarınızla şifrələyir. Gizli açar serverdə olmamalıdır. Nüsxəni başqa yerə köçürün və müddəti bitəni silin.',
  'platform.duties.restore': 'Bərpanı sınayın',
  'platform.duties.restore.text':
    'Rübdə bir dəfə nüsxəni başqa kompüterdə npm run restore ilə açın. Sınanmamış nüsxə nüsxə deyil.',
  'platform.duties.care': 'Gündəlik qayğı',
  'platform.duties.updates': 'Yeniləmələr',
  'platform.duties.updates.text':
    'Proqramın və əməliyyat sisteminin təhlükəsizlik yeniləmələrini bir həftə ərzində qurun. Yeniləmədən əvvəl nüsxə çıxarın.',
  'platform.duties.https': 'Yalnız https',
  'platform.duties.https.text':
    'Saytı https olmadan açmayın. Serverə yalnız açarla girilsin, diskin şifrələnməsini qoşun.',
  'platform.duties.operators': 'İki operator',
  'platform.duties.operators.text':
    'Ən azı iki nəfər operator olsun və ikisi də ikimərhələli girişi qoşsun. Ayrılan operatorun girişini həmin gün bağlayın.',
  'platform.duties.emergency': 'Təcili nömrələr',
  'platform.duties.emergency.text': 'Rübdə bir dəfə hər nömrəyə zəng edin və parametrlərdə tarixi yeniləyin.',
  'platform.duties.leak': 'Sızma olsa',
  'platform.duties.leak.text':
    'Girişləri bağlayın, jurnalı saxlayın, təşkilatlara həmin gün xəbər verin. Kimə və hansı müddətdə rəsmi bildiriş lazım olduğunu əvvəlcədən hüquqşünasdan öyrənin.',
  'platform.admin.nav.holidays': 'Bayram günləri',
} as const;
