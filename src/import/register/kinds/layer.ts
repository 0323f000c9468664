import type { CellText } from '../cell-text.ts';
import { question, type Reading, value } from '../reading.ts';
import type { Field } from '../target.ts';

/** What stands before 系 or 接続系 in the names of the layers that every policy knows; 基幹, 情報 and 業務 mean several. */
const stems: Readonly<Record<string, string>> = {
  mynumber: '番号(?:利用事務)?|マイナンバー(?:利用事務)?|個人番号利用事務',
  lgwan: 'LGWAN',
  internet: 'インターネット',
};

const names = Object.entries(stems).map(
  ([id, stem]) => [id, new RegExp(`^(?:${id}|(?:${stem})(?:接続系?|系(?:接続系?)?))$`, 'iu')] as const,
);

/** What a layer that every policy knows is called in a workbook of ours, by its id. */
export const layerNames: Readonly<Record<string, string>> = {
  mynumber: 'マイナンバー利用事務系',
  lgwan: 'LGWAN接続系',
  internet: 'インターネット接続系',
  external: '外部',
};

/**
 * What is called a network or a layer in one office, and another one in the next: 基幹系 holds the layer of My Number here, and the
 * accounts of the city there.
 */
const ambiguous =
  /^(?:(?:基幹|情報|業務|行政|事務|内部|内部事務|庁内|住民情報|税務|個別|校務|学習|外部|共通)系|(?:基幹|情報|業務|行政|庁内|内部)(?:系)?(?:LAN|NW|ネットワーク)|(?:庁内|所内|構内)LAN|イントラ(?:ネット)?)$/iu;

/** What only an office itself calls one of its layers; behind the name of one, in brackets, it makes no other of it. */
const nickname = /^(?:基幹|情報|業務|行政|内部|内部情報|住民情報|事務|庁内)系$/u;

/** Reads a layer of the network by the names that have one meaning everywhere. */
export function readLayer(cell: CellText, { path }: Field): Reading {
  const layer = layerOf(cell);
  return layer === undefined ? question('layer') : value(path, layer);
}

function layerOf({ folded }: CellText): string | undefined {
  const word = folded.replaceAll(' ', '');
  if (/^(?:外部|external)$/iu.test(word)) return 'external';
  const { name = word, other = word } = /^(?<name>[^()]+)\((?<other>[^()]+)\)$/u.exec(word)?.groups ?? {};
  return names.find(
    ([, pattern]) => pattern.test(name) && (pattern.test(other) || nickname.test(other)),
  )?.[0];
}

/** Whether a text names a network by a word of which nobody can tell the layer. */
export function isAmbiguousNetwork({ folded }: CellText): boolean {
  return ambiguous.test(folded.replaceAll(' ', ''));
}
