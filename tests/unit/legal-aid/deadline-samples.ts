const days = (list: string) => list.split(' ').map((on) => ({ on, isWorkday: false }));
const worked = (...list: string[]) => list.map((on) => ({ on, isWorkday: true }));

/** Test years with Novruz, a moved holiday, worked Saturdays and a leap year; 2025 and 2028 have no table. */
export const YEARS = [
  {
    year: 2024,
    status: 'confirmed' as const,
    days: [
      ...days('2024-01-01 2024-01-02 2024-03-08 2024-03-20 2024-03-21 2024-03-22 2024-03-25 2024-03-26 2024-05-09'),
      ...days('2024-05-28 2024-06-17 2024-06-26 2024-11-08 2024-12-31'),
      ...worked('2024-03-30'),
    ],
  },
  {
    year: 2026,
    status: 'confirmed' as const,
    days: [
      ...days('2026-01-01 2026-01-02 2026-01-19 2026-01-20 2026-03-09 2026-03-20 2026-03-23 2026-03-24 2026-03-25'),
      ...days('2026-03-26 2026-05-11 2026-05-27 2026-05-28 2026-05-29 2026-06-15 2026-06-26 2026-11-09 2026-11-10'),
      ...days('2026-12-31'),
      ...worked('2026-01-17', '2026-03-28', '2026-05-30'),
    ],
  },
  {
    year: 2027,
    status: 'confirmed' as const,
    days: [
      ...days('2027-01-01 2027-01-04 2027-01-20 2027-03-08 2027-03-22 2027-03-23 2027-03-24 2027-05-10 2027-05-28'),
      ...days('2027-06-15 2027-11-08 2027-11-09 2027-12-31'),
    ],
  },
];
/**
 * Reckoned apart from the code, by hand and by another program. Rule, day of the event, last safe day; then the day the
 * count ended on where it is off, and what could be checked where the year has no table.
 */
