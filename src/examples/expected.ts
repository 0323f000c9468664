import path from 'node:path';
import { expectedShape } from '../../generated/shapes.ts';
import { defined } from '../base/defined.ts';
import { limitOf } from '../base/limits.ts';
import { reasonOf } from '../base/system-error.ts';
import type { ExamplePlace, Expectation } from '../result/examples.ts';
import { SideFileError } from '../schema/side-file.ts';
import { WrittenFile } from '../schema/written-file.ts';
import type { Tree } from '../tree/tree.ts';

/** Something that is expected, and where that is written. */
export interface PlacedExpectation {
  readonly place: ExamplePlace;
  readonly expectation: Expectation;
}

/**
 * Reads the list of the findings that an inventory is to give.
 *
 * @param shown as messages name the file
 * @throws SideFileError with everything that is wrong
 */
export async function readExpected(tree: Tree, file: string, shown: string): Promise<PlacedExpectation[]> {
  const bytes = await tree.read(file, limitOf('settingBytes')).catch((error: unknown) => {
    throw new SideFileError([{ code: 'unreadable', kind: 'expected', file: shown, reason: reasonOf(error) }]);
  });
  const written = await WrittenFile.read(bytes, shown, expectedShape());
  const { problems } = written;
  const { validateExpected } = await import('../../generated/validators/expected.js');
  if (written.value !== undefined) problems.push(...written.validate(validateExpected, expectedShape()));
  if (problems.length > 0) throw new SideFileError(problems);
  if (written.value === undefined)
    throw new SideFileError([{ code: 'empty', kind: 'expected', file: shown }]);
  return (written.value as readonly Written[]).map(({ rule, record, field, verdict }, index) => ({
    place: { file: shown, ...written.at([index]) },
    expectation: stated({ rule, record, field, verdict }),
  }));
}

/** An item as a file writes it, where a key without a value counts as left out. */
type Written = { readonly [Key in keyof Expectation]?: Expectation[Key] | null | undefined };

function stated(written: Written): Expectation {
  return Object.fromEntries(
    Object.entries(defined(written)).filter(([, value]) => value !== null),
  ) as Expectation;
}

/** Whether a file is such a list, by its name. */
export function isExpected(file: string): boolean {
  return /^expected\.ya?ml$/i.test(path.basename(file));
}
