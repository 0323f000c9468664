import type { RecordSection } from './fields.ts';

type Texts = ReadonlyMap<string, { readonly text: string }>;

interface MadeName {
  readonly name: string;
  /** the path of what comes first in it */
  readonly from: string;
}

/** How records are called that lists give no name to. */
const makers: Partial<Record<RecordSection, (values: Texts) => MadeName | undefined>> = {
  connections: nameOfConnection,
  audits: nameOfAudit,
};

/** Whether the records of a section are called by other fields where no column has their names. */
export function makesNames(section: RecordSection): boolean {
  return makers[section] !== undefined;
}

/**
 * Lists of permitted communication have no column of names: what is permitted is called by its ends; nor have those of what
 * audits found. Others that have none are not told apart by anything, and no name is made up for them.
 *
 * @param values what the cells of a row say, by the paths of fields
 */
export function madeName(section: RecordSection, values: Texts): MadeName | undefined {
  return makers[section]?.(values);
}

function nameOfConnection(values: Texts): MadeName | undefined {
  const ends = textsOf(values, ['from', 'to']);
  if (ends.length < 2) return undefined;
  const through = textsOf(values, ['protocol', 'ports']);
  const name = `${ends.join('→')}${through.length === 0 ? '' : `（${through.join(' ')}）`}`;
  return { name, from: 'from' };
}

/** An audit is known by its day, its kind, and whom it was of. */
function nameOfAudit(values: Texts): MadeName | undefined {
  const [day] = textsOf(values, ['date']);
  const what = textsOf(values, ['type', 'scope', 'division']);
  return day === undefined || what.length === 0
    ? undefined
    : { name: [day, ...what].join(' '), from: 'date' };
}

function textsOf(values: Texts, paths: readonly string[]): string[] {
  return paths.flatMap((path) => values.get(path)?.text ?? []);
}
