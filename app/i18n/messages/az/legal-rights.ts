export const legalRights = {
  'legal-rights.title': 'Hüquqlarınız: nə etməli',
  'legal-rights.lead': 'Qısa səhifələr: nə etmək, nədən çəkinmək, nə vaxta qədər. Hüquqi məsləhəti əvəz etmir.',
  'legal-rights.search': 'Mövzu axtarın',
  'legal-rights.search.placeholder': 'məsələn: çağırış, söküntü',
  'legal-rights.search.none.title': '“{{query}}” barədə səhifə tapılmadı',
  'legal-rights.search.none.text': 'Başqa sözlə axtarın və ya bütün mövzulara baxın.',
  'legal-rights.search.all': 'Bütün mövzular',
  'legal-rights.topics': 'Mövzular',
  'legal-rights.steps': 'Addım-addım',
  'legal-rights.care': 'Ehtiyatlı olun',
  'legal-rights.terms': 'Müddətlər',
  'legal-rights.terms.confirm':
    'Qanun dəyişə bilər, sizin halınız başqa ola bilər: müddəti hüquqşünasla təsdiqləyin. Şübhə varsa, daha tez olan tarixi əsas götürün.',
  'legal-rights.terms.source': 'Mənbə: {{sources}}',
  'legal-rights.terms.article': 'maddə {{article}}',
  'legal-rights.terms.low':
    'Bu mövzuda bəzi müddətlər bizə dəqiq bəlli deyil və qısa ola bilər. Hüquqşünasa elə bu gün zəng edin.',
  'legal-rights.certainty.high': 'əminlik: yüksək',
  'legal-rights.certainty.medium': 'əminlik: orta, qanunun mətni ilə tutuşdurulmayıb',
  'legal-rights.certainty.low': 'əminlik: aşağı, hüquqşünas təsdiqləməlidir',
  'legal-rights.sources': 'Haradan bilirik',
  'legal-rights.card.link': 'Çap üçün kart',
  'legal-rights.card.hint': 'Çap etmək üçün brauzerin çap əmrini seçin. Kartda heç bir keçid və ad yoxdur.',
  'legal-rights.card.back': 'Mövzuya qayıdın',
  'legal-rights.card.page': 'Kart: {{title}}',
  'legal-rights.card.foot': 'Hüquqi məsləhət deyil. Müddətləri hüquqşünasla təsdiqləyin.',
  'legal-rights.card.numbers': 'Təcili nömrələr',
  'legal-rights.card.lawyer': 'Hüquqşünasın nömrəsi',
  'legal-rights.more': 'Digər mövzular',
  'legal-rights.help': 'Bu, sizə kömək etmədisə',
  'legal-rights.help.text': 'Hüquqi yardım üçün hesab açmadan və adınızı demədən müraciət edə bilərsiniz.',
  'legal-rights.help.link': 'Hüquqi yardım',
  'legal-rights.help.protection': 'Bu nəyi qoruyur, nəyi yox',
  'legal-rights.term.same-day': 'elə həmin gün',
  'legal-rights.term.earlier': '{{terms}} (hansı tez bitirsə)',
  'legal-rights.term.or': ' və ya ',
  'legal-rights.term.unknown': 'müddət bəlli deyil',
  'legal-rights.protection.title': 'Bu nəyi qoruyur, nəyi qorumur',
  'legal-rights.protection.lead':
    'Hüquqi yardım üçün göndərdikləriniz necə saxlanır. Hər vədin arxasında onu yoxlayan test var; test olmasa, bu səhifə qurulmur.',
  'legal-rights.protection.e2e.title': 'Bu, uçdan-uca şifrələmə deyil',
  'legal-rights.protection.e2e':
    'Hüquqşünas işi açanda server onu həmin anda, həmin sorğunun içində oxuyur və yaddaşda saxlamır. Diskdə qalan hər şey şifrəlidir.',
  'legal-rights.protection.protected': 'Nə qorunur',
  'legal-rights.protection.not': 'Nə qorunmur',
  'legal-rights.protection.clear': 'Nə açıq qalır',
  'legal-rights.protection.clear.lead':
    'İşlərin növbəsini aparmaq üçün serverin şifrəsiz saxladığı məlumat. Burada heç bir söz yoxdur.',
  'legal-rights.protection.check': 'Yoxlama: {{id}}',
  'legal-rights.term.working_one': '{{count}} iş günü',
  'legal-rights.term.working_other': '{{count}} iş günü',
  'legal-rights.term.calendar_one': '{{count}} təqvim günü',
  'legal-rights.term.calendar_other': '{{count}} təqvim günü',
  'legal-rights.term.month_one': '{{count}} ay',
  'legal-rights.term.month_other': '{{count}} ay',
  'legal-rights.term.hour_one': '{{count}} saat',
  'legal-rights.term.hour_other': '{{count}} saat',
  'legal-rights.rule.appeal.answer': 'Müraciətə cavab',
  'legal-rights.rule.appeal.answer-with-study': 'Əlavə öyrənmə və ya yoxlama lazım olanda cavab',
  'legal-rights.rule.appeal.answer-extended': 'Məlumat tələb edilməli olduqda əlavə müddət, ən çoxu',
  'legal-rights.rule.appeal.forward': 'Səhv ünvanlanmış müraciətin aidiyyəti üzrə göndərilməsi',
  'legal-rights.rule.information.answer': 'İnformasiya sorğusuna cavab',
  'legal-rights.rule.information.answer-losing-value': 'Məlumat əhəmiyyətini tez itirirsə, cavab',
  'legal-rights.rule.information.answer-danger': 'Həyat, sağlamlıq və ya azadlıq təhlükədədirsə, cavab',
  'legal-rights.rule.information.extension-told': 'Müddət uzadılırsa, bunun sizə bildirilməsi',
  'legal-rights.rule.information.extended': 'Sorğu üzrə əlavə müddət, ən çoxu',
  'legal-rights.rule.complaint.file': 'İnzibati şikayətin verilməsi',
  'legal-rights.rule.complaint.decision': 'İnzibati şikayətə baxılması',
  'legal-rights.rule.suit.contest': 'İnzibati akta qarşı məhkəməyə iddia',
  'legal-rights.rule.suit.contest-after-complaint': 'Şikayət üzrə qərardan sonra məhkəməyə iddia',
  'legal-rights.rule.suit.oblige': 'İmtina və ya yazılı cavabdan sonra məhkəməyə iddia',
  'legal-rights.rule.civil.appeal': 'Mülki iş üzrə qətnamədən apellyasiya şikayəti',
  'legal-rights.rule.civil.ruling-appeal': 'Birinci instansiya məhkəməsinin qərardadından şikayət',
  'legal-rights.rule.criminal.appeal': 'Cinayət işi üzrə hökmdən apellyasiya şikayəti',
  'legal-rights.rule.administrative.appeal': 'İnzibati məhkəmənin qərarından apellyasiya şikayəti',
  'legal-rights.rule.administrative.cassation': 'İnzibati iş üzrə kassasiya şikayəti',
  'legal-rights.rule.penalty.file-sent': 'Şikayətdən sonra işin apellyasiya məhkəməsinə göndərilməsi',
  'legal-rights.rule.penalty.file-sent-arrest': 'İnzibati həbs zamanı işin göndərilməsi',
  'legal-rights.rule.penalty.appeal': 'İnzibati xəta üzrə qərardan şikayət',
  'legal-rights.rule.strasbourg.application': 'Avropa İnsan Hüquqları Məhkəməsinə şikayət',
  'legal-rights.event.appeal-delivered': 'müraciət təhvil veriləndən',
  'legal-rights.event.answer-term-ended': 'ilk müddət bitəndən',
  'legal-rights.event.information-requested': 'sorğu təhvil veriləndən',
  'legal-rights.event.information-term-ended': 'ilk müddət bitəndən',
  'legal-rights.event.act-served': 'akt sizə təqdim və ya elan ediləndən',
  'legal-rights.event.complaint-filed': 'şikayət veriləndən',
  'legal-rights.event.complaint-decided': 'şikayət üzrə qərar sizə təqdim ediləndən',
  'legal-rights.event.refusal-received': 'imtina və ya yazılı cavab alınandan',
  'legal-rights.event.judgment-served': 'qətnamə rəsmi təqdim ediləndən',
  'legal-rights.event.ruling-served': 'qərardad təqdim ediləndən',
  'legal-rights.event.verdict-served': 'hökm elan ediləndən',
  'legal-rights.event.administrative-judgment-served': 'inzibati məhkəmənin qərarı təqdim ediləndən',
  'legal-rights.event.administrative-appeal-decided': 'apellyasiya məhkəməsinin qərarından',
  'legal-rights.event.penalty-received': 'qərar alınandan',
  'legal-rights.event.penalty-appealed': 'şikayət veriləndən',
  'legal-rights.event.arrest-appealed': 'şikayət veriləndən',
  'legal-rights.event.final-decision': 'ölkədəki son qərardan',
  'legal-rights.guarantee.G1': 'Verilənlər bazası oğurlansa, ondan işin mətni, faylları və adınız oxunmur.',
  'legal-rights.guarantee.G2':
    'Bütün disk və serverin ayarları oğurlansa da, hüquqşünasın parol ifadəsi və ya sizin qəbz kodunuz olmadan heç nə açılmır.',
  'legal-rights.guarantee.G3': 'Platformanın inzibatçısı işləri aça bilmir.',
  'legal-rights.guarantee.G4': 'Görməsini istəmədiyiniz hüquqşünas işi aça bilmir: açar ona heç vaxt verilmir.',
  'legal-rights.guarantee.G5':
    'Möhürlənmiş yazı bazada başqa işə və ya yerə köçürülsə, yaxud bir baytı dəyişdirilsə, açılmır.',
  'legal-rights.guarantee.G6':
    'Qəbz kodunuz heç yerdə saxlanmır və heç kimə göndərilmir. Səhv kodla mövcud olmayan kod eyni cavabı alır.',
  'legal-rights.guarantee.G7': 'Bir hüquqşünas parol ifadəsini itirsə, iş itmir: açarı olan digəri onu yenidən verir.',
  'legal-rights.guarantee.G8': 'Hesabın şifrəsi yenilənsə, seyf açılmır.',
  'legal-rights.guarantee.G9': 'Ayrılan hüquqşünas növbəti addımda heç nə görmür; yeni yazılar yeni açarla bağlanır.',
  'legal-rights.guarantee.G10':
    'Silinmiş iş ehtiyat nüsxələrdən də açılmır: açarların nüsxəsi 7 gündən artıq saxlanmır və köhnəsi geri qaytarılmır.',
  'legal-rights.guarantee.G11': 'Hər səhifə hər rolla yoxlanır: icazəsi olmayan ora girə bilmir.',
  'legal-rights.guarantee.G12':
    'Ünvana və ya formaya başqa işin, yazının nömrəsini yazmaq heç nə göstərmir və heç nəyi dəyişmir.',
  'legal-rights.guarantee.G13': 'Başqa saytın sizin adınızdan göndərdiyi forma qəbul edilmir.',
  'legal-rights.guarantee.G14': 'Müraciət, qəbz, cavab və tez çıxış skriptsiz də işləyir.',
  'legal-rights.guarantee.G15': 'Bu səhifələrdə yalnız saytın öz skriptləri işləyir; kənardan heç nə yüklənmir.',
  'legal-rights.guarantee.G16': 'Giriş cədvəlini oğurlayan onunla daxil ola bilmir.',
  'legal-rights.guarantee.G17': 'Girişin ikinci addımını yalnız sahibi qurur və söndürür; hər kod bir dəfə işləyir.',
  'legal-rights.guarantee.G18': 'Bildirişlər hamı üçün bir cümlədir: nə iş nömrəsi, nə ad, nə hüquq sözü.',
  'legal-rights.guarantee.G19': 'IP ünvanınız və brauzerinizin adı saxlanmır.',
  'legal-rights.guarantee.G20':
    'Göndərdiyiniz şəkillərdən yer və cihaz məlumatı silinir; brauzerin işlədəcəyi fayllar qəbul edilmir.',
  'legal-rights.guarantee.G21':
    'Sizə göstərilən hər müddətin qaydası, mənbəyi və əminlik dərəcəsi var; əmin olmadığımız müddət göstərilmir.',
  'legal-rights.guarantee.G22': 'Təhlükə və yaxın müddət işi növbədə birinci edir.',
  'legal-rights.guarantee.G23': 'Maraqlar toqquşması iş oxunmazdan əvvəl yoxlanır və başqasının işini açmır.',
  'legal-rights.guarantee.G24': 'Bir işi eyni anda bir hüquqşünas götürür.',
  'legal-rights.guarantee.G25': 'Statistikada 5-dən kiçik rəqəm və onu hesablamağa imkan verən rəqəm göstərilmir.',
  'legal-rights.guarantee.G26':
    'İşi hansı hüquqşünasın açdığı jurnalda qalır; jurnal dəyişdirilsə, bu görünür; məzmun orada yoxdur.',
  'legal-rights.guarantee.G27': 'Adınız işdən ayrı saxlanır; səbəb və ikinci nəfərin razılığı olmadan açılmır.',
  'legal-rights.guarantee.G28': 'Göndərdiklərinizi özünüzə yükləyə bilərsiniz; serverdə surəti qalmır.',
  'legal-rights.guarantee.G29': 'Tez çıxış dərhal başqa səhifəyə keçir. Brauzerin tarixçəsini silmir.',
  'legal-rights.guarantee.G30': 'Kodları və parolları dalbadal sınamaq ləngidilir; başqalarına mane olmur.',
  'legal-rights.guarantee.G31':
    'Proqramın hissələrinin versiyaları və yoxlama cəmləri sabitdir; bizə məlum boşluğu olanı aralarında yoxdur.',
  'legal-rights.guarantee.G33': 'Hüquqşünas ən təcili işi iki addımla götürür: bunun üçün digərlərini oxumur.',
  'legal-rights.guarantee.G34': 'Bu səhifə üç dildə testlərlə tutuşdurulan siyahıdan qurulur.',
  'legal-rights.guarantee.N1':
    'Serverin işlək yaddaşını oxuya bilən: hüquqşünasların o anda açdığını, brauzerdə şifrələnməyibsə sizin yazdığınızı da.',
  'legal-rights.guarantee.N2':
    'İşləyən proqramı dəyişə bilən və ya serverin konsolundan masanın ilk açarını dəyişən şəxs: bundan sonra hər şeyi.',
  'legal-rights.guarantee.N3': 'Hüquqşünasın açıq qalmış kompüteri və ya təzyiq altında olan hüquqşünas: onun işləri.',
  'legal-rights.guarantee.N4': 'Şəbəkəni izləyən: bu sayta girdiyinizi, vaxtı və ölçünü görür; nə yazdığınızı görmür.',
  'legal-rights.guarantee.N5':
    'Bazaya yaza bilən şəxs: yazılanı oxuya bilmir, amma silə, gecikdirə, Sizin müraciətin yerinə saxtasını qoya bilər. Hüquqşünas masadan gedəndə onu çıxaran rəhbərdə işin açarı yoxdursa, bundan sonra yazılanı oxuya və ya kənarda saxladığınız şəxsə verdirə bilər; ad saxlayanı da yanıldıb adınızı həmin şəxsə açdıra bilər.',
  'legal-rights.guarantee.N6':
    'Sizin telefon və kompüteriniz: onları əlində tutan baxdığınız səhifələri və tarixçəni görə bilər.',
  'legal-rights.guarantee.N7': 'Vəkil olmayan hüquqşünasın sənədləri qanunla vəkil sirri kimi qorunmaya bilər.',
  'legal-rights.guarantee.N8': 'Qəbz kodunu itirsəniz, onu heç kim bərpa edə bilmir.',
  'legal-rights.guarantee.N9':
    'Adlar: onların açarı ad saxlayanda və hüquqi işlər üzrə rəhbərdədir. İkinci şəxsin razılığı hüquqşünaslar üçündür.',
  'legal-rights.guarantee.N10':
    'Müstəqil mütəxəssislər bunu hələ yoxlamayıb; təhlükəsizlik standartı (OWASP ASVS) üzrə də bənd-bənd ölçülməyib.',
  'legal-rights.guarantee.C1': 'İşin vəziyyəti, təcililik dərəcəsi, kim adına olduğu (şəxs və ya kampaniya)',
  'legal-rights.guarantee.C2':
    'Müddətlərin və tapşırıqların günləri, hansı qayda üzrə olduqları və vəziyyətləri (nə barədə olduğu yox)',
  'legal-rights.guarantee.C3': 'Rayon (yalnız seçmisinizsə)',
  'legal-rights.guarantee.C4': 'Mövzunun kodu, hüquqşünas onu yazandan sonra',
  'legal-rights.guarantee.C5': 'Müraciətin günü (saatı yox) və saxlama müddətinin sonu',
  'legal-rights.guarantee.C6':
    'Yazıların və faylların sayı, yuvarlaqlaşdırılmış ölçüsü, kimin tərəfindən olduğu (siz, hüquqşünas)',
  'legal-rights.guarantee.C7': 'Hansı hüquqşünasın açarı olduğu və kimin açdığı',
  'legal-rights.guarantee.C8': 'Sabit siyahıdan seçilən nişanlar və nəticənin kodu',
  'legal-rights.guarantee.C10': 'Bildiriş üçün yazdığınız e-poçt: serverin açarı ilə şifrələnib',
  'legal-rights.guarantee.C11':
    'İşin gedişi: ilk cavabın günü, növbənin kimdə olması, neçə dəqiqə iş, adın açılması istəyinin səbəb kodu, yönləndirilən təşkilat, sizin qoyduğunuz yoxlama günü',
  'legal-rights.guarantee.C12':
    'Hansı kampaniya ilə bağlı olduğu, ortaq işlərə daxil olub-olmadığı və kimin işdən kənarda saxlandığı',
  'legal-rights.guarantee.C13':
    'Müraciətin nömrəsi və dili, kampaniyanın nə istədiyi, haradan keçildiyi, məhkəmə işi olub-olmadığı, başqası üçün yazılıb-yazılmadığı, dondurulub-dondurulmadığı, harada möhürləndiyi, razılıq mətninin nömrəsi, adların gizli müqayisəsi (eyni və ya fərqli) və qəbzin ilk 8 rəqəmi',
  'legal-rights.guarantee.C9':
    'Hüquqşünasların e-poçtu və ikinci amili: giriş üçün serverin açarı ilə şifrələnib, bazanı və serverin açarını birlikdə oğurlayan onları oxuyar',
  'legal-rights.detained.title': 'Sizi polis saxlayanda',
  'legal-rights.detained.lead': 'Sakit qalın, vəkil tələb edin və oxumadığınız heç nəyi imzalamayın.',
  'legal-rights.detained.words': 'polis saxlama həbs tutulma saxlanılma bölmə',
  'legal-rights.detained.step.1':
    'Sakit danışın və müqavimət göstərməyin. Sizi kimin, hansı əsasla və hara apardığını soruşun; adı, vəzifəni və saatı yadda saxlayın.',
  'legal-rights.detained.step.2':
    'Yaxınınıza və ya hüquqşünasa xəbər verilməsini tələb edin. Bunu ucadan deyin və protokola yazılmasını istəyin.',
  'legal-rights.detained.step.3':
    '“Vəkil istəyirəm və onun yanında cavab verəcəyəm” deyin. Bu, təqsiri boynuna almaq deyil.',
  'legal-rights.detained.step.4':
    'Hər sənədi axıra qədər oxuyun. Razı olmadığınız yerin yanında öz əlinizlə qeyd yazın, boş qalan yerlərin üstündən xətt çəkin.',
  'legal-rights.detained.step.5': 'Protokolun surətini istəyin. Verilməsə, bunun da protokola yazılmasını tələb edin.',
  'legal-rights.detained.step.6':
    'Sizə xəsarət yetirilibsə, həkim istəyin; buraxılan kimi həkimə müraciət edin və arayış alın.',
  'legal-rights.detained.care.1': 'Telefonun şifrəsini deməzdən əvvəl vəkilinizlə danışın.',
  'legal-rights.detained.care.2': 'Gəlib-gedən hər kəslə iş barədə söhbət etməyin: hər sözünüz yazıla bilər.',
  'legal-rights.summons.title': 'Polisə və ya prokurorluğa çağırılanda',
  'legal-rights.summons.lead':
    'Çağırışın yazılı olmasını istəyin, kimin qismində çağırıldığınızı öyrənin, tək getməyin.',
  'legal-rights.summons.words': 'çağırış polis prokurorluq izahat ifadə dindirmə şahid',
  'legal-rights.summons.step.1':
    'Kimin, hara, saat neçəyə və nə məsələ ilə çağırdığını soruşub yazın. Telefonla çağırırlarsa, yazılı çağırış xahiş edin.',
  'legal-rights.summons.step.2':
    'Kimin qismində çağırıldığınızı soruşun: şahid, şübhəli şəxs, yoxsa sadəcə söhbət üçün.',
  'legal-rights.summons.step.3':
    'Getməzdən əvvəl hüquqşünasla danışın və mümkünsə onunla gedin. Yaxınınıza hara getdiyinizi deyin.',
  'legal-rights.summons.step.4':
    'Suala əmin deyilsinizsə, “xatırlamıram” və ya “vəkilimlə danışandan sonra cavab verərəm” deyin.',
  'legal-rights.summons.step.5':
    'Protokolu oxuyun, düzəlişləri yazdırın, çıxış saatını qeyd edin. Evdə hər şeyi tarixi ilə yazıb saxlayın.',
  'legal-rights.summons.care.1': 'Yazılı çağırışı cavabsız qoymayın: gələ bilmirsinizsə, səbəbini yazılı bildirin.',
  'legal-rights.summons.care.2': 'Başqalarının adını lazım olmadan çəkməyin.',
  'legal-rights.no-answer.title': 'Qurum müraciətinizə cavab verməyəndə',
  'legal-rights.no-answer.lead':
    'Tarixi və qeydiyyat nömrəsini saxlayın, müddət keçəndə yazılı xatırladın, sonra şikayət edin.',
  'legal-rights.no-answer.words': 'cavab yoxdur müraciət şikayət susmaq icra hakimiyyəti bələdiyyə nazirlik',
  'legal-rights.no-answer.step.1':
    'Müraciətin surətini, təhvil verildiyi tarixi və qeydiyyat nömrəsini saxlayın. Nömrəniz yoxdursa, qurumdan soruşun.',
  'legal-rights.no-answer.step.2': 'Müddəti təhvil verildiyi gündən sonrakı iş günündən sayın.',
  'legal-rights.no-answer.step.3':
    'Müddət keçibsə, eyni quruma qısa xatırlatma yazın: nə vaxt, nə barədə, hansı nömrə ilə müraciət etmisiniz.',
  'legal-rights.no-answer.step.4': 'Cavab gəlmirsə, yuxarı quruma yazılı şikayət verin; surətini saxlayın.',
  'legal-rights.no-answer.step.5':
    'İmtina və ya yarımçıq cavab almısınızsa, zərfi və tarixi saxlayın: məhkəməyə müraciət müddəti həmin gündən sayıla bilər.',
  'legal-rights.no-answer.care.1': 'Ad və ünvan göstərilməyən müraciətlərə baxılmır.',
  'legal-rights.no-answer.care.2':
    'Yeni fakt olmadan eyni müraciəti təkrarlamayın: bir ildə üç əsaslandırılmış cavabdan sonra təkrar müraciət baxılmamış qala bilər.',
  'legal-rights.asked-about-post.title': 'İmzanız və ya paylaşımınız barədə soruşanda',
  'legal-rights.asked-about-post.lead': 'Cavab vermədən əvvəl kimin və hansı əsasla soruşduğunu öyrənin.',
  'legal-rights.asked-about-post.words': 'imza paylaşım post sosial şəbəkə kampaniya təzyiq sorğu-sual',
  'legal-rights.asked-about-post.step.1':
    'Soruşanın adını, vəzifəsini və hansı sənəd əsasında soruşduğunu yazın. Rəsmi sualdırsa, yazılı göndərilməsini xahiş edin.',
  'legal-rights.asked-about-post.step.2':
    'Yerində izahat yazmağa tələsməyin. “Hüquqşünasla danışandan sonra cavab verəcəyəm” demək kifayətdir.',
  'legal-rights.asked-about-post.step.3':
    'Müraciət imzalamaq və fikir bildirmək sizin seçiminizdir; kimin daha imza atdığını deməyə tələsməyin.',
  'legal-rights.asked-about-post.step.4':
    'Paylaşımın və gələn mesajların ekran şəklini tarixi ilə saxlayın, sonra nə edəcəyinizə qərar verin.',
  'legal-rights.asked-about-post.step.5':
    'İş yerində, məktəbdə və ya evdə təzyiq varsa, nə vaxt, kim, nə dedi: hamısını yazın və bizə bildirin.',
  'legal-rights.asked-about-post.care.1':
    'İmzanı geri götürməyi tələb edirlərsə, dərhal qərar verməyin: əvvəlcə hüquqşünasdan nəticələrini soruşun.',
  'legal-rights.asked-about-post.care.2': 'Telefonunuzu başqasına açıq verməyin.',
  'legal-rights.eviction.title': 'Köçürülmə və ya söküntü bildirişi gələndə',
  'legal-rights.eviction.lead': 'Bildirişi və zərfi saxlayın, aldığınız günü yazın və elə bu gün hüquqşünasa göstərin.',
  'legal-rights.eviction.words': 'söküntü köçürülmə ev mənzil torpaq çıxarılma kompensasiya',
  'legal-rights.eviction.step.1':
    'Bildirişi aldığınız günü üstünə yazın, zərfi və bütün vərəqləri saxlayın, şəklini çəkin.',
  'legal-rights.eviction.step.2':
    'Kim imzalayıb, hansı qərara istinad edir, nə vaxta qədər vaxt verir: bunları ayrıca yazın.',
  'legal-rights.eviction.step.3':
    'Evin, torpağın sənədlərini, ödəniş qəbzlərini, evin və həyətin şəkillərini bir yerə yığın.',
  'legal-rights.eviction.step.4': 'Qərarın surətini yazılı istəyin və təhvil verdiyiniz tarixi saxlayın.',
  'legal-rights.eviction.step.5':
    'Müddət qısadır: sənədləri elə bu gün hüquqşünasa göstərin. Şikayət və məhkəmə yolunu o seçəcək.',
  'legal-rights.eviction.care.1': 'Boş kağıza, “razıyam” sözünə və ya başa düşmədiyiniz razılaşmaya imza atmayın.',
  'legal-rights.eviction.care.2':
    'Söküntü başlayıbsa, insanlardan və texnikadan uzaqda durun; uzaqdan çəkin və zəng edin.',
  'legal-rights.protest.title': 'Aksiya və inzibati xəta',
  'legal-rights.protest.lead':
    'Protokolu oxuyub qeydinizi yazın, qərarın surətini alın və elə həmin gün hüquqşünasa zəng edin.',
  'legal-rights.protest.words': 'aksiya piket mitinq inzibati xəta cərimə həbs protokol polisə tabe olmamaq',
  'legal-rights.protest.step.1': 'Yanınızda şəxsiyyəti təsdiq edən sənəd və yaxınınızın nömrəsi kağızda yazılı olsun.',
  'legal-rights.protest.step.2': 'Saxlanılsanız, hara aparıldığınızı və səbəbini soruşun, vəkil tələb edin.',
  'legal-rights.protest.step.3':
    'İnzibati xəta protokolunu oxuyun; razı deyilsinizsə, “razı deyiləm” yazın və səbəbini qısa göstərin. Şahidlərinizin adını yazdırın.',
  'legal-rights.protest.step.4': 'Qərarın surətini və nə vaxt aldığınızı saxlayın.',
  'legal-rights.protest.step.5':
    'Hakimin qərarından apellyasiya məhkəməsinə, vəzifəli şəxsin qərarından yuxarı quruma və ya məhkəməyə şikayət verilir; bunun üçün dövlət rüsumu ödənilmir. Apellyasiya məhkəməsinin qərarı qətidir.',
  'legal-rights.protest.step.6': 'Şikayət müddəti çox qısadır: elə həmin gün hüquqşünasa zəng edin.',
  'legal-rights.protest.care.1': 'Cəriməni ödəməzdən əvvəl hüquqşünasla danışın.',
  'legal-rights.protest.care.2': 'Aksiyada başqalarının üzü görünən şəkilləri razılıqsız paylaşmayın.',
  'legal-rights.dismissal.title': 'Fəallığınıza görə işdən çıxarsalar',
  'legal-rights.dismissal.lead': 'Əmrin surətini alın, heç bir ərizə yazmayın və dərhal hüquqşünasa deyin.',
  'legal-rights.dismissal.words': 'işdən çıxarma əmr təzyiq əmək müqaviləsi maaş öz ərizəsi',
  'legal-rights.dismissal.step.1':
    '“Öz ərizənizlə çıxın” desələr, o gün heç nə imzalamayın: düşünmək üçün vaxt istəyin.',
  'legal-rights.dismissal.step.2':
    'Əmrin surətini və onu aldığınız günün qeydini istəyin. Verməsələr, bunu yazılı tələb edin.',
  'legal-rights.dismissal.step.3':
    'Kim, nə vaxt, nə dedi: tarixlərlə yazın. Mesajları, məktubları, qrafikləri saxlayın.',
  'legal-rights.dismissal.step.4': 'Əmək müqaviləsini, maaş çıxarışını və yaxşı işinizi göstərən sənədləri yığın.',
  'legal-rights.dismissal.step.5': 'Məhkəməyə müraciət müddəti qısadır: əmri alan kimi hüquqşünasa göstərin.',
  'legal-rights.dismissal.care.1': 'Tarixsiz ərizəyə imza atmayın.',
  'legal-rights.dismissal.care.2':
    'İş yerinin gizli sənədlərini icazəsiz götürməyin: yalnız sizə aid olanları saxlayın.',
  'legal-rights.information.title': 'İnformasiya sorğusu',
  'legal-rights.information.lead':
    'Dövlət orqanından və bələdiyyədən sənəd və məlumat istəyə bilərsiniz; nə üçün istədiyinizi izah etməyə adətən ehtiyac yoxdur.',
  'legal-rights.information.words': 'informasiya sorğu sənəd büdcə smeta məlumat bələdiyyə icra hakimiyyəti',
  'legal-rights.information.step.1':
    'Bir sorğuda bir mövzu yazın: hansı sənəd, hansı dövr, hansı formada (kağız, e-poçt).',
  'legal-rights.information.step.2': 'Adınızı, ünvanınızı və əlaqə vasitənizi göstərin.',
  'legal-rights.information.step.3':
    'Məlumat tez köhnələcəksə və ya insanın həyatı, sağlamlığı, azadlığı təhlükədədirsə, bunu ilk cümlədə yazın: müddət saatlarla sayılır.',
  'legal-rights.information.step.4': 'Sorğunu qeydiyyata aldırın, nömrəni və tarixi saxlayın.',
  'legal-rights.information.step.5':
    'İmtina gəlsə, hüquqi əsasının və şikayət qaydasının yazılı göstərilməsini istəyin.',
  'legal-rights.information.care.1': 'Sorğuya artıq şəxsi məlumat yazmayın.',
  'legal-rights.information.care.2': 'Adsız göndərilən sorğuya cavab gözləməyin.',
  'legal-rights.violence.title': 'Məişət zorakılığı',
  'legal-rights.violence.lead':
    'Əvvəlcə təhlükəsizliyiniz: təhlükədəsinizsə, indi zəng edin. Sübutları sonra da yığmaq olar.',
  'legal-rights.violence.words': 'məişət zorakılığı ailə ər döymə təhdid mühafizə orderi uşaq',
  'legal-rights.violence.step.1':
    'Təhlükə varsa, otaqdan və ya evdən çıxın və zəng edin. Qonşuya “polisə zəng et” demək üçün bir söz razılaşdırın.',
  'legal-rights.violence.step.2':
    'Sənədlərinizi, dərmanları, pulu və ehtiyat telefonu əl çatan, onun bilmədiyi yerdə saxlayın.',
  'legal-rights.violence.step.3': 'Xəsarət varsa, həkimə gedin və arayış alın; izlərin şəklini tarixi ilə çəkin.',
  'legal-rights.violence.step.4':
    'Polisə yazılı ərizə verin və qeydiyyat nömrəsini saxlayın. Mühafizə orderi barədə soruşun.',
  'legal-rights.violence.step.5': 'Mesajları silməyin; sizə aid olmayan, təhlükəsiz bir yerə surətini göndərin.',
  'legal-rights.violence.step.6': 'Bizə yazanda sizə nə vaxt və necə zəng etməyin təhlükəsiz olduğunu göstərin.',
  'legal-rights.violence.care.1':
    'Getməyi planlaşdırırsınızsa, bunu əvvəlcədən deməyin: ən təhlükəli vaxt ayrılıq vaxtıdır.',
  'legal-rights.violence.care.2': 'Bu səhifəni açıq qoymayın; səhifəni tez bağlamaq tarixçəni silmir.',
  'legal-rights.free-lawyer.title': 'Pulsuz hüquqşünas necə tapılır',
  'legal-rights.free-lawyer.lead':
    'Hüquqşünas məsləhət verə və sənəd hazırlaya bilər; məhkəmədə isə vəkil, yaxın qohum və ya siz özünüz çıxış edirsiniz.',
  'legal-rights.free-lawyer.words': 'pulsuz vəkil hüquqşünas vəkillər kollegiyası dövlət hesabına nümayəndə etibarnamə',
  'legal-rights.free-lawyer.step.1':
    'Əvvəlcə nə lazım olduğunu müəyyən edin: məsləhət, müraciət hazırlamaq, yoxsa məhkəmədə təmsil olunmaq.',
  'legal-rights.free-lawyer.step.2':
    'Məhkəmədə fiziki şəxsi yalnız Vəkillər Kollegiyasının üzvü və ya yaxın qohumu (əri-arvadı, valideyni, övladı, övladlığa götürəni) təmsil edə bilər; özünüz hər zaman çıxış edə bilərsiniz. Cinayət işində müdafiəçi yalnız vəkildir.',
  'legal-rights.free-lawyer.step.3':
    'Bəzi hallarda məhkəmə mülki iş üçün dövlət hesabına vəkil ayırır: məsələn, məişət zorakılığından zərər çəkənlərə, ünvanlı sosial yardım alan ailələrə, işsiz kimi qeydiyyatda olanlara. Hakimdən və ya Vəkillər Kollegiyasından yazılı xahiş edin.',
  'legal-rights.free-lawyer.step.4':
    'Bizə müraciət göndərə bilərsiniz: hesab açmadan, adınızı gizlədərək. Cavabı qəbz kodunuzla oxuyacaqsınız.',
  'legal-rights.free-lawyer.step.5':
    'Görüşə sənədlərin surətini, tarixlər siyahısını və suallarınızı aparın. Nə qədər ödəyəcəyinizi əvvəlcədən soruşun.',
  'legal-rights.free-lawyer.care.1':
    'Vəkil olmayan hüquqşünasdakı sənədlər vəkil sirri kimi qorunmaya bilər: bunu onunla danışın.',
  'legal-rights.free-lawyer.care.2': 'Sənədlərin əslini heç kimə verməyin, surətini verin.',
} as const;
