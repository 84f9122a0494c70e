export const platform = {
  'platform.search.title': 'Search',
  'platform.search.label': 'What are you looking for?',
  'platform.search.placeholder': 'Village, street, organisation, number',
  'platform.search.lead': 'Problems, organisations and places, in any of our alphabets: “seki”, “Şəki”, “Шеки”.',
  'platform.search.short': 'Write at least two letters.',
  'platform.search.none.title': '“{{typed}}” was not found',
  'platform.search.none.text':
    'Write it another way, or look for the village or street. If nobody has written yet, report it.',
  'platform.search.organisations': 'Organisations',
  'platform.search.places': 'Places',
  'platform.search.issues': 'Problems',
  'platform.about.title': 'What is İcma?',
  'platform.about.lead':
    'You write what needs mending in your street, a local organisation takes it to whoever is responsible, and everybody sees what comes of it.',
  'platform.about.travel': 'How a report travels',
  'platform.about.step.report': 'You write',
  'platform.about.step.report.text':
    'No account and no name. What is wrong, where, a photo if you like. At the end you get a receipt code of 28 digits: with it, and only with it, you follow or withdraw the report.',
  'platform.about.step.check': 'A moderator reads it',
  'platform.about.step.check.text':
    'A moderator of the organisation in your region checks that no one’s personal data is left in text or photo. Until then nobody sees the report.',
  'platform.about.step.publish': 'Everybody sees it',
  'platform.about.step.publish.text':
    'The report opens in the list and on the map. On sensitive matters the place is shown roughly. Neighbours can say that it concerns them too.',
  'platform.about.step.letter': 'The organisation writes a letter',
  'platform.about.step.letter.text':
    'The letter goes to the responsible authority in the organisation’s name. The reporter is never named.',
  'platform.about.step.answer': 'The answer is recorded',
  'platform.about.step.answer.text':
    'The authority promises, refuses or says that it is done. That is what the authority says, and the page says so.',
  'platform.about.step.verify': 'People check',
  'platform.about.step.verify.text':
    '“Fixed” is written only after somebody has seen it on the spot. If it is not, the report opens again.',
  'platform.about.who': 'Who does the work?',
  'platform.about.who.text':
    'Local community organisations, initiative groups and their volunteers. Each organisation sees the reports of its own region only.',
  'platform.about.who.not':
    'İcma is no state body and no emergency service. If there is danger, call an emergency number first.',
  'platform.about.who.numbers': 'Where to call',
  'platform.about.open': 'Open, on its own server',
  'platform.about.open.text':
    'The source code is open under AGPL-3.0: anybody may read it, check it and run it on a server of their own. No page asks anything of an outside service.',
  'platform.privacy.title': 'Privacy',
  'platform.privacy.lead': 'What we keep, why and for how long, in plain words.',
  'platform.privacy.operator': 'Who runs this site?',
  'platform.privacy.operator.name': 'Operator',
  'platform.privacy.operator.address': 'Address',
  'platform.privacy.operator.email': 'E-mail',
  'platform.privacy.operator.phone': 'Phone',
  'platform.privacy.operator.registration': 'Registration number of the personal-data system',
  'platform.privacy.operator.unregistered': 'Not given',
  'platform.privacy.operator.unknown': 'The operator has not said yet who they are.',
  'platform.privacy.demo':
    'This is a demonstration: the operator, organisations and people here are invented. Do not write real personal data.',
  'platform.privacy.kept': 'What is kept, and for how long?',
  'platform.privacy.kept.text':
    'We do not ask for a name, and we store neither your IP address nor what device you use.',
  'platform.privacy.kept.report': 'A report’s text and place',
  'platform.privacy.kept.report.text':
    'While it is worked on and as a record afterwards. If you withdraw it, its public page and photos close. The exact place is known to the organisation and to the authority that gets the letter.',
  'platform.privacy.kept.contact': 'A contact, if you left one',
  'platform.privacy.kept.contact.text':
    'Kept encrypted, only to ask you questions. Deleted when the report is closed or withdrawn.',
  'platform.privacy.kept.photo': 'Photos',
  'platform.privacy.kept.photo.text':
    'Re-encoded: where, when and with what they were taken is stripped. A moderator can black out faces and number plates.',
  'platform.privacy.kept.receipt': 'The receipt code',
  'platform.privacy.kept.receipt.text':
    'We do not have its secret part, only a trace to check it by. If you lose it we cannot restore it. While the receipt page is open your browser holds a short-lived cookie.',
  'platform.privacy.kept.confirmation': '“It concerns me too”',
  'platform.privacy.kept.confirmation.text':
    'A random number in your browser for half a year and its trace with us, so that one device is not counted twice. It does not say who you are.',
  'platform.privacy.kept.account': 'An account (only for people who work in an organisation)',
  'platform.privacy.kept.account.text':
    'Name; e-mail and phone encrypted; not the password but a trace to check it by. Until you delete the account.',
  'platform.privacy.kept.session': 'Being signed in',
  'platform.privacy.kept.session.text':
    'A cookie for 30 days, less if unused for 14. Neither device nor address is written down.',
  'platform.privacy.kept.push': 'A device that gets notices, if you turned them on',
  'platform.privacy.kept.push.text':
    'The browser’s address for notices, encrypted, until you sign out or turn them off. The browser’s maker sees when a notice came, not what it says.',
  'platform.privacy.kept.application': 'An organisation’s application',
  'platform.privacy.kept.application.text':
    'E-mail encrypted, the representative’s name, the text. As long as the organisation is on the platform; if refused, the operator deletes it.',
  'platform.privacy.kept.signatory': 'A member who signs letters',
  'platform.privacy.kept.signatory.text':
    'The law asks for name and address: both are kept encrypted and written in letters only. Until the agreement is taken back.',
  'platform.privacy.kept.trail': 'The activity log',
  'platform.privacy.kept.trail.text':
    'Which member of staff did what and when. No texts, names or contacts. Entries are never changed.',
  'platform.privacy.kept.limits': 'A counter against abuse',
  'platform.privacy.kept.limits.text':
    'A trace of your address under a key that changes every day, for an hour or two. The address itself is not stored.',
  'platform.privacy.kept.backup': 'Backups',
  'platform.privacy.kept.backup.text':
    'Encrypted to a key that the operator keeps away from the server. What was deleted may stay in old backups until they run out.',
  'platform.privacy.public': 'What is public, and who gets it?',
  'platform.privacy.public.text':
    'Nothing is public before a moderator publishes it. Then subject, text, a rough or exact point, photos and the report’s history are.',
  'platform.privacy.public.place':
    'On sensitive matters the point on the map is moved by some 500 metres. Reports of violence or early marriage are not stored: the form stops and shows where to get help.',
  'platform.privacy.public.letter':
    'The letter to the authority goes in the organisation’s name. The reporter is not in it.',
  'platform.privacy.third': 'No third parties',
  'platform.privacy.third.text':
    'The pages ask nothing of any outside service: no statistics, no advertising, no foreign maps or fonts. The map is our own.',
  'platform.privacy.third.cookies':
    'Cookies serve only what is said above: signing in, the receipt page, “it concerns me too”. Reading sets none.',
  'platform.privacy.words': 'Three words, three promises',
  'platform.privacy.words.text': 'We use these words in this sense and no other.',
  'platform.privacy.words.closed': 'Closed',
  'platform.privacy.words.closed.text':
    'The database does not show it to another organisation. Whoever runs the server can technically get at the database.',
  'platform.privacy.words.encrypted': 'Encrypted',
  'platform.privacy.words.encrypted.text':
    'Under the server’s key, which is not in the database. Whoever steals only the database cannot read it; whoever takes the whole server can.',
  'platform.privacy.words.vault': 'Vault',
  'platform.privacy.words.vault.text': 'Under keys that only people hold. Nothing on this site is kept in a vault yet.',
  'platform.privacy.rights': 'Your rights',
  'platform.privacy.rights.withdraw': 'Withdraw',
  'platform.privacy.rights.withdraw.text':
    'With the receipt code you withdraw a report at any time. Its public page and photos close within a minute.',
  'platform.privacy.rights.account': 'Copy and delete',
  'platform.privacy.rights.account.text': 'Whoever has an account can download its data and delete it.',
  'platform.privacy.rights.correct': 'Have it corrected',
  'platform.privacy.rights.correct.text':
    'If something is written about you, every page has a way to report it. A body that is named has a right of reply.',
  'platform.privacy.rights.complain': 'Complain',
  'platform.privacy.rights.complain.text':
    'Write to the operator. If you are not content, you may turn to the state body for personal data or to a court.',
  'platform.privacy.rights.receipt-link': 'Enter a receipt code',
  'platform.privacy.rights.account-link': 'My account',
  'platform.privacy.limits': 'What we cannot promise',
  'platform.privacy.limits.network':
    'Your internet provider may see that you visited this site, though not what you wrote here (with https).',
  'platform.privacy.limits.device': 'Somebody who looks at your phone can see the browser’s history.',
  'platform.privacy.limits.text':
    'The text itself may give you away. Leave out your name and what only you could know.',
  'platform.privacy.limits.organisation':
    'People read your report. They are bound to rules, but technology does not prevent everything.',
  'platform.admin.title': 'The site’s operator',
  'platform.admin.role': 'Operator',
  'platform.admin.overview': 'Overview',
  'platform.admin.nav.bodies': 'Authorities',
  'platform.admin.nav.organisations': 'Organisations',
  'platform.admin.organisations': 'Organisations',
  'platform.admin.organisations.all': 'All organisations',
  'platform.admin.organisations.none': 'No organisations in this state',
  'platform.admin.settings': 'Settings',
  'platform.admin.duties': 'Duties',
  'platform.admin.organisation': 'Organisation',
  'platform.admin.kind': 'Kind',
  'platform.admin.state': 'State',
  'platform.admin.applied': 'Applied',
  'platform.admin.approved': 'Accepted',
  'platform.admin.applicant': 'Applicant’s e-mail',
  'platform.admin.applications': 'Waiting applications',
  'platform.admin.applications.none': 'No applications are waiting',
  'platform.admin.applications.none.text':
    'Organisations apply on the page “Bring your organisation”, for example “Samur Community Union”.',
  'platform.admin.order': 'Is the house in order?',
  'platform.admin.check.done': 'Done',
  'platform.admin.check.open': 'To be done',
  'platform.admin.check.operator': 'The operator’s name and address are given',
  'platform.admin.check.registration': 'The personal-data system’s registration number is given',
  'platform.admin.check.emergency': 'Emergency numbers are confirmed',
  'platform.admin.check.address': 'The site has an https address',
  'platform.admin.check.mail': 'Mail leaves the server (SMTP)',
  'platform.admin.check.demo': 'The demonstration does not need the last two.',
  'platform.admin.numbers': 'Numbers',
  'platform.admin.numbers.approved': 'Organisations at work',
  'platform.admin.numbers.suspended': 'Suspended',
  'platform.admin.numbers.sealed': 'Sealed log entries',
  'platform.admin.numbers.sealed-at': 'Last seal',
  'platform.admin.why': 'Why it wants to join',
  'platform.admin.note': 'Reason for the decision',
  'platform.admin.letter-locale': 'Language of the letter',
  'platform.admin.approve': 'Accept',
  'platform.admin.approve.text': 'It enters the public directory, and the first owner is invited by e-mail (14 days).',
  'platform.admin.approve.do': 'Accept and invite',
  'platform.admin.parent.none': 'No network',
  'platform.admin.refuse': 'Do not accept',
  'platform.admin.refuse.note': 'Reason',
  'platform.admin.refuse.note.hint': 'This text goes to the applicant by letter.',
  'platform.admin.refuse.do': 'Refuse and write',
  'platform.admin.suspend': 'Suspend',
  'platform.admin.suspend.text':
    'Its public page closes, new reports do not reach it and its members cannot enter. Nothing is deleted; it can be reopened.',
  'platform.admin.suspend.note': 'Reason',
  'platform.admin.suspend.do': 'Suspend',
  'platform.admin.reopen': 'Reopen',
  'platform.admin.reopen.text': 'The organisation works again as before.',
  'platform.admin.reopen.do': 'Reopen',
  'platform.admin.done.approved': 'Accepted; the first owner has been invited.',
  'platform.admin.done.refused': 'Refused; the letter was sent.',
  'platform.admin.done.suspended': 'The organisation is suspended.',
  'platform.admin.done.reopened': 'The organisation works again.',
  'platform.settings.title': 'The site’s settings',
  'platform.settings.operator': 'Operator',
  'platform.settings.operator.text': 'Shown on the privacy page and in every consent.',
  'platform.settings.name.hint': 'The legal or natural person who answers before the law',
  'platform.settings.registration.hint': 'Write it once registered; confirm with a lawyer',
  'platform.settings.emergency': 'Emergency numbers',
  'platform.settings.emergency.text':
    'People in danger are shown only the numbers you have confirmed. Call each one, then tick it. Empty the fields to take a number off.',
  'platform.settings.more': 'Add a number',
  'platform.settings.number': 'Number',
  'platform.settings.whom.az': 'Who answers (az)',
  'platform.settings.whom.en': 'Who answers (en)',
  'platform.settings.whom.ru': 'Who answers (ru)',
  'platform.settings.confirmed': 'I called it and it works',
  'platform.settings.confirmed.hint': 'A number without the tick is shown to nobody.',
  'platform.settings.confirmed.on': 'Confirmed on {{day}}',
  'platform.settings.error.number': 'Write the number in digits, for example 112 or (012) 123 45 67.',
  'platform.duties.title': 'The operator’s duties',
  'platform.duties.lead': 'What whoever runs this server has to do. Only operators see this page.',
  'platform.duties.advice':
    'This is no legal advice. Each point says how sure we are of it; confirm with a lawyer before you start.',
  'platform.duties.certainty.law': 'Read in commentaries on the law',
  'platform.duties.certainty.lawyer': 'Confirm with a lawyer',
  'platform.duties.certainty.practice': 'Our own advice',
  'platform.duties.law': 'The law on personal data (998-IIIQ, 11 May 2010)',
  'platform.duties.consent': 'Written consent',
  'platform.duties.consent.text':
    'Each form that takes personal data has a consent of six parts: who, operator, purpose, data and operations, term and revocation, what happens then. If you change the texts keep the six parts. Confirm with a lawyer whether a ticked box counts as the written form.',
  'platform.duties.register': 'Registering the system',
  'platform.duties.register.text':
    'A personal-data information system is registered with the Ministry of Digital Development and Transport; exemptions are in Cabinet decision 237. Forming such a system may need a licence. Registration itself makes the system’s existence known: decide together with the organisations.',
  'platform.duties.abroad': 'Transfer abroad',
  'platform.duties.abroad.text':
    'If the server or a backup is in another country, that is a transfer abroad, and a country whose protection is not deemed adequate needs consent. Say so in the consent.',
  'platform.duties.special': 'Special categories',
  'platform.duties.special.text':
    'Ethnicity, family life, belief, health and convictions are protected specially. Moderators do not publish such data and take it out of reports.',
  'platform.duties.supervision': 'Supervision',
  'platform.duties.supervision.text':
    'State bodies, the State Security Service among them, have supervisory powers. Do not collect what is not needed: what is not kept cannot be demanded.',
  'platform.duties.fines': 'Fines',
  'platform.duties.fines.text':
    'An unregistered system carries an administrative fine (Code of Administrative Offences, article 375). The amounts we have seen are old, so we do not quote them.',
  'platform.duties.keys': 'Key and backups',
  'platform.duties.secret': 'The server’s key',
  'platform.duties.secret.text':
    'If secret.key in the data folder is lost, nobody can open the encrypted contacts. Keep one copy on paper or a separate medium, away from the server. Not beside the database.',
  'platform.duties.backup': 'A backup every day',
  'platform.duties.backup.text':
    'npm run backup -- FILE encrypts database and files to your public key. The private key does not belong on the server. Move the copy elsewhere and delete old ones.',
  'platform.duties.restore': 'Try a restore',
  'platform.duties.restore.text':
    'Once a quarter open a backup on another machine with npm run restore. A backup that was never tried is none.',
  'platform.duties.care': 'Daily care',
  'platform.duties.updates': 'Updates',
  'platform.duties.updates.text':
    'Install security updates of the program and of the operating system within a week. Take a backup first.',
  'platform.duties.https': 'Https only',
  'platform.duties.https.text':
    'Do not open the site without https. Let people onto the server with keys only, and switch on disk encryption.',
  'platform.duties.operators': 'Two operators',
  'platform.duties.operators.text':
    'Have at least two operators, both with two-step sign-in. Close a leaving operator’s access the same day.',
  'platform.duties.emergency': 'Emergency numbers',
  'platform.duties.emergency.text': 'Call each number once a quarter and renew its date in the settings.',
  'platform.duties.leak': 'If something leaks',
  'platform.duties.leak.text':
    'Close access, keep the log, tell the organisations the same day. Ask a lawyer beforehand whom to notify officially and within what time.',
  'platform.admin.nav.holidays': 'Public holidays',
} as const;
