import type { System } from '../../generated/records.ts';
import { unknown } from './definition.ts';
import type { Applicability } from './fact-rule.ts';

/** A record that may say what type it is of. */
interface Typed {
  readonly type?: string;
}

type TypeOf<Record extends Typed> = NonNullable<Record['type']>;

/** For `when`: a record of one of these types. For one of no stated type, the issue asks for the type. */
export function ofType<Record extends Typed>(
  ...types: readonly TypeOf<Record>[]
): (record: Record) => Applicability {
  return ({ type }) => (type === undefined ? unknown('type') : types.includes(type));
}

/**
 * For `when`: a system of one of these types. Of systems of the types under `ifStated`, and of no stated type, only those
 * that state the fact themselves are judged; for the latter, the issue otherwise asks for the type.
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
