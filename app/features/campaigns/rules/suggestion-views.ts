/** A suggested campaign as its page shows it. `metres` and `days` are of the reports that are public today. */
export type SuggestionView = {
  id: string;
  state: 'open' | 'dismissed' | 'used';
  category: string;
  theme: string;
  region: string;
  place: string;
  metres: number;
  days: number;
  confirmed: number;
  foundAt: Date;
  reports: { id: string; ref: number | null; title: string; place: string }[];
};
