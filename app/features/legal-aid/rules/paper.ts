/** The shape of a paper to an office or a court, and of what it is put together from. */
import type { Day } from '#app/kernel/dated-rules/days.ts';

export const PAPER_KINDS = ['complaint', 'information_request', 'suit'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** What a suit asks the administrative court for. */
export const SUIT_KINDS = ['contest', 'oblige', 'performance', 'interference'] as const;
export type SuitKind = (typeof SUIT_KINDS)[number];

export const HASTE = ['none', 'losing-value', 'danger'] as const;
export type Haste = (typeof HASTE)[number];

/** What is known. Everything may be missing: an empty text is a blank on the paper. */
export type Particulars = Readonly<{
  /** Body or court that it goes to. */
  addressee: string;
  addresseeAddress: string;
  /** Surname, name and patronymic. */
  person: string;
  personAddress: string;
  personPhone: string;
  /** Who acts for the person, and by which paper. */
  representative: string;
  /** The other side of a suit. */
  respondent: string;
  respondentAddress: string;
  /** What is complained about: an act's name and number, or the silence of a body. */
  act: string;
  actNumber: string;
  actOn: Day | '';
  /** When the person learned of it, or was refused. */
  learnedOn: Day | '';
  /** Paragraphs apart by an empty line. */
  facts: string;
  reasons: string;
  /** One demand, or one piece of information, a line. */
  demands: string;
  attachments: string;
  haste: Haste;
  suit: SuitKind;
  signedOn: Day | '';
}>;

/** What a person should be told before such a paper is filed. */
export type PaperNotice =
  /** A state body learns the name: the point of no return for somebody who asked us anonymously. */
  | 'identity'
  /** Without name and address it is not considered (A3). */
  | 'anonymous'
  /** In court only a Bar member, a close relative or the person (A17). */
  | 'court'
  | 'blanks';

/** A paper as it is printed: one shape for the screen, the print and the file. */
export type Paper = Readonly<{
  kind: PaperKind;
  /** Lines of the head, right on the sheet: to whom, from whom. */
  head: readonly Readonly<{ label: string; lines: readonly string[] }>[];
  title: string;
  subtitle: string | null;
  blocks: readonly PaperBlock[];
  attachments: readonly string[];
  date: string;
  signer: string;
  /** How many particulars are missing. */
  blanks: number;
  notices: readonly PaperNotice[];
}>;

export type PaperBlock =
  Readonly<{ kind: 'heading' | 'text'; text: string }> | Readonly<{ kind: 'list'; items: readonly string[] }>;
