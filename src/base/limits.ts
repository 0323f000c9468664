import type { Localized } from './localized.ts';

/**
 * How much one run takes in at most, so that no file can keep it busy without end or use up the memory. Twenty thousand
 * records in one file, and the registers of a large city, stay below; a configuration or an option changes them.
 */
export const defaultLimits = {
  /** bytes of an inventory file or a baseline */
  fileBytes: 32 * 1024 * 1024,
  /** bytes of a policy, a mapping or a configuration */
  settingBytes: 4 * 1024 * 1024,
  /** bytes of a file that is named as evidence */
  evidenceBytes: 2 * 1024 * 1024 * 1024,
  /** bytes of all inventory files together */
  totalBytes: 512 * 1024 * 1024,
  /** inventory files */
  files: 50_000,
  /** what the glob patterns of a configuration stand for, once their braces are expanded */
  patterns: 1000,
  /** documents of one file */
  documents: 10_000,
  /** values of one file, as far as line breaks, commas, brackets and other marks tell before it is parsed */
  values: 750_000,
  /** values that all aliases of one file stand for */
  aliasedValues: 1_000_000,
  /** how deeply lists and mappings of a file are nested */
  depth: 100,
  /** keys of one mapping */
  keys: 10_000,
  /** items of one list */
  items: 200_000,
  /** characters of one value or key */
  characters: 200_000,
  /** what breaks the schema in one file */
  schemaErrors: 1000,
  /** findings of a run */
  findings: 500_000,
  /** how long a run may take, in seconds */
  seconds: 600,
  /** how long one answer of git may take, in seconds */
  gitSeconds: 60,
  /** bytes of the list of a commit's files; 100,000 files take about ten million */
  gitBytes: 64 * 1024 * 1024,
} as const;

/** What is limited. */
export type LimitName = keyof typeof defaultLimits;

export type Limits = Readonly<Record<LimitName, number>>;

/** One limit, with its value. */
export interface Limit {
  readonly name: LimitName;
  readonly most: number;
}

/** @returns one of the limits */
export function limitOf(name: LimitName, limits: Limits = defaultLimits): Limit {
  return { name, most: limits[name] };
}

/** Something exceeds a limit, so that it was not read to its end. */
export class LimitError extends Error {
  readonly limit: Limit;

  constructor(limit: Limit) {
    super(`${limit.name}: more than ${limit.most}`);
    this.limit = limit;
  }
}

/** @throws LimitError if there is more of something than a limit allows */
export function refuseMore(count: number, limit: Limit): void {
  if (count > limit.most) throw new LimitError(limit);
}

/** Words a limit that is exceeded, with the name by which it is raised. */
export function wordLimit({ name, most }: Limit): Localized {
  const { ja, en } = counted[name];
  const number = most.toLocaleString('en-US');
  return {
    ja: `${ja}の上限 ${number} を超えています（limits.${name}）`,
    en: `more than the ${number} ${en} that limits.${name} allows`,
  };
}

const counted: Readonly<Record<LimitName, Localized>> = {
  fileBytes: { ja: 'ファイルの大きさ（バイト）', en: 'bytes in a file' },
  settingBytes: { ja: '設定・ポリシーのファイルの大きさ（バイト）', en: 'bytes in a file of settings' },
  evidenceBytes: { ja: '根拠の資料の大きさ（バイト）', en: 'bytes in a file of evidence' },
  totalBytes: { ja: '台帳全体の大きさ（バイト）', en: 'bytes in all inventory files' },
  files: { ja: '台帳のファイルの数', en: 'inventory files' },
  patterns: { ja: '展開した glob パターンの数', en: 'glob patterns, once expanded,' },
  documents: { ja: '1つのファイルの文書の数', en: 'documents in a file' },
  values: { ja: '1つのファイルの値の数', en: 'values in a file' },
  aliasedValues: { ja: 'エイリアス（*名前）の指す値の数', en: 'values behind the aliases of a file' },
  depth: { ja: '入れ子の深さ', en: 'levels of nesting' },
  keys: { ja: '1つのマッピングのキーの数', en: 'keys in a mapping' },
  items: { ja: '1つの一覧の要素の数', en: 'items in a list' },
  characters: { ja: '1つの値の文字数', en: 'characters in a value' },
  schemaErrors: { ja: '1つのファイルの語彙の誤りの数', en: 'errors of vocabulary in a file' },
  findings: { ja: '指摘の数', en: 'findings' },
  seconds: { ja: '判定にかかる秒数', en: 'seconds for a run' },
  gitSeconds: { ja: 'git の応答にかかる秒数', en: 'seconds for an answer of git' },
  gitBytes: { ja: 'コミットのファイルの一覧の大きさ（バイト）', en: "bytes in the list of a commit's files" },
};
