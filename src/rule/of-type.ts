import type { Records, System } from '../inventory/records.ts';
import type { ListSection } from '../inventory/view.ts';
import type { Localized } from '../localized.ts';
import { ofKind } from './body.ts';
import { type NeededKind, unknown } from './definition.ts';
import type { Applicability } from './fact-rule.ts';

/** A record that may say what type it is of. */
interface Typed {
  readonly type?: string;
}

type TypeOf<Record extends Typed> = NonNullable<Record['type']>;

/** For `when`: a record of one of these types. One of no stated type may be, so its type is what to write first. */
export function ofType<Record extends Typed>(
  ...types: readonly TypeOf<Record>[]
): (record: Record) => Applicability {
  return ({ type }) => (type === undefined ? unknown('type') : types.includes(type));
}

/**
 * For `when`: a system of one of these types. Of systems of the types under `ifStated`, and of no stated type, only
 * what they state themselves counts; where the latter state nothing, the type is what to write first.
 */
export function systemOfType(
  types: readonly TypeOf<System>[],
  ifStated: readonly TypeOf<System>[] = [],
): (system: System, context: unknown, stated: boolean) => Applicability {
  return ({ type }, _context, stated) => {
    if (type === undefined) return stated || unknown('type');
    return types.includes(type) || (stated && ifStated.includes(type));
  };
}

/** The types of systems that others depend on for their data. */
export const serverTypes: readonly TypeOf<System>[] = ['server', 'storage', 'mail'];

/** For `neededKind`: at least one record of these types. One of no stated type may be. */
export function someOfType<S extends TypedSection>(
  section: S,
  types: readonly TypeOf<Records[S]>[],
  what: Localized,
): NeededKind {
  return {
    section,
    what,
    fields: ofKind('type', types),
    includes: (record) => {
      const { type } = record as Typed;
      return type === undefined ? undefined : types.some((one) => one === type);
    },
  };
}

/** The sections whose records say what type they are of. */
type TypedSection = {
  [S in ListSection]: Records[S] extends { readonly type?: string } ? S : never;
}[ListSection];

/** For `neededKind`: a register of applications alone says nothing of the servers that they run on. */
export const someServer: NeededKind = someOfType('systems', serverTypes, {
  ja: 'サーバ等（サーバ、ストレージ、メールサーバ）',
  en: 'servers (server, storage or mail)',
});

/** For `neededKind`: a register of applications alone says nothing of the machines that software is installed on. */
export const someMachine: NeededKind = someOfType('systems', [...serverTypes, 'terminal'], {
  ja: 'サーバ・端末等（サーバ、ストレージ、メールサーバ、端末）',
  en: 'servers or terminals (server, storage, mail or terminal)',
});
