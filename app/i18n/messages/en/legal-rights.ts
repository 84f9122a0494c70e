export const legalRights = {
  'legal-rights.title': 'Your rights: what to do',
  'legal-rights.lead': 'Short pages: what to do, what to avoid, by when. They do not replace legal advice.',
  'legal-rights.search': 'Search the topics',
  'legal-rights.search.placeholder': 'for example: summons, demolition',
  'legal-rights.search.none.title': 'No page about “{{query}}”',
  'legal-rights.search.none.text': 'Try another word, or look at all topics.',
  'legal-rights.search.all': 'All topics',
  'legal-rights.topics': 'Topics',
  'legal-rights.steps': 'Step by step',
  'legal-rights.care': 'Take care',
  'legal-rights.terms': 'Time limits',
  'legal-rights.terms.confirm':
    'The law may change and your case may differ: confirm the time with a lawyer. If in doubt, take the earlier date.',
  'legal-rights.terms.source': 'Source: {{sources}}',
  'legal-rights.terms.article': 'article {{article}}',
  'legal-rights.terms.low':
    'Some time limits on this topic are not known to us for certain and may be short. Call a lawyer today.',
  'legal-rights.certainty.high': 'certainty: high',
  'legal-rights.certainty.medium': 'certainty: medium, not compared with the text of the law',
  'legal-rights.certainty.low': 'certainty: low, a lawyer must confirm',
  'legal-rights.sources': 'Where we know it from',
  'legal-rights.card.link': 'Card to print',
  'legal-rights.card.hint': 'Choose “Print” in your browser. The card carries no link and no name.',
  'legal-rights.card.back': 'Back to the topic',
  'legal-rights.card.page': 'Card: {{title}}',
  'legal-rights.card.foot': 'Not legal advice. Confirm time limits with a lawyer.',
  'legal-rights.card.numbers': 'Emergency numbers',
  'legal-rights.card.lawyer': 'Lawyer’s number',
  'legal-rights.more': 'Other topics',
  'legal-rights.help': 'If this did not help',
  'legal-rights.help.text': 'You may ask for legal aid without an account and without giving your name.',
  'legal-rights.help.link': 'Legal aid',
  'legal-rights.help.protection': 'What this protects and what it does not',
  'legal-rights.term.same-day': 'the same day',
  'legal-rights.term.earlier': '{{terms}} (whichever ends first)',
  'legal-rights.term.or': ' or ',
  'legal-rights.term.unknown': 'the time is not known',
  'legal-rights.protection.title': 'What this protects and what it does not',
  'legal-rights.protection.lead':
    'How what you send for legal aid is kept. Behind each promise stands a test that checks it; without the test this page is not built.',
  'legal-rights.protection.e2e.title': 'This is not end-to-end encryption',
  'legal-rights.protection.e2e':
    'When a lawyer opens a case, the server reads it at that moment, inside that request, and does not keep it. Everything that rests on the disk is encrypted.',
  'legal-rights.protection.protected': 'What is protected',
  'legal-rights.protection.not': 'What is not protected',
  'legal-rights.protection.clear': 'What stays in clear',
  'legal-rights.protection.clear.lead':
    'What the server keeps unencrypted to run the queue. There are no words among it.',
  'legal-rights.protection.check': 'Check: {{id}}',
  'legal-rights.term.working_one': '{{count}} working day',
  'legal-rights.term.working_other': '{{count}} working days',
  'legal-rights.term.calendar_one': '{{count}} calendar day',
  'legal-rights.term.calendar_other': '{{count}} calendar days',
  'legal-rights.term.month_one': '{{count}} month',
  'legal-rights.term.month_other': '{{count}} months',
  'legal-rights.term.hour_one': '{{count}} hour',
  'legal-rights.term.hour_other': '{{count}} hours',
  'legal-rights.rule.appeal.answer': 'Answer to an appeal',
  'legal-rights.rule.appeal.answer-with-study': 'Answer where study or a check is needed',
  'legal-rights.rule.appeal.answer-extended': 'Extra time where information must be requested, at most',
  'legal-rights.rule.appeal.forward': 'Passing on an appeal sent to the wrong body',
  'legal-rights.rule.information.answer': 'Answer to an information request',
  'legal-rights.rule.information.answer-losing-value': 'Answer where the information loses its value soon',
  'legal-rights.rule.information.answer-danger': 'Answer where life, health or liberty are in danger',
  'legal-rights.rule.information.extension-told': 'Telling you that more time is taken',
  'legal-rights.rule.information.extended': 'Extra time for a request, at most',
  'legal-rights.rule.complaint.file': 'Filing an administrative complaint',
  'legal-rights.rule.complaint.decision': 'Decision on an administrative complaint',
  'legal-rights.rule.suit.contest': 'Suit against an administrative act',
  'legal-rights.rule.suit.contest-after-complaint': 'Suit after the decision on a complaint',
  'legal-rights.rule.suit.oblige': 'Suit after a refusal or a written answer',
  'legal-rights.rule.civil.appeal': 'Appeal against a judgment in a civil case',
  'legal-rights.rule.civil.ruling-appeal': 'Appeal against a ruling of the first instance',
  'legal-rights.rule.criminal.appeal': 'Appeal against a verdict in a criminal case',
  'legal-rights.rule.administrative.appeal': 'Appeal against an administrative court’s decision',
  'legal-rights.rule.administrative.cassation': 'Cassation in an administrative case',
  'legal-rights.rule.penalty.file-sent': 'Sending the file to the appeal court after a complaint',
  'legal-rights.rule.penalty.file-sent-arrest': 'Sending the file in a case of administrative arrest',
  'legal-rights.rule.penalty.appeal': 'Appeal against a decision on an administrative offence',
  'legal-rights.rule.strasbourg.application': 'Application to the European Court of Human Rights',
  'legal-rights.event.appeal-delivered': 'after the appeal was delivered',
  'legal-rights.event.answer-term-ended': 'after the first time ended',
  'legal-rights.event.information-requested': 'after the request was delivered',
  'legal-rights.event.information-term-ended': 'after the first time ended',
  'legal-rights.event.act-served': 'after the act was served or announced',
  'legal-rights.event.complaint-filed': 'after the complaint was filed',
  'legal-rights.event.complaint-decided': 'after the decision on the complaint was served',
  'legal-rights.event.refusal-received': 'after the refusal or written answer was received',
  'legal-rights.event.judgment-served': 'after the judgment was formally served',
  'legal-rights.event.ruling-served': 'after the ruling was served',
  'legal-rights.event.verdict-served': 'after the verdict',
  'legal-rights.event.administrative-judgment-served': 'after the administrative court’s decision was served',
  'legal-rights.event.administrative-appeal-decided': 'after the appeal court’s decision',
  'legal-rights.event.penalty-received': 'after the decision was received',
  'legal-rights.event.penalty-appealed': 'after the complaint was filed',
  'legal-rights.event.arrest-appealed': 'after the complaint was filed',
  'legal-rights.event.final-decision': 'after the final domestic decision',
  'legal-rights.guarantee.G1': 'If the database is stolen, the text, the files and your name cannot be read from it.',
  'legal-rights.guarantee.G2':
    'Even if the whole disk and the server’s settings are stolen, nothing opens without a lawyer’s passphrase or your receipt code.',
  'legal-rights.guarantee.G3': 'The platform’s administrator cannot open cases.',
  'legal-rights.guarantee.G4': 'A lawyer whom you excluded cannot open the case: the key is never given to them.',
  'legal-rights.guarantee.G5':
    'If a sealed record is moved to another case or place in the database, or changed by a byte, it does not open.',
  'legal-rights.guarantee.G6':
    'Your receipt code is kept nowhere and sent to nobody. A wrong code and an unknown one get the same answer.',
  'legal-rights.guarantee.G7':
    'If one lawyer loses the passphrase the case is not lost: another who holds the key grants it again.',
  'legal-rights.guarantee.G8': 'Resetting the account’s password does not open the vault.',
  'legal-rights.guarantee.G9':
    'A lawyer who leaves sees nothing from the next step on; new records are sealed with a new key.',
  'legal-rights.guarantee.G10':
    'An erased case cannot be opened from backups either: copies of the keys are kept for 7 days, and an older one is not taken back.',
  'legal-rights.guarantee.G11': 'Every page is tried in every role: who may not enter does not.',
  'legal-rights.guarantee.G12':
    'The number of another’s case or record, put into an address or a form, shows nothing and changes nothing.',
  'legal-rights.guarantee.G13': 'A form that another site sends in your name is refused.',
  'legal-rights.guarantee.G14': 'Request, receipt, reply and quick exit work without scripts too.',
  'legal-rights.guarantee.G15': 'Only this site’s own scripts run on these pages; nothing is fetched from elsewhere.',
  'legal-rights.guarantee.G16': 'Who steals the table of sign-ins cannot sign in with it.',
  'legal-rights.guarantee.G17':
    'The second step of signing in is set up and removed by its owner alone, and each code works once.',
  'legal-rights.guarantee.G18': 'Notifications are one sentence for all: no case number, no name, no word of law.',
  'legal-rights.guarantee.G19': 'Your IP address and your browser’s name are not kept.',
  'legal-rights.guarantee.G20':
    'Place and device are removed from pictures that the server sees; files that a browser would run are refused.',
  'legal-rights.guarantee.G21':
    'Each time limit you are shown has a rule, a source and a certainty; one we are not sure of is not shown.',
  'legal-rights.guarantee.G22': 'Danger and a near deadline put a case first in the queue.',
  'legal-rights.guarantee.G23': 'A conflict of interest is checked before reading, and does not reveal another’s case.',
  'legal-rights.guarantee.G24': 'A case is taken by one lawyer at a time.',
  'legal-rights.guarantee.G25': 'Statistics show no number under 5, nor one from which it could be worked out.',
  'legal-rights.guarantee.G26':
    'Which lawyer opened a case stays in a log, and a change of the log shows; no content is in it.',
  'legal-rights.guarantee.G27':
    'Your name is kept apart from the case; it opens only with a reason and a second person’s consent.',
  'legal-rights.guarantee.G28': 'You may download all you sent; no copy of the download stays on the server.',
  'legal-rights.guarantee.G29': 'Quick exit goes to another page at once. It does not clear the browser’s history.',
  'legal-rights.guarantee.G30': 'Trying codes and passwords one after another is slowed; others are not hindered.',
  'legal-rights.guarantee.G31':
    'The program’s parts have fixed versions and checksums; none with a hole known to us is among them.',
  'legal-rights.guarantee.G33': 'A lawyer takes the most urgent case in two steps, without reading through the others.',
  'legal-rights.guarantee.G34': 'This page is made, in three languages, from the list that the tests are held against.',
  'legal-rights.guarantee.N1':
    'Who can read the server’s live memory: what lawyers open at that moment, and what you type unless it is sealed in your browser.',
  'legal-rights.guarantee.N2':
    'Who can change the running program, or pins another first key of a desk at the server’s console: everything from then on.',
  'legal-rights.guarantee.N3': 'A lawyer’s unlocked computer, or a lawyer under pressure: that lawyer’s cases.',
  'legal-rights.guarantee.N4':
    'Who watches the network: sees that you use this site, when and how much; not what you write.',
  'legal-rights.guarantee.N5':
    'Who can write to the database: cannot read what was written, but can delete, delay or put a false request in the place of yours. When a lawyer leaves and the lead who removes them does not hold your case, they could read what is written afterwards or have it given to somebody you kept out; and they could mislead the custodian into giving your name to somebody you kept out.',
  'legal-rights.guarantee.N6': 'Your own phone and computer: who holds them may see the pages and the history.',
  'legal-rights.guarantee.N7':
    'Papers of a lawyer who is not an advocate may not be protected by law as advocate’s secrets.',
  'legal-rights.guarantee.N8': 'If you lose your receipt code nobody can restore it.',
  'legal-rights.guarantee.N9':
    'Names: their key is with the custodian and the legal lead. A second person’s yes is asked of lawyers.',
  'legal-rights.guarantee.N10':
    'Independent people have not audited this yet, nor has it been measured item by item against a security standard (OWASP ASVS).',
  'legal-rights.guarantee.C1': 'State of the case, its urgency, and whether it is a person’s or a campaign’s',
  'legal-rights.guarantee.C2':
    'Days of deadlines and tasks, by which rule, and how they stand (not what they are about)',
  'legal-rights.guarantee.C3': 'District (only if you chose one)',
  'legal-rights.guarantee.C4': 'The code of the matter, once a lawyer set it',
  'legal-rights.guarantee.C5': 'The day of the request (not the hour) and the end of keeping',
  'legal-rights.guarantee.C6':
    'The number of records and files, their rounded size, and whose they are (yours or a lawyer’s)',
  'legal-rights.guarantee.C7': 'Which lawyer holds a key, and who opened',
  'legal-rights.guarantee.C8': 'Labels and the outcome’s code, both from a fixed list',
  'legal-rights.guarantee.C10': 'An e-mail you gave for notices: sealed with the server’s key, as above',
  'legal-rights.guarantee.C11':
    'How work goes: day of the first reply, whose turn it is, minutes of work, the reason code of asking for a name, the organisation it was referred to, the check-in day you set',
  'legal-rights.guarantee.C12': 'Which campaign it belongs to, whether it is in a bundle, and who is kept out of it',
  'legal-rights.guarantee.C13':
    'The request’s number and language, what a campaign needs, where it was handed on from, whether it is court work, filed for somebody, frozen, where it was sealed, the number of the consent text, hidden comparisons of names (equal or not), and the first 8 digits of the receipt',
  'legal-rights.guarantee.C9':
    'Lawyers’ e-mail and second factor: sealed with the server’s key for signing in; who steals database and key together can read them',
  'legal-rights.detained.title': 'When the police detain you',
  'legal-rights.detained.lead': 'Stay calm, ask for a lawyer and sign nothing you have not read.',
  'legal-rights.detained.words': 'police detention arrest custody station',
  'legal-rights.detained.step.1':
    'Speak calmly and do not resist. Ask who is taking you, on what ground and where; remember names, posts and the hour.',
  'legal-rights.detained.step.2':
    'Demand that your family or a lawyer be told. Say it aloud and ask for it to be written in the record.',
  'legal-rights.detained.step.3':
    'Say: “I want a lawyer and will answer in their presence.” This is not an admission of guilt.',
  'legal-rights.detained.step.4':
    'Read every paper to the end. Write your own remark beside what you disagree with, and strike through blank spaces.',
  'legal-rights.detained.step.5':
    'Ask for a copy of the record. If it is refused, ask that the refusal be written down.',
  'legal-rights.detained.step.6':
    'If you were hurt, ask for a doctor; once released, see a doctor at once and get a certificate.',
  'legal-rights.detained.care.1': 'Speak with your lawyer before you give the code of your phone.',
  'legal-rights.detained.care.2':
    'Do not talk about the matter with everybody who comes by: each word may be written down.',
  'legal-rights.summons.title': 'When you are summoned by the police or a prosecutor',
  'legal-rights.summons.lead':
    'Ask for the summons in writing, learn in what capacity you are called, do not go alone.',
  'legal-rights.summons.words': 'summons police prosecutor questioning witness statement',
  'legal-rights.summons.step.1':
    'Ask and write down who summons you, where, at what hour and about what. If they phone, ask for a written summons.',
  'legal-rights.summons.step.2': 'Ask in what capacity you are called: as a witness, as a suspect, or just for a talk.',
  'legal-rights.summons.step.3':
    'Speak with a lawyer before you go, and go together if you can. Tell somebody close where you are going.',
  'legal-rights.summons.step.4':
    'If you are not sure of an answer, say “I do not remember” or “I will answer after speaking with my lawyer”.',
  'legal-rights.summons.step.5':
    'Read the record, have corrections written in, note the hour you left. At home write everything down with the date.',
  'legal-rights.summons.care.1':
    'Do not leave a written summons unanswered: if you cannot come, give the reason in writing.',
  'legal-rights.summons.care.2': 'Do not name other people without need.',
  'legal-rights.no-answer.title': 'When an authority does not answer your appeal',
  'legal-rights.no-answer.lead':
    'Keep the date and the register number, remind in writing once the time is over, then complain.',
  'legal-rights.no-answer.words': 'no answer appeal complaint silence executive authority municipality ministry',
  'legal-rights.no-answer.step.1':
    'Keep a copy of the appeal, the date it was handed in and its register number. If you have no number, ask the body for it.',
  'legal-rights.no-answer.step.2': 'Count the time from the working day after it was handed in.',
  'legal-rights.no-answer.step.3':
    'Once the time is over, write a short reminder to the same body: when, about what and under which number you wrote.',
  'legal-rights.no-answer.step.4': 'If no answer comes, complain in writing to the body above it; keep a copy.',
  'legal-rights.no-answer.step.5':
    'If you were refused or answered in part, keep the envelope and the date: the time for going to court may run from that day.',
  'legal-rights.no-answer.care.1': 'Appeals without name and address are not considered.',
  'legal-rights.no-answer.care.2':
    'Do not repeat the same appeal without new facts: after three reasoned answers within a year a repeat may be left unread.',
  'legal-rights.asked-about-post.title': 'When you are asked about your signature or your post',
  'legal-rights.asked-about-post.lead': 'Before you answer, learn who asks and on what ground.',
  'legal-rights.asked-about-post.words': 'signature post social media campaign pressure questions',
  'legal-rights.asked-about-post.step.1':
    'Write down the name and post of who asks, and the paper it rests on. If the question is official, ask for it in writing.',
  'legal-rights.asked-about-post.step.2':
    'Do not hurry to write an explanation on the spot. “I will answer after speaking with a lawyer” is enough.',
  'legal-rights.asked-about-post.step.3':
    'Signing an appeal and saying what you think is your own choice; do not hurry to say who else signed.',
  'legal-rights.asked-about-post.step.4':
    'Keep a dated screenshot of the post and of messages you got, then decide what to do.',
  'legal-rights.asked-about-post.step.5':
    'If there is pressure at work, at school or at home, write down when, who and what was said, and tell us.',
  'legal-rights.asked-about-post.care.1':
    'If they demand that you withdraw your signature, do not decide at once: ask a lawyer what follows from it.',
  'legal-rights.asked-about-post.care.2': 'Do not hand over your phone unlocked.',
  'legal-rights.eviction.title': 'When a notice of eviction or demolition comes',
  'legal-rights.eviction.lead':
    'Keep the notice and its envelope, write down the day you got it and show it to a lawyer today.',
  'legal-rights.eviction.words': 'demolition eviction house flat land compensation',
  'legal-rights.eviction.step.1':
    'Write on the notice the day you got it; keep the envelope and every sheet, and take pictures.',
  'legal-rights.eviction.step.2':
    'Write down apart who signed it, which decision it refers to and how much time it gives.',
  'legal-rights.eviction.step.3':
    'Gather the papers of house and land, receipts of payments, and pictures of the house and the yard.',
  'legal-rights.eviction.step.4': 'Ask in writing for a copy of the decision, and keep the date you handed that in.',
  'legal-rights.eviction.step.5':
    'Time is short: show the papers to a lawyer today. The lawyer chooses between complaint and court.',
  'legal-rights.eviction.care.1':
    'Do not sign a blank sheet, the words “I agree”, or a settlement you do not understand.',
  'legal-rights.eviction.care.2':
    'If demolition has begun, keep away from people and machines; film from a distance and call.',
  'legal-rights.protest.title': 'Protest and administrative offences',
  'legal-rights.protest.lead':
    'Read the record and write your remark, get a copy of the decision and call a lawyer the same day.',
  'legal-rights.protest.words': 'protest picket rally administrative offence fine arrest record disobeying police',
  'legal-rights.protest.step.1': 'Carry an identity document, and the number of somebody close written on paper.',
  'legal-rights.protest.step.2': 'If you are detained, ask where you are taken and why, and ask for a lawyer.',
  'legal-rights.protest.step.3':
    'Read the record of the offence; if you disagree, write “I disagree” and your reason in short. Have your witnesses named in it.',
  'legal-rights.protest.step.4': 'Keep a copy of the decision, and when you got it.',
  'legal-rights.protest.step.5':
    'A judge’s decision is appealed to the appeal court, an official’s to the body above or to a court; no state fee is paid for it. The appeal court’s ruling is final.',
  'legal-rights.protest.step.6': 'The time for an appeal is very short: call a lawyer the same day.',
  'legal-rights.protest.care.1': 'Speak with a lawyer before you pay a fine.',
  'legal-rights.protest.care.2': 'Do not share pictures in which others’ faces can be seen without their consent.',
  'legal-rights.dismissal.title': 'If you are dismissed for being active',
  'legal-rights.dismissal.lead': 'Get a copy of the order, write no resignation and tell a lawyer at once.',
  'legal-rights.dismissal.words': 'dismissal fired order pressure employment contract wages resignation',
  'legal-rights.dismissal.step.1':
    'If they say “leave at your own request”, sign nothing that day: ask for time to think.',
  'legal-rights.dismissal.step.2':
    'Ask for a copy of the order with the day you received it. If they refuse, demand it in writing.',
  'legal-rights.dismissal.step.3': 'Write down with dates who said what and when. Keep messages, letters and rosters.',
  'legal-rights.dismissal.step.4': 'Gather the contract, proof of your wages and papers that show your good work.',
  'legal-rights.dismissal.step.5':
    'The time for going to court is short: show the order to a lawyer as soon as you have it.',
  'legal-rights.dismissal.care.1': 'Do not sign an undated resignation.',
  'legal-rights.dismissal.care.2': 'Do not take confidential papers of the workplace: keep only what concerns you.',
  'legal-rights.information.title': 'Information request',
  'legal-rights.information.lead':
    'You may ask state bodies and municipalities for papers and data; as a rule you need not say what for.',
  'legal-rights.information.words':
    'information request document budget estimate data municipality executive authority',
  'legal-rights.information.step.1':
    'One subject in one request: which paper, which period, in what form (paper, e-mail).',
  'legal-rights.information.step.2': 'Give your name, address and a way to reach you.',
  'legal-rights.information.step.3':
    'If the information will soon lose its value, or life, health or liberty are in danger, write so in the first sentence: then hours count.',
  'legal-rights.information.step.4': 'Have the request registered; keep the number and the date.',
  'legal-rights.information.step.5': 'If you are refused, ask for the legal ground and the way to complain in writing.',
  'legal-rights.information.care.1': 'Do not put more personal data into it than needed.',
  'legal-rights.information.care.2': 'Expect no answer to a nameless request.',
  'legal-rights.violence.title': 'Domestic violence',
  'legal-rights.violence.lead': 'Your safety first: if you are in danger, call now. Evidence can be gathered later.',
  'legal-rights.violence.words': 'domestic violence family husband beating threat protection order child',
  'legal-rights.violence.step.1':
    'If there is danger, leave the room or the house and call. Agree on a word with a neighbour that means “call the police”.',
  'legal-rights.violence.step.2':
    'Keep your papers, medicine, money and a spare phone within reach, where the other does not know of them.',
  'legal-rights.violence.step.3':
    'If you are hurt, see a doctor and get a certificate; photograph the marks with the date.',
  'legal-rights.violence.step.4':
    'Report to the police in writing and keep the register number. Ask about a protection order.',
  'legal-rights.violence.step.5': 'Do not delete messages; send a copy to a safe place that is not at home.',
  'legal-rights.violence.step.6': 'When you write to us, say when and how it is safe to call you.',
  'legal-rights.violence.care.1':
    'If you plan to leave, do not announce it: the time of parting is the most dangerous.',
  'legal-rights.violence.care.2': 'Do not leave this page open; leaving quickly does not clear the history.',
  'legal-rights.free-lawyer.title': 'How to find a free lawyer',
  'legal-rights.free-lawyer.lead':
    'A lawyer may advise and draft; in court it is an advocate, a close relative or you yourself who acts.',
  'legal-rights.free-lawyer.words': 'free lawyer advocate bar association state paid representative power of attorney',
  'legal-rights.free-lawyer.step.1':
    'First find out what you need: advice, a paper drafted, or somebody to act in court.',
  'legal-rights.free-lawyer.step.2':
    'In court a natural person may be represented only by a member of the Bar or a close relative (spouse, parent, child, adopter); you may always act yourself. In a criminal case only an advocate defends.',
  'legal-rights.free-lawyer.step.3':
    'In some cases the court gives a state-paid advocate in a civil matter: for instance to victims of domestic violence, families on targeted social aid, registered unemployed people. Ask the judge or the Bar Association in writing.',
  'legal-rights.free-lawyer.step.4':
    'You may send us a request: without an account and without your name. You read the answer with your receipt code.',
  'legal-rights.free-lawyer.step.5':
    'Take copies of your papers, a list of dates and your questions to the meeting. Ask beforehand what you will pay.',
  'legal-rights.free-lawyer.care.1':
    'Papers with a lawyer who is not an advocate may not be protected as advocate’s secrets: talk about it.',
  'legal-rights.free-lawyer.care.2': 'Never give away originals; give copies.',
} as const;
