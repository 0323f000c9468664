const yardstick = { en: 'js-yaml `load` of the same files', ja: '同じファイルの js-yaml `load`' };
const shapes = {
  compliant: { en: 'compliant', ja: '適合' },
  'half-filled': { en: 'half-filled', ja: '記入途中' },
  full: { en: 'full of findings', ja: '指摘だらけ' },
};

/** What each measure is, by its id. */
const measures = {
  version: { en: '`sekisho --version` / `node -e 0`', ja: '`sekisho --version` ／ `node -e 0`' },
  'first-steps': {
    en: '`sekisho check examples/first-steps` / `node -e 0`',
    ja: '`sekisho check examples/first-steps` ／ `node -e 0`',
  },
  'two-policies': {
    en: `20,000 records, one in fifty full of findings, two policies / ${yardstick.en}`,
    ja: `2万件（50件に1件は指摘だらけ）、2つのポリシー ／ ${yardstick.ja}`,
  },
  'one-line': {
    en: `20,000 compliant records, each file as JSON on one line / ${yardstick.en}`,
    ja: `適合2万件、各ファイルを1行の JSON で ／ ${yardstick.ja}`,
  },
  warm: {
    en: `20,000 compliant records, one file changed, with the cache of the last run / ${yardstick.en}`,
    ja: `適合2万件、1ファイルだけ変更、前回のキャッシュあり ／ ${yardstick.ja}`,
  },
  'hundred-thousand': {
    en: '100,000 compliant records / 20,000, cold',
    ja: '適合10万件 ／ 2万件（起動から）',
  },
  'memory-compliant': {
    en: 'peak memory, 100,000 compliant records, text',
    ja: '最大メモリ、適合10万件、text',
  },
  'memory-half-filled': {
    en: 'peak memory, 100,000 half-filled records, the largest of all formats',
    ja: '最大メモリ、記入途中10万件、全形式の最大',
  },
  'memory-5000': {
    en: 'peak memory, 5,000 half-filled records, text',
    ja: '最大メモリ、記入途中5千件、text',
  },
  changed: {
    en: '`--changed`, unchanged repository of 20,000 records / plain check',
    ja: '`--changed`、変更のない2万件のリポジトリ ／ 比較なしの判定',
  },
  base: {
    en: '`--base HEAD`, unchanged repository of 20,000 records / plain check',
    ja: '`--base HEAD`、変更のない2万件のリポジトリ ／ 比較なしの判定',
  },
  'base-trust': {
    en: '`--base HEAD --trust HEAD`, unchanged repository of 20,000 records / plain check',
    ja: '`--base HEAD --trust HEAD`、変更のない2万件のリポジトリ ／ 比較なしの判定',
  },
  'changed-5000': {
    en: '`--changed`, unchanged repository of 5,000 records / plain check',
    ja: '`--changed`、変更のない5千件のリポジトリ ／ 比較なしの判定',
  },
  'base-trust-5000': {
    en: '`--base HEAD --trust HEAD`, unchanged repository of 5,000 records / plain check',
    ja: '`--base HEAD --trust HEAD`、変更のない5千件のリポジトリ ／ 比較なしの判定',
  },
  network: {
    en: `judging 2,000 segments, 20,000 connections, 20,000 systems, once loaded / ${yardstick.en}`,
    ja: `2,000セグメント・2万通信・2万システムの判定（読込み後） ／ ${yardstick.ja}`,
  },
  'import-csv': {
    en: 'importing a CSV of 20,000 rows / js-yaml `load` of 20,000 compliant records',
    ja: '2万行の CSV の取込み ／ 適合2万件の js-yaml `load`',
  },
  'import-again': {
    en: 'importing it again with `--check`, nothing changed / the same',
    ja: 'その再取込み（`--check`、変更なし） ／ 同上',
  },
  'export-xlsx': {
    en: 'writing 20,000 compliant records as a workbook / the same',
    ja: '適合2万件を xlsx に書き出す ／ 同上',
  },
  'import-xlsx': { en: 'importing that workbook / the same', ja: 'その xlsx の取込み ／ 同上' },
  'own-rules': {
    en: '100 own rules, 20,000 records / the same in TypeScript',
    ja: '団体のルール100件、2万件 ／ 同じ TypeScript のルール',
  },
  'own-rule-unknown': {
    en: 'an own rule that is unknown of 20,000 records / the same in TypeScript',
    ja: '2万件すべて判定不能の団体のルール ／ 同じ TypeScript のルール',
  },
  spectral: {
    en: 'Spectral, one rule / sekisho, all rules',
    ja: 'Spectral（1ルール） ／ sekisho（全ルール）',
  },
  eslint: {
    en: 'ESLint with eslint-plugin-yml, one rule / sekisho, all rules',
    ja: 'ESLint + eslint-plugin-yml（1ルール） ／ sekisho（全ルール）',
  },
  'ajv-yaml': {
    en: 'ajv with yaml, schema only / sekisho, all rules',
    ja: 'ajv + yaml（スキーマのみ） ／ sekisho（全ルール）',
  },
  'ajv-js-yaml': {
    en: 'ajv with js-yaml, schema only / sekisho, all rules',
    ja: 'ajv + js-yaml（スキーマのみ） ／ sekisho（全ルール）',
  },
  'js-yaml': {
    en: 'js-yaml `load`, reading only / sekisho, all rules',
    ja: 'js-yaml `load`（読むだけ） ／ sekisho（全ルール）',
  },
  'json-parse': {
    en: '`JSON.parse` of the same as JSON, reading only / sekisho, all rules',
    ja: '同じ内容の JSON の `JSON.parse`（読むだけ） ／ sekisho（全ルール）',
  },
};