// prettier-ignore
export const DEADLINE_TABLE: [key: string, from: string, on: string, counted?: string | null, checked?: string][] = [
  ['appeal.answer', '2026-02-02', '2026-02-23'], // Mon
  ['appeal.answer', '2026-03-16', '2026-04-10'], // Fri
  ['appeal.answer', '2026-03-19', '2026-04-15'], // Wed
  ['appeal.answer', '2026-03-21', '2026-04-15'], // Wed
  ['appeal.answer', '2026-05-13', '2026-06-05'], // Fri
  ['appeal.answer', '2026-12-14', '2027-01-07'], // Thu
  ['appeal.answer', '2027-12-10', 'no table of 2028'],
  ['appeal.answer', '2026-01-09', '2026-02-02'], // Mon
  ['appeal.answer', '2024-02-12', '2024-03-04'], // Mon
  ['appeal.answer-with-study', '2026-02-09', '2026-03-30'], // Mon
  ['appeal.answer-with-study', '2026-10-05', '2026-11-18'], // Wed
  ['appeal.answer-with-study', '2024-02-05', '2024-03-19'], // Tue
  ['appeal.answer-with-study', '2027-11-22', 'no table of 2028'],
  ['appeal.answer-extended', '2026-03-10', '2026-04-27'], // Mon
  ['appeal.answer-extended', '2026-05-18', '2026-07-03'], // Fri
  ['appeal.forward', '2026-03-27', '2026-03-31'], // Tue
  ['appeal.forward', '2026-03-19', '2026-03-30'], // Mon
  ['appeal.forward', '2026-12-29', '2027-01-06'], // Wed
  ['appeal.forward', '2026-01-16', '2026-01-22'], // Thu
  ['appeal.forward', '2026-05-26', '2026-06-02'], // Tue
  ['appeal.forward', '2024-03-27', '2024-03-30'], // Sat
  ['appeal.forward', '2025-12-30', 'no table of 2025'],
  ['information.answer', '2026-03-17', '2026-04-01'], // Wed
  ['information.answer', '2026-01-13', '2026-01-23'], // Fri
  ['information.answer', '2026-06-05', '2026-06-17'], // Wed
  ['information.answer', '2026-11-05', '2026-11-18'], // Wed
  ['information.answer', '2024-02-26', '2024-03-06'], // Wed
  ['information.answer', '2026-12-24', '2027-01-07'], // Thu
  ['information.answer', '2027-12-28', 'no table of 2028'],
  ['information.extension-told', '2026-03-18', '2026-03-31'], // Tue
  ['information.extension-told', '2026-05-25', '2026-06-03'], // Wed
  ['information.extended', '2026-03-26', '2026-04-03'], // Fri
  ['information.extended', '2026-06-18', '2026-06-30'], // Tue
  ['suit.contest', '2026-02-02', '2026-03-04'], // Wed
  ['suit.contest', '2026-02-06', '2026-03-06', '2026-03-08'], // Fri
  ['suit.contest', '2026-02-18', '2026-03-19', '2026-03-20'], // Thu
  ['suit.contest', '2026-02-20', '2026-03-19', '2026-03-22'], // Thu
  ['suit.contest', '2026-04-28', '2026-05-26', '2026-05-28'], // Tue
  ['suit.contest', '2026-12-02', '2026-12-30', '2027-01-01'], // Wed
  ['suit.contest', '2026-12-01', '2026-12-30', '2026-12-31'], // Wed
  ['suit.contest', '2026-01-18', '2026-02-17'], // Tue
  ['suit.contest', '2026-02-26', '2026-03-28'], // Sat
  ['suit.contest', '2024-01-30', '2024-02-29'], // Thu
  ['suit.contest', '2027-12-02', '2027-12-30', '2028-01-01', 'weekends-only'], // Thu
  ['suit.contest', '2027-12-09', '2028-01-07', '2028-01-08', 'weekends-only'], // Fri
  ['suit.contest', '2028-01-30', '2028-02-29', null, 'weekends-only'], // Tue
  ['suit.contest-after-complaint', '2026-10-09', '2026-11-06', '2026-11-08'], // Fri
  ['suit.contest-after-complaint', '2026-04-30', '2026-05-30'], // Sat
  ['suit.oblige', '2026-02-21', '2026-03-19', '2026-03-23'], // Thu
  ['suit.oblige', '2026-05-16', '2026-06-12', '2026-06-15'], // Fri
  ['suit.oblige', '2026-12-18', '2027-01-15', '2027-01-17'], // Fri
  ['civil.appeal', '2026-01-31', '2026-02-27', '2026-02-28'], // Fri
  ['civil.appeal', '2026-02-28', '2026-03-28'], // Sat
  ['civil.appeal', '2026-03-31', '2026-04-30'], // Thu
  ['civil.appeal', '2024-01-31', '2024-02-29'], // Thu
  ['civil.appeal', '2028-01-31', '2028-02-29', null, 'weekends-only'], // Tue
  ['civil.appeal', '2026-12-31', '2027-01-29', '2027-01-30'], // Fri
  ['civil.appeal', '2026-02-20', '2026-03-19', '2026-03-20'], // Thu
  ['civil.ruling-appeal', '2026-03-11', '2026-03-19', '2026-03-21'], // Thu
  ['civil.ruling-appeal', '2026-03-18', '2026-03-28'], // Sat
  ['civil.ruling-appeal', '2027-12-27', '2028-01-06', null, 'weekends-only'], // Thu
  ['civil.ruling-appeal', '2026-05-18', '2026-05-26', '2026-05-28'], // Tue
  ['criminal.appeal', '2026-03-02', '2026-03-19', '2026-03-22'], // Thu
  ['criminal.appeal', '2026-06-06', '2026-06-25', '2026-06-26'], // Thu
  ['criminal.appeal', '2026-12-20', '2027-01-08', '2027-01-09'], // Fri
  ['penalty.file-sent', '2026-03-20', '2026-03-23'], // Mon
  ['penalty.file-sent-arrest', '2026-03-21', '2026-03-21'], // Sat
  ['penalty.appeal', '2026-03-12', '2026-03-19', '2026-03-22'], // Thu
  ['penalty.appeal', '2026-11-01', '2026-11-11'], // Wed
  ['complaint.file', '2026-02-23', '2026-03-19', '2026-03-25'], // Thu
  ['complaint.decision', '2026-01-31', '2026-02-28'], // Sat
  ['strasbourg.application', '2026-10-31', '2027-02-26', '2027-02-28'], // Fri
  ['strasbourg.application', '2027-10-29', '2028-02-29', null, 'weekends-only'], // Tue
  ['strasbourg.application', '2023-10-29', '2024-02-29'], // Thu
  ['strasbourg.application', '2026-01-26', '2026-05-26'], // Tue
];
