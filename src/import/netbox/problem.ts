import type { Reason } from '../../base/system-error.ts';
import type { SchemaProblem } from '../../schema/problem.ts';
import type { YamlProblem } from '../../yaml/problem.ts';
import type { Position } from '../../yaml/source-text.ts';
import type { MappingTableName } from './mapping-tables.ts';

/**
 * Why an import cannot be done, and where. Codes and facts, no prose. `file` is a name inside the folder that
 * was given, or the mapping file as it was given.
 */
export type ImportProblem = { readonly file: string; readonly position?: Position } & (
  | { readonly code: 'unreadable'; readonly reason: Reason }
  | { readonly code: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'encoding'; readonly likely?: 'shift_jis' | 'utf-16' | 'document' }
  | { readonly code: 'not-json'; readonly likely?: 'truncated' | 'html' }
  /** `detail` is what NetBox answers instead of a list, such as that the token is wrong */
  | {
      readonly code: 'not-a-list';
      readonly detail?: string /** of a dump, where in it */;
      readonly key?: string;
    }
  /** a single file that is neither a dump nor an object of lists */
  | { readonly code: 'not-a-dump'; readonly detail?: string }
  | { readonly code: 'no-systems'; readonly isFolder: boolean; readonly expected: readonly string[] }
  /** two files hold the same entries of a list */
  | { readonly code: 'same-page'; readonly first: string }
  /** a page leads to another that is not there; `query` is what its address asks for */
  | {
      readonly code: 'missing-page';
      readonly list: string;
      readonly isNext: boolean;
      readonly received: number;
      readonly count?: number;
      readonly query?: string;
    }
  /** fewer entries than the list is said to have */
  | { readonly code: 'partial-list'; readonly received: number; readonly count: number }
  /** a list, or the mapping, that the last import had and this one has not */
  | { readonly code: 'gone'; readonly what: { readonly list: string } | 'mapping' }
  | { readonly code: 'yaml'; readonly problem: YamlProblem }
  | { readonly code: 'schema'; readonly problem: SchemaProblem }
  | { readonly code: 'empty' }
  | { readonly code: 'not-a-prefix'; readonly written: string }
);

/** An import could not be done; `problems` holds everything that stands in its way. */
export class ImportError extends Error {
  readonly problems: readonly ImportProblem[];

  constructor(problems: readonly ImportProblem[]) {
    super(problems.map(({ file, code }) => `${file}: ${code}`).join('\n'));
    this.problems = problems;
  }
}

/** Why an entry of a list is left out. */
export type EntryFlaw = 'not-an-object' | 'no-id' | 'same-id' | 'no-vid' | 'bad-address' | 'no-device';

/**
 * What an import could be done without, but a reader of its result should know. Codes and facts, no prose.
 */
export type NetboxWarning =
  /** the folder has no such list, so nothing that depends on it is in the result */
  | { readonly code: 'missing-list'; readonly file: string }
  /** entries that cannot be used; `first` is the position of the first of them in the list, from 0 */
  | {
      readonly code: 'skipped-entries';
      readonly file: string;
      readonly flaw: EntryFlaw;
      readonly entries: number;
      readonly first: number;
    }
  /** NetBox's ids of VLANs that interfaces or prefixes name and the list of VLANs does not hold */
  | { readonly code: 'unknown-vlans'; readonly vlans: readonly number[] }
  /** addresses of groups (FHRP) of which no machine is known */
  | { readonly code: 'shared-addresses'; readonly addresses: readonly string[] }
  /** a role that neither the mapping nor its own wording turns into a type */
  | { readonly code: 'role-without-type'; readonly role: string; readonly systems: number }
  /** an address might lie in several segments, and nothing tells which */
  | {
      readonly code: 'ambiguous-address';
      readonly system: string;
      readonly address: string;
      readonly segments: readonly string[];
    }
  /** hosts with an address in no prefix, so that a list of their segments would have a hole */
  | { readonly code: 'address-outside'; readonly systems: readonly string[]; readonly address: string }
  /** a port carries every VLAN, so that the segments of the system cannot be listed */
  | { readonly code: 'all-vlans'; readonly system: string }
  /** the mapping gives a segment or system several answers of one kind, so none is written */
  | {
      readonly code: 'conflicting-mapping';
      readonly section: 'segments' | 'systems';
      readonly id: string;
      readonly table: MappingTableName;
      readonly values: readonly string[];
    }
  /** an entry of the mapping that matches nothing in the data */
  | {
      readonly code: 'unused-mapping';
      readonly file: string;
      readonly position: Position;
      readonly table: MappingTableName;
      readonly key: string;
      readonly suggestion?: string;
    };
