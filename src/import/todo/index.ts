import { listSections } from '../../../generated/records.ts';
import { addToGroup, groupBy } from '../../base/groups.ts';
import { recordKey } from '../../register/state.ts';
import type { MergeProblem } from '../merge/merge-problem.ts';
import { sameValue } from '../merge/record-value.ts';
import { openRegisters, type RegisterFile } from '../register/open-registers.ts';
import { type NamedRecord, References } from '../register/references.ts';
import { answersIn, type GivenAnswer, type LoneRemark } from './answers.ts';
import { keyOfField } from './columns.ts';
import { InventoryEdit, type InventoryText, type PlannedAnswers } from './inventory-edit.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import type { AnswerConflict, RefusedAnswer } from './problem.ts';
import { compareAnswers, type UnderstoodAnswer } from './record-edit.ts';

/** What an import of answers begins with. */
export interface ToDoImport {
  readonly files: readonly RegisterFile[];
  /** the files in which the records stand */
  readonly inventory: readonly InventoryText[];
  /** the records, which names in answers may stand for */
  readonly named: readonly NamedRecord[];
}

/** What became of every answer. */
export interface ToDoResult {
  readonly taken: readonly UnderstoodAnswer[];
  /** what the inventory says already */
  readonly same: readonly UnderstoodAnswer[];
  readonly refused: readonly RefusedAnswer[];
  readonly conflicts: readonly AnswerConflict[];
  /** remarks in rows without an answer, which are told and not taken */
  readonly remarks: readonly LoneRemark[];
  /** rows without an answer */
  readonly blank: number;
  /** the files that change, as messages name them, with their new texts */
  readonly texts: ReadonlyMap<string, string>;
  /** files that are no to-do workbooks */
  readonly others: readonly string[];
  /** why nothing can be written into a file at all: it is not read as YAML, or has two records of one id */
  readonly problems: readonly { readonly file: string; readonly problem: MergeProblem }[];
}

/**
 * Takes the answers of to-do workbooks into the inventory. Each answer is taken or named, by itself: one that does not fit keeps no
 * other back, since the offices that gave the others have done their part. Nothing is written here.
 *
 * @throws RegisterFilesError if a file cannot be read
 */
export async function importAnswers({ files, inventory, named }: ToDoImport): Promise<ToDoResult> {
  const sheets = openRegisters(files).map(({ name, workbook }) => ({
    ...answersIn(workbook, name),
    file: name,
  }));
  const edit = await InventoryEdit.read(inventory);
  const { understood, refused, conflicts } = understand(
    sheets.flatMap(({ answers }) => answers),
    named,
  );
  const planned: PlannedAnswers[] = [];
  const same: UnderstoodAnswer[] = [];
  for (const answers of groupBy(understood, ({ meaning: { asked } }) =>
    recordKey(asked.section, asked.id),
  ).values()) {
    const [{ meaning }] = answers as [UnderstoodAnswer];
    const found = edit.find(meaning.asked);
    if (typeof found === 'string') {
      refused.push(...answers.map(({ given }) => ({ given, refusal: { code: found } })));
      continue;
    }
    const compared = compareAnswers(found, answers);
    same.push(...compared.same);
    conflicts.push(...compared.conflicts);
    refused.push(...compared.refused);
    if (compared.taken.length > 0) planned.push({ found, answers: compared.taken });
  }
  const unwritten = await edit.write(planned);
  const kept = new Set(unwritten.map(({ found }) => found));
  const taken = planned.filter(({ found }) => !kept.has(found)).flatMap(({ answers }) => answers);
  for (const { answers, refusal } of unwritten)
    refused.push(...answers.map(({ given }) => ({ given, refusal })));
  return {
    ...{ taken, same, refused, conflicts },
    remarks: sheets.flatMap(({ remarks }) => remarks),
    blank: sheets.reduce((sum, { blank }) => sum + blank, 0),
    texts: edit.changed(),
    others: sheets.filter(({ isToDo }) => !isToDo).map(({ file }) => file),
    problems: edit.problems,
  };
}

interface Understood {
  readonly understood: readonly UnderstoodAnswer[];
  readonly refused: RefusedAnswer[];
  readonly conflicts: AnswerConflict[];
}

/** Of several answers for one field that say the same, the first counts; of those that differ, none. */
function understand(given: readonly GivenAnswer[], named: readonly NamedRecord[]): Understood {
  // What has a name that no record has is not made: an answer names what the inventory holds.
  const references = new References(named, [], new Set(listSections));
  const refused: RefusedAnswer[] = [];
  const byField = new Map<string, UnderstoodAnswer[]>();
  for (const one of given) {
    const meaning = meaningOf(one, references);
    if ('code' in meaning) refused.push({ given: one, refusal: meaning });
    else addToGroup(byField, keyOfField(meaning.asked), { given: one, meaning });
  }
  const conflicts: AnswerConflict[] = [];
  const understood = [...byField.values()].flatMap(([first, ...rest]) => {
    if (first === undefined) return [];
    const other = rest.find(({ meaning }) => !meansSame(meaning, first.meaning));
    if (other === undefined) return [first];
    conflicts.push({ code: 'answered-otherwise', given: other.given, other: first.given });
    return [];
  });
  return { understood, refused, conflicts };
}

function meansSame({ values: a }: Meaning, { values: b }: Meaning): boolean {
  return a === undefined || b === undefined ? a === b : sameValue(a, b);
}
