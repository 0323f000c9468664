import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loading } from '../checking.mjs';

const records = 20_000;

/** Importing a register of 20,000 rows and writing one, against js-yaml's `load` of an inventory of as many records. */
export function measureRegisters(bench) {
  const { sekisho, answer } = bench.run;
  const folder = path.join(bench.scratch, 'register');
  const csv = path.join(bench.scratch, 'register.csv');
  const workbook = path.join(bench.scratch, 'register.xlsx');
  const inventory = bench.inventories.of({ records });
  writeFileSync(csv, register());
  const imported = (file) => () => {
    rmSync(folder, { recursive: true, force: true });
    return ended(sekisho(['import', 'register', file, '--out', folder, '--accept-guesses']));
  };
  const exported = () => {
    rmSync(workbook, { force: true });
    return ended(sekisho(['export', 'register', inventory, '--out', workbook]));
  };
  bench.tell(
    bench.compare({
      reference: () => answer(loading(inventory)),
      measured: {
        'import-csv': imported(csv),
        'import-again': () => ended(sekisho(['import', 'register', csv, '--out', folder, '--check'])),
        'export-xlsx': exported,
        'import-xlsx': imported(workbook),
      },
      rounds: 2,
    }),
  );
}

/** A measure of what was refused would mean nothing. */
function ended(run) {
  if (run.status !== 0) throw new Error(`register: ${run.crash ?? run.stderr}`);
  return run;
}

function register() {
  const rows = Array.from({ length: records }, (_, i) =>
    [
      `A-${String(i + 1).padStart(5, '0')}`,
      `住民税課税資料 第${i + 1}号`,
      '税務課',
      '税務課長',
      '電子',
      (i % 3) + 1,
      2,
      2,
      i % 2 === 0 ? '有' : '無',
    ].join(),
  );
  const header = '管理番号,情報資産の名称,所管課,管理責任者,形態,機密性,完全性,可用性,個人情報の有無';
  return `\uFEFF${[header, ...rows].join('\r\n')}\r\n`;
}
