import { listSections } from '../../../generated/records.ts';
import type { Day } from '../../base/date.ts';
import { type FieldPath, fieldsFallingDue, valuesAt } from '../../inventory/fields.ts';
import type { Entry } from '../../inventory/inventory.ts';
import type { ListSection } from '../../inventory/view.ts';
import type { DueItem, Undated } from '../../result/result.ts';
import { type DueMatter, type IsMeant, isInScope, itemAt } from './matter.ts';
import { lastDayPassed, lastDaysNotStated, lastDayToCome } from './words.ts';

type Ending = NonNullable<FieldPath['shape']['fallsDue']>;

/** What ends some day of every record that may say so; an approval may be given without an end. */
const expected = ['contract', 'support'] as const satisfies readonly Ending[];

/** What ends on a day that the vocabulary says something ends on (`x-falls-due`), of records that are not over. */
export function lastDaysDue(matter: DueMatter, until: Day): DueItem[] {
  const { inventory, asOf } = matter;
  return standing(matter).flatMap((entry) =>
    fieldsFallingDue[entry.section].flatMap((field) =>
      valuesAt(entry.record, field).flatMap(({ path, value }) => {
        const span = spanOf(value);
        const kind = field.shape.fallsDue;
        if (span === undefined || kind === undefined || span.first > until) return [];
        const what = (span.last < asOf ? lastDayPassed : lastDayToCome)[kind];
        // A list shifts as it is edited, and a name stays: 「Windows Server」の supportEnds.
        const key = [...field.steps.filter((step) => step !== '*'), ...nameOfItem(entry, path)].join('.');
        return [itemAt(inventory, entry, path, { kind, date: span.last, key, what })];
      }),
    ),
  );
}

/** How many records do not say when their contract or their support ends. */
export function lastDaysUndated(matter: DueMatter, isMeant: IsMeant): Undated[] {
  const entries = standing(matter).filter(({ record }) => isMeant(matter.inventory.divisionOf(record)?.id));
  return expected.flatMap((kind) => {
    const silent = entries.filter(({ section, record }) => {
      const fields = fieldsFallingDue[section].filter(({ shape }) => shape.fallsDue === kind);
      return fields.length > 0 && fields.every((field) => valuesAt(record, field).length === 0);
    });
    return silent.length === 0
      ? []
      : [{ kind, records: silent.length, what: lastDaysNotStated[kind](silent.length) }];
  });
}

/** The records in scope that are not over: contracts that run, assets that are not disposed of, corrections that are not done. */
function standing(matter: DueMatter): Entry<ListSection>[] {
  const { inventory, asOf } = matter;
  return listSections
    .filter((section) => fieldsFallingDue[section].length > 0)
    .flatMap((section) => inventory.entries(section) as readonly Entry<ListSection>[])
    .filter(({ record }) => isInScope(matter, record) && !isOver(record, asOf));
}

function isOver(record: object, asOf: Day): boolean {
  const { ended, disposal, state } = record as {
    readonly ended?: Day | boolean;
    readonly disposal?: { readonly date?: Day | false };
    readonly state?: unknown;
  };
  return isPast(ended, asOf) || isPast(disposal?.date, asOf) || state === 'done' || state === 'declined';
}

function isPast(written: Day | boolean | undefined, asOf: Day): boolean {
  return typeof written === 'string' ? written.slice(0, 10) <= asOf : written === true;
}

/** The days that a date may mean: of a month at rest its first and its last (`2027-03-01/2027-03-31`). */
function spanOf(value: unknown): { readonly first: Day; readonly last: Day } | undefined {
  const [first, last = first] = typeof value === 'string' ? value.split('/') : [];
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** The name of the item of a list in which a path of a record ends. */
function nameOfItem({ record }: Entry, path: readonly (string | number)[]): string[] {
  const at = path.findIndex((step) => typeof step === 'number');
  if (at < 0) return [];
  let item: unknown = record;
  for (const step of path.slice(0, at + 1)) item = (item as Record<string | number, unknown>)[step];
  const { name, version } = item as { readonly name?: string; readonly version?: string };
  return [[name ?? String(path[at]), version].filter((part) => part !== undefined).join(' ')];
}
