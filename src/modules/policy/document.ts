import type { DocumentRole } from '#kernel/profile.ts';
import type { ClauseId } from './clause.ts';
import type { PolicyLanguage, SectionName } from './words.ts';

/** One sentence of a policy, with what stands behind it: clauses of the profile, articles of law, or both. */
export interface Sentence {
  readonly text: string;
  readonly clauses: readonly ClauseId[];
  readonly law: readonly string[];
  /** Where the sentence leads, such as to the way out that it names. */
  readonly url?: string;
}

/** A row of a table says the same as a sentence, which is what a reader of plain text gets. */
export interface Row {
  readonly cells: readonly string[];
  readonly sentence: Sentence;
}

/** One thing that is held, as a card: its name, and each fact under its label. The sentences say the same in plain text. */
export interface Entry {
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly sentences: readonly Sentence[];
}

export type Block =
  | { readonly kind: 'sentences'; readonly sentences: readonly Sentence[] }
  | { readonly kind: 'list'; readonly items: readonly Sentence[] }
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly Row[];
      /** Reasons come from the registry, which is written in English. */
      readonly language: PolicyLanguage;
    };

export interface Section {
  readonly name: SectionName;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A policy for one kind of reader, in one language, for one country. */
export interface PolicyDocument {
  readonly role: DocumentRole;
  readonly language: PolicyLanguage;
  /** ISO 3166 of the country whose authority is named. */
  readonly jurisdiction: string;
  readonly title: string;
  /** The date on top, or that there is none yet. Source: clause KC-1. */
  readonly dated: Sentence;
  readonly sections: readonly Section[];
}

/** Every sentence, in reading order. */
export const sentencesOf = (document: PolicyDocument): Sentence[] => [
  document.dated,
  ...document.sections.flatMap(({ blocks }) => blocks.flatMap(sentencesIn)),
];

function sentencesIn(block: Block): readonly Sentence[] {
  switch (block.kind) {
    case 'sentences':
      return block.sentences;
    case 'list':
      return block.items;
    case 'entries':
      return block.entries.flatMap(({ sentences }) => sentences);
    case 'table':
      return block.rows.map(({ sentence }) => sentence);
  }
}

/** The policy as plain text, one sentence a line: for the terminal, for mails, and for reading it back. */
export function textOf(document: PolicyDocument): string {
  const sections = document.sections.map(({ title, blocks }) =>
    [`## ${title}`, ...blocks.flatMap(sentencesIn).map(({ text }) => text)].join('\n'),
  );
  return `${[`# ${document.title}`, document.dated.text, ...sections].join('\n\n')}\n`;
}
