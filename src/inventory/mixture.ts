import path from 'node:path';
import { foldText } from '../base/fold-text.ts';
import { slashed } from '../base/paths.ts';

/** What is asked of a record to tell mixtures. */
interface Entry {
  readonly section: string;
  readonly id: string;
  readonly name: string;
  readonly record: object;
  readonly file: { readonly path: string };
}

interface Mixable {
  readonly organizations: readonly Entry[];
  readonly files: readonly { readonly path: string }[];
  readonly all: readonly Entry[];
}

/**
 * What is read as one inventory and is none. `bodies`: two bodies; `years`: one body in two years, by the names of folders
 * or files; `twice`: one body whose organization is written twice.
 */
export type Mixture =
  | { readonly kind: 'bodies' | 'twice'; readonly first: Entry; readonly second: Entry }
  | {
      readonly kind: 'years';
      /** the folders, or the files, of the last two years, as reports show them */
      readonly earlier: string;
      readonly later: string;
      readonly folders: boolean;
      /** the files of no year */
      readonly shared: readonly string[];
    };

/** @returns in what way an inventory is none; `undefined` of one that is */
export function mixtureOf(inventory: Mixable): Mixture | undefined {
  const [first, ...others] = inventory.organizations;
  const another = others.find(({ name }) => foldText(name) !== foldText(first?.name ?? ''));
  if (first !== undefined && another !== undefined) return { kind: 'bodies', first, second: another };
  const years = yearsOf(inventory);
  if (years !== undefined) return years;
  const [second] = others;
  return first === undefined || second === undefined ? undefined : { kind: 'twice', first, second };
}

/** A file or a folder that is called by a year, as 「令和7年度」 or 「台帳_R7.yaml」. */
interface Yearly {
  /** its path up to its name */
  readonly path: string;
  readonly year: number;
  readonly isFolder: boolean;
}

const yearName = /(令和|平成|[RH])(\d{1,2}|元)(?:年度?)?|(20\d\d)(?:年度?)?|(?<!\d)(\d{1,2})年度/iu;

/**
 * Two years beside each other are one inventory where each adds to the other, as incidents do year by year. They are none where
 * at least half of the records of a year are in the other, or each has an organization.
 */
function yearsOf({ files, all }: Omit<Mixable, 'organizations'>): Mixture | undefined {
  const byPattern = new Map<string, Map<number, Yearly>>();
  for (const file of files) {
    const found = yearIn(file.path);
    if (found === undefined) continue;
    const years = byPattern.get(found.pattern) ?? new Map<number, Yearly>();
    byPattern.set(found.pattern, years.set(found.year, found));
  }
  for (const years of byPattern.values()) {
    const [later, earlier] = [...years.values()].sort((a, b) => b.year - a.year);
    if (later === undefined || earlier === undefined || !isSameAgain(all, earlier, later)) continue;
    const shared = files.map((file) => file.path).filter((file) => yearIn(file) === undefined);
    return { kind: 'years', earlier: earlier.path, later: later.path, folders: later.isFolder, shared };
  }
  return undefined;
}

function isSameAgain(all: readonly Entry[], earlier: Yearly, later: Yearly): boolean {
  const keysIn = (place: Yearly) =>
    new Set(
      all.flatMap(({ file, section, id }) =>
        file.path === place.path || file.path.startsWith(`${place.path}/`)
          ? [section === 'organization' ? section : `${section}/${id}`]
          : [],
      ),
    );
  const [before, after] = [keysIn(earlier), keysIn(later)];
  const again = [...after].filter((key) => before.has(key)).length;
  return (
    again > 0 &&
    (again * 2 >= Math.min(before.size, after.size) ||
      (before.has('organization') === after.has('organization') && after.has('organization')))
  );
}

/** @returns the first part of a path that is called by a year, and how the path reads whatever the year is */
function yearIn(file: string): (Yearly & { readonly pattern: string }) | undefined {
  const steps = slashed(file).split('/');
  for (const [index, step] of steps.entries()) {
    const name = step.normalize('NFKC');
    const match = yearName.exec(name);
    if (match === null) continue;
    const [written, era, number = '', western, plain] = match;
    const count = number === '元' ? 1 : Number(number);
    const year =
      western !== undefined
        ? Number(western)
        : era === undefined
          ? 2018 + Number(plain)
          : startOf(era) + count;
    const pattern = path.posix.join(...steps.slice(0, index), name.replace(written, '#'));
    return { path: steps.slice(0, index + 1).join('/'), year, isFolder: index < steps.length - 1, pattern };
  }
  return undefined;
}

/** The year before the first of an era. */
function startOf(era: string): number {
  return /^[令R]/iu.test(era) ? 2018 : 1988;
}
