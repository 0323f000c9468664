// Teaches in one screen: judges the smallest example, and says what to do next. `npm run demo -- --all` judges the others,
// too. Findings are the purpose of a demo, so they do not fail it; a run with errors does.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Localized } from '../src/base/localized.ts';
import { localeLanguage } from '../src/cli/language.ts';
import { root } from './generate/files.ts';

interface Example {
  readonly folder: string;
  readonly policy: string;
  readonly about: Localized;
}

const firstSteps = 'examples/first-steps';
const others: readonly Example[] = [
  {
    folder: 'examples/city',
    policy: 'isesaki',
    about: {
      ja: 'ひとつの市の全体。分離が2か所で破れている',
      en: 'a whole city; its network leaks in two places',
    },
  },
  {
    folder: 'examples/city',
    policy: 'minakami',
    about: { ja: '同じ市を、別のポリシーで', en: 'the same city under another policy' },
  },
  {
    folder: 'examples/town',
    policy: 'minakami',
    about: { ja: '町の台帳。書きかけの課もある', en: 'a town; one division has only begun' },
  },
  {
    folder: 'examples/second-city',
    policy: 'kumagaya',
    about: { ja: '部ごとのフォルダーに分けた市の台帳', en: 'a city with a folder for each department' },
  },
  {
    folder: 'examples/union',
    policy: 'tokubetsuku',
    about: { ja: '一部事務組合の台帳', en: 'a union of municipalities' },
  },
];

// Lines fit into 80 columns.
const heading: Localized = {
  ja: `はじめの一歩 ─ 架空の町の小さな台帳を、町のポリシーに照らして判定します。
  違反      ポリシーに反することが書いてある
  要確認    人が確かめなければ分からない
  判定不能  まだ書いていないので、判定できない`,
  en: `First steps: a small inventory of a fictional town, judged by its policy.
  violation  what is written breaks the policy
  review     a person must look
  unknown    not written yet, so it cannot be judged`,
};
const next: Localized = {
  ja: `次にすること
  1. ${firstSteps}/inventory.yaml の「滞納整理票」の lockedCase: false を
     lockedCase: true に改め、もう一度 npm run demo を実行すると、違反が
     なくなります。「水道料金台帳データ」の encryption に atRest: true を
     書き足すと、判定不能もなくなります。
  2. 自団体の台帳は、sekisho init 台帳 で作り始めます。sekisho の導入は、
     README.ja.md の「使い始める」にあります。`,
  en: `What to do next
  1. In ${firstSteps}/inventory.yaml, change lockedCase: false of 滞納整理票
     (tax arrears files) to lockedCase: true, and run npm run demo again: the
     violation is gone. Add atRest: true to the encryption of 水道料金台帳データ
     (water bills), and the unknown is gone, too.
  2. An inventory of your own begins with: sekisho init inventory
     README.md says how to install sekisho ("Get started").`,
};
const more: Localized = {
  ja: 'ほかの例（npm run demo -- --all で、すべて判定します）',
  en: 'Other examples (npm run demo -- --all judges all of them)',
};

const language = localeLanguage({ environment: process.env });
const isAll = process.argv.slice(2).includes('--all');
console.log(`\n${heading[language]}\n`);
let isDone = judge([firstSteps]);
console.log(`\n${next[language]}\n`);
if (isAll)
  for (const { folder, policy, about } of others) {
    console.log(`\n${folder} ─ ${about[language]}\n`);
    isDone = judge([folder, '-p', policy]) && isDone;
  }
else {
  console.log(more[language]);
  for (const { folder, policy, about } of others)
    console.log(`  ${`${folder} -p ${policy}`.padEnd(34)}${about[language]}`);
}
process.exitCode = isDone ? 0 : 1;

/** @returns whether the judgement could be made; its findings are printed */
function judge(judged: readonly string[]): boolean {
  // The day is fixed, so that the examples say what their READMEs say.
  const args = ['check', ...judged, '--as-of', '2026-11-20', '--lang', language];
  console.log(`$ sekisho ${args.slice(0, -2).join(' ')}\n`);
  const { status } = spawnSync(process.execPath, [path.join(root, 'dist/bin.js'), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  return status === 0 || status === 1;
}
