import type { RecordSection } from '../../register/state.ts';
import type { YamlProblem } from '../../yaml/problem.ts';
import type { Position } from '../../yaml/source-text.ts';
import type { Source } from './source.ts';

/** A record, and where it stands in its register. */
export interface MergedRecord {
  readonly section: RecordSection;
  readonly id: string;
  readonly source: Source;
}

/** A field of a record, and the cell that it is from. */
export interface MergedField extends MergedRecord {
  readonly path: string;
  /** `M14`; of a field that the register no longer has, the cell that it was from */
  readonly cell: string;
}

/** A value that the import changes in the YAML. `undefined` stands for none. */
export interface ChangedField extends MergedField {
  readonly from: unknown;
  readonly to: unknown;
  /** where it stood, or the record that it is added to */
  readonly position: Position;
}

/** A value that stays as people wrote it, though the register has another. */
export interface KeptField extends MergedField {
  /** `undefined` where people removed it */
  readonly written: unknown;
  readonly register: unknown;
  readonly position: Position;
  /** whether a table that updates records wrote it, and not people */
  readonly isFed?: true;
}

/** What people and the register changed differently: nobody but a person can tell which of them is right. */
export type MergeConflict = MergedRecord & { readonly position?: Position } & (
    | {
        readonly code: 'both-changed';
        readonly path: string;
        readonly cell: string;
        /** what the last import gave, what the YAML says, and what the register says; `undefined` is none */
        readonly base: unknown;
        readonly written: unknown;
        readonly register: unknown;
      }
    /** people removed the record, and its row has changed since; `paths` are the changed fields */
    | { readonly code: 'removed-and-changed'; readonly paths: readonly string[] }
    /** its row is gone and it is to be pruned, but people have written something into it */
    | { readonly code: 'vanished-and-edited' }
    /** a new row wants the id of a record that people wrote */
    | { readonly code: 'id-taken' }
  );

/** Why an import cannot be merged into a file, and where. Codes and facts, no prose. */
export type MergeProblem = {
  readonly section: RecordSection;
  readonly position?: Position;
} /** the file is there, but not what the last import gave */ & (
  | { readonly code: 'no-state' }
  | { readonly code: 'yaml'; readonly problem: YamlProblem }
  /** the file holds something else than a mapping of sections */
  | { readonly code: 'no-mapping' }
  /** the section is no list */
  | { readonly code: 'no-list' }
  /** an item of the list is no mapping */
  | { readonly code: 'no-record' }
  /** two records of the file, or of the import itself, have one id */
  | { readonly code: 'duplicate-id'; readonly id: string; readonly first?: Position }
  /** a value that would have to change is shared with others, or written in a way that cannot be changed in its place */
  | { readonly code: 'not-editable'; readonly id?: string; readonly path?: string; readonly why: NotEditable }
);

export type NotEditable =
  /** other places refer to it by an alias */
  | 'anchor'
  /** it is an alias itself */
  | 'alias'
  /** it comes through a merge key (`<<`) */
  | 'merged'
  /** it has a tag, such as `!!str` */
  | 'tag'
  /** it stands below a value that is no mapping */
  | 'not-a-mapping'
  /** all records of the section stand between brackets */
  | 'flow-section'
  /** the text would not say what it should, once changed */
  | 'layout';