/** Measures of which there are many, by a pattern of their ids. */
const families = [
  [
    /^(compliant|half-filled|full)-(\d+)$/,
    (shape, records) => ({
      en: `${count(records)} records, ${shapes[shape].en} / js-yaml \`load\` of as many compliant ones`,
      ja: `${shapes[shape].ja}${count(records)}件 ／ 同数の適合した記録の js-yaml \`load\``,
    }),
  ],
  [
    /^(compliant|full)-as-(.+)$/,
    (shape, format) => ({
      en: `20,000 records, ${shapes[shape].en}, as ${format} / as text`,
      ja: `${shapes[shape].ja}2万件、${format} ／ text`,
    }),
  ],
  [
    /^memory-as-(.+)$/,
    (format) => ({
      en: `peak memory, 100,000 half-filled records as ${format}`,
      ja: `最大メモリ、記入途中10万件、${format}`,
    }),
  ],
  [
    /^network-times-(\d+)$/,
    (times) => ({
      en: `judging a network ${times} times as large / judging that one`,
      ja: `その${times}倍のネットワークの判定 ／ 元のネットワークの判定`,
    }),
  ],
  [/^(?:growth|beyond): (.+)$/, (what) => ({ en: what, ja: what })],
];

/** What a measure is. */
export function measureName(id, language) {
  if (id in measures) return measures[id][language];
  for (const [pattern, named] of families) {
    const match = pattern.exec(id);
    if (match !== null) return named(...match.slice(1))[language];
  }
  throw new Error(`no words for the measure ${id}`);
}

export function shapeName(shape, language) {
  return shapes[shape][language];
}

/** Why there is no value. */
export const resultWords = {
  none: { en: 'none', ja: 'なし' },
  crash: (why) => ({
    en: `crash: ${why}`,
    ja: why === 'out of memory' ? 'メモリ不足' : `異常終了（${why}）`,
  }),
};

function count(number) {
  return Number(number).toLocaleString('en');
}

/** The headings of the tables. */
export const headings = {
  en: {
    measure: 'measure',
    target: 'target',
    atMost: (major) => `at most, Node.js ${major}`,
    notMeasured: 'No whole run has been written here yet.',
    measuredOn: (versions, cores) =>
      `Measured on ${cores} cores with Node.js ${versions.join(' and ')}, on one day; formats, registers and what is measured beside other programs in runs of their own. Tables without a version are of ${versions[0]}.`,
    records: ['shape', 'records', 'ratio', 'per 1,000 records', 'processor', 'wall', 'peak memory'],
    peers: ['program', 'wall', 'processor', 'seconds', 'peak memory', 'what it does of the task'],
    formats: [
      'format',
      'compliant / text',
      'full of findings / text',
      'peak memory, 100,000 half-filled records',
    ],
  },
  ja: {
    measure: '測ったもの',
    target: '目標',
    atMost: (major) => `上限（Node.js ${major}）`,
    notMeasured: 'まだ全体の測定結果は書き込まれていません。',
    measuredOn: (versions, cores) =>
      `${cores}コア、Node.js ${versions.join('、')} で、同じ日に測りました（形式、台帳の表、ほかのプログラムとの比較はそれぞれ別の実行）。版の書かれていない表は ${versions[0]} のものです。`,
    records: ['形', '件数', '比', '千件当たり', 'CPU時間', '経過時間', '最大メモリ'],
    peers: ['プログラム', '経過時間の比', 'CPU時間の比', '秒数', '最大メモリ', '課題のうち行うこと'],
    formats: ['形式', '適合 ／ text', '指摘だらけ ／ text', '最大メモリ、記入途中10万件'],
  },
};

const vocabularyAlone = {
  en: 'the vocabulary by the published schema (without days); no lines, no rules',
  ja: '公開スキーマによる語彙（日付を除く）。行もルールもない',
};

/** What each program does of the task, in the order of the table. */
export const peerNotes = {
  sekisho: {
    name: { en: 'sekisho', ja: 'sekisho' },
    does: {
      en: 'checks the vocabulary, resolves references, judges all rules of one policy, tells clauses and lines',
      ja: '語彙を調べ、参照を解決し、1つのポリシーの全ルールを判定し、条項と行を示す',
    },
  },
  spectral: {
    name: { en: 'Spectral', ja: 'Spectral' },
    does: {
      en: 'one rule (every asset has `encryption.atRest`), with lines; no vocabulary, no references between files',
      ja: '1ルール（すべての資産に `encryption.atRest`）と行。語彙は調べず、ファイル間の参照も見ない',
    },
  },
  eslint: {
    name: { en: 'ESLint with eslint-plugin-yml', ja: 'ESLint + eslint-plugin-yml' },
    does: {
      en: 'the same rule, written for it, with lines; no vocabulary, no references between files',
      ja: '同じルールを ESLint 用に書いたものと行。語彙は調べず、ファイル間の参照も見ない',
    },
  },
  'ajv-yaml': { name: { en: 'ajv with yaml', ja: 'ajv + yaml' }, does: vocabularyAlone },
  'ajv-js-yaml': { name: { en: 'ajv with js-yaml', ja: 'ajv + js-yaml' }, does: vocabularyAlone },
  'js-yaml': {
    name: { en: 'js-yaml alone', ja: 'js-yaml だけ' },
    does: { en: 'reads; judges nothing', ja: '読むだけで、何も判定しない' },
  },
  'json-parse': {
    name: { en: '`JSON.parse`', ja: '`JSON.parse`' },
    does: {
      en: 'reads the same as JSON, which the engine does itself; judges nothing',
      ja: '同じ内容の JSON を処理系自身の機能で読むだけで、何も判定しない',
    },
  },
};
