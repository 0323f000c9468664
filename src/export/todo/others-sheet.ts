import { subjectNames } from '../../result/words.ts';
import type { SheetLayout } from '../../spreadsheet/layout.ts';
import { looks } from '../register/looks.ts';
import { clausesIn, type UnansweredFact } from './asked-facts.ts';

interface OthersColumn {
  readonly header: string;
  readonly width: number;
  readonly cell: (fact: UnansweredFact) => string;
}

const columns: readonly OthersColumn[] = [
  { header: '区分', width: 16, cell: ({ kind }) => subjectNames[kind]?.ja ?? kind },
  { header: '名称', width: 26, cell: ({ name }) => name },
  { header: '項目', width: 26, cell: ({ field }) => field },
  { header: '台帳に書くこと', width: 60, cell: ({ write }) => write },
  { header: '求める条項', width: 30, cell: ({ clauses }) => clausesIn(clauses) },
  { header: '場所', width: 28, cell: ({ place }) => place },
];

const note =
  '1つのセルでは答えられないもの（新しい1件、まとまりで書く項目、既に書かれているものの訂正）です。台帳を管理する者が、台帳のファイルに直接書きます。このシートは取り込みません。';

/** @returns the sheet of what has to be written into the inventory itself; an import passes over it */
export function othersSheet(facts: readonly UnansweredFact[]): SheetLayout {
  return {
    name: '台帳に直接書くもの',
    widths: columns.map(({ width }) => width),
    rows: [
      { cells: [{ value: note, style: { wrap: true } }], height: 30 },
      { cells: columns.map(({ header }) => ({ value: header, style: looks.header })) },
      ...facts.map((fact) => ({
        cells: columns.map(({ cell }) => ({ value: cell(fact), style: looks.cell })),
      })),
    ],
    merges: [{ top: 1, left: 1, bottom: 1, right: columns.length }],
    frozen: { rows: 2, columns: 0 },
  };
}
