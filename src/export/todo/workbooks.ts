import type { Day } from '../../base/date.ts';
import { defined } from '../../base/defined.ts';
import { replaceUnseen } from '../../base/unseen.ts';
import type { Result } from '../../result/result.ts';
import type { SheetLayout, WorkbookLayout } from '../../spreadsheet/layout.ts';
import { type AskedFact, type MissingFacts, missingFacts, type UnansweredFact } from './asked-facts.ts';
import { othersSheet } from './others-sheet.ts';
import { type SheetHead, toDoSheet } from './to-do-sheet.ts';

/** How what is missing is asked for. */
export interface ToDoExport {
  readonly result: Result;
  /** whether each division is sent a workbook of its own */
  readonly byDivision: boolean;
  readonly due: Day | undefined;
}

/** A workbook to be sent to an office. */
export interface ToDoWorkbook {
  /** of the file, without its folder */
  readonly name: string;
  readonly layout: WorkbookLayout;
  readonly asked: number;
  readonly others: number;
}

const withoutDivision = '所管課なし';

/** Lays out what is missing as workbooks to be filled in. Offices in Japan answer them, so that they are in Japanese alone. */
export function toDoWorkbooks({ result, byDivision, due }: ToDoExport): ToDoWorkbook[] {
  const facts = missingFacts(result);
  const names = new Set<string>();
  return shares(facts, byDivision).map(({ division, asked, others }) => {
    const name = fileNamed(division, names);
    const sheets: SheetLayout[] = [
      ...(asked.length > 0
        ? [toDoSheet({ head: headOf(result, division, asked.length), facts: asked, due })]
        : []),
      ...(others.length > 0 ? [othersSheet(others)] : []),
    ];
    return {
      name,
      layout: { sheets, ...defined({ marking: result.cover.marking }) },
      asked: asked.length,
      others: others.length,
    };
  });
}

interface Share extends MissingFacts {
  /** `undefined` for all of them */
  readonly division: string | undefined;
}

/** The divisions in the order of their names, and last what names none. */
function shares({ asked, others }: MissingFacts, byDivision: boolean): Share[] {
  if (!byDivision) return asked.length + others.length === 0 ? [] : [{ division: undefined, asked, others }];
  const divisions = new Set([...asked, ...others].map(({ division }) => division));
  const own = <Fact extends AskedFact | UnansweredFact>(facts: readonly Fact[], wanted: string | undefined) =>
    facts.filter(({ division }) => division === wanted);
  return [...divisions]
    .sort((a, b) => (a === undefined ? 1 : b === undefined ? -1 : a < b ? -1 : 1))
    .map((division) => ({
      division: division ?? withoutDivision,
      asked: own(asked, division),
      others: own(others, division),
    }));
}

function headOf(
  { body, asOf, policies, cover: { marking } }: Result,
  division: string | undefined,
  count: number,
): SheetHead {
  const judged = policies.map(({ title }) => title.ja).join('、');
  return {
    title: `情報資産台帳の記入のお願い${division === undefined ? '' : `（${division}）`}`,
    lines: [
      ...(marking === undefined ? [] : [`取扱区分：${marking}`]),
      `台帳に書かれていない ${count} 項目です。黄色の欄に回答を書き、この表のままお返しください。当てはまらない項目は「対象外」、分からない項目は空欄のままで構いません。`,
      '行の並べ替え、絞り込み、削除はして構いません（並べ替えると▼の選択肢は元の位置に残るので、「何を書くか」の欄に従ってください）。隠れた列（取込用の番号）は消さないでください。',
      `${body.name ?? ''}　${judged}　判定日 ${asOf}`.trim(),
    ],
  };
}

/** Names that Windows takes, too: no mark of its own in them, and none that differs in case alone. */
function fileNamed(division: string | undefined, taken: Set<string>): string {
  const plain = replaceUnseen((division ?? '').normalize('NFC'), () => '_')
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    .trim();
  const wanted = plain === '' ? '記入依頼' : `記入依頼_${[...plain].slice(0, 60).join('')}`;
  for (let number = 1; ; number += 1) {
    const name = `${wanted}${number === 1 ? '' : ` (${number})`}.xlsx`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
