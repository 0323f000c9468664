import type { Localized } from '../base/localized.ts';
import type { Axis, ServedClause } from '../policy/policy.ts';

/** A section of the inventory: what it lists, and what a record of it may state. */
export interface SectionEntry {
  /** as an inventory has it: `assets` */
  readonly section: string;
  readonly name: Localized;
  /** what else offices call it in Japanese */
  readonly alsoCalled: readonly string[];
  readonly about: Localized;
  /** whether it is one record and no list: the body */
  readonly isOne: boolean;
  /** in the order of the vocabulary, each before those below it */
  readonly fields: readonly FieldEntry[];
}

/** A field of the vocabulary, and the rules that it is there for. */
export interface FieldEntry {
  readonly section: string;
  readonly sectionName: Localized;
  /** below a record: `storage.locked`, `copies.manager` */
  readonly path: string;
  /** whether the section, and what stands at each step of the path, is a list of mappings */
  readonly lists: readonly boolean[];
  /** 施錠; in English a field is called by its key */
  readonly title: Localized;
  /** what else offices call it in Japanese */
  readonly alsoCalled: readonly string[];
  readonly about?: Localized;
  readonly value: FieldValue;
  /** the rules that ask for it */
  readonly judging: readonly FieldRule[];
  /** the rules that look at it to judge something else */
  readonly reading: readonly FieldRule[];
  /** what it is for beside rules; absent where it is for nothing else */
  readonly use?: FieldUse;
}

/** What a field is for that no rule judges: to tell records apart, to refer, as proof, or to decide what is judged. */
export type FieldUse = 'identifies' | 'refers' | 'proves' | 'decides';

/** A rule that reads a field, with the clauses that cite it. */
export interface FieldRule {
  readonly id: string;
  readonly title: Localized;
  /** whether it runs under every policy */
  readonly always: boolean;
  readonly clauses: readonly ServedClause[];
}

/** What may be written in a field; `several`: a list of such; `orNo`: `false` says that there is none. */
export type FieldValue =
  | { readonly kind: 'yesNo'; readonly words: YesNoWords }
  | ({ readonly kind: 'choice'; readonly choices: readonly ChoiceEntry[] } & Extent)
  | ({
      readonly kind: 'date';
      /** whether a month or a fiscal year will do */
      readonly orSpan: boolean;
      readonly words: readonly string[];
    } & Extent)
  | ({ readonly kind: 'reference'; readonly sections: readonly string[] } & Extent)
  | ({ readonly kind: 'text' | 'number' | 'level' } & Extent)
  | { readonly kind: 'fields'; readonly several: boolean };

/** What may be written in Japanese for yes and for no. */
export interface YesNoWords {
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

interface Extent {
  readonly several: boolean;
  readonly orNo: boolean;
}

/** One of the values of a field. */
export interface ChoiceEntry {
  readonly value: string;
  /** absent where nothing says what it means */
  readonly meaning?: Localized;
  /** what may be written for it in Japanese */
  readonly words: readonly string[];
}

/** The levels of an axis as some policies have them. */
export interface ScaleEntry {
  readonly policies: readonly string[];
  /** whether their documents state it; else it is the default */
  readonly stated: boolean;
  /** heaviest first */
  readonly levels: readonly LevelEntry[];
}

export interface LevelEntry {
  readonly label: string;
  readonly name?: Localized;
  /** whether it was asked for */
  readonly isMeant: boolean;
  /** what the document says of it */
  readonly clause?: { readonly ref: string; readonly summary: Localized };
}

/** A layer as some policies have it. */
export interface LayerEntry {
  readonly id: string;
  readonly name: Localized;
  /** what may be written for it beside the id */
  readonly words: readonly string[];
  readonly treatedAs?: Localized;
  readonly policies: readonly string[];
}

/** A word of a law, with what offices call it and where an inventory has it. */
export interface WordTopic {
  readonly kind: 'word';
  readonly word: Localized;
  readonly means: Localized;
  /** where the word stands */
  readonly source: Localized;
  /** sections, and fields as `assets.form` */
  readonly fields: readonly string[];
  readonly clauses: readonly (ServedClause & { readonly title: Localized })[];
  /** those by which these clauses are judged */
  readonly rules: readonly FieldRule[];
}

/** What `explain` found of the vocabulary. */
export type VocabularyTopic =
  | WordTopic
  | { readonly kind: 'section'; readonly section: SectionEntry; readonly rules: readonly FieldRule[] }
  | { readonly kind: 'field'; readonly field: FieldEntry; readonly below: readonly FieldEntry[] }
  | { readonly kind: 'choice'; readonly choice: ChoiceEntry; readonly field: FieldEntry }
  | {
      readonly kind: 'level';
      readonly axis: Axis;
      readonly scales: readonly ScaleEntry[];
      readonly fields: readonly FieldEntry[];
    }
  | {
      readonly kind: 'layer';
      readonly layers: readonly LayerEntry[];
      readonly fields: readonly FieldEntry[];
    };

/** What kind of thing a word names. */
export const topicKinds = ['word', 'section', 'field', 'choice', 'level', 'layer', 'rule', 'clause'] as const;

export type TopicKind = (typeof topicKinds)[number];

/** A topic that a word may mean, with what `explain` is to be asked for it. */
export interface TopicReference {
  readonly kind: TopicKind;
  /** `assets.storage`, `isesaki 6(3)ア[1]` */
  readonly address: string;
  readonly title: Localized;
}

/** What a word may mean, where that is not one thing. */
export interface SeveralTopics {
  readonly kind: 'several';
  readonly asked: string;
  readonly references: readonly TopicReference[];
  /** options that each command needs besides: ` -p ./policy.yaml` */
  readonly options: string;
}
