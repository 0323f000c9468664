import type { Localized } from '../../base/localized.ts';
import { systemReason } from '../../base/system-error.ts';
import type { ImportSummary } from './convert.ts';
import type { EntryFlaw, ImportProblem, NetboxWarning } from './problem.ts';
import type { SkipReason } from './records.ts';

/** The problems that are worded here; those of YAML and schemas are worded for all files alike. */
export type NetboxProblem = Exclude<ImportProblem, { readonly code: 'yaml' | 'schema' }>;

/** Words why an import cannot be done, and what to do. The file and place stand before it. */
export function wordImportProblem(problem: NetboxProblem): Localized {
  switch (problem.code) {
    case 'unreadable':
      return {
        ja: `読めません (${systemReason(problem.reason).ja})。場所と権限を確かめてください`,
        en: `cannot be read (${systemReason(problem.reason).en}); check the path and its permissions`,
      };
    case 'too-large':
      return {
        ja: `大きすぎます (${megabytes(problem.bytes)} MB、上限 ${megabytes(problem.limit)} MB)。拠点などで分けて取得してください`,
        en: `is too large (${megabytes(problem.bytes)} MB of at most ${megabytes(problem.limit)} MB); fetch a part of it, such as one site`,
      };
    case 'encoding':
      return encoding(problem.likely);
    case 'not-json':
      return notJson(problem.likely);
    case 'not-a-list':
      return {
        ja: `NetBoxの一覧ではありません${problem.detail === undefined ? '' : ` (NetBoxの応答: ${problem.detail})`}。/api/ の一覧の応答をそのまま保存してください`,
        en: `is no list of NetBox${problem.detail === undefined ? '' : ` (NetBox answered: ${problem.detail})`}; save what a list under /api/ answers`,
      };
    case 'no-systems':
      return {
        ja: `NetBoxの一覧がありません。${problem.expected.join(' か ')} を置いてください`,
        en: `holds no list of NetBox; put ${problem.expected.join(' or ')} there`,
      };
    case 'empty':
      return { ja: '対応表に何も書かれていません', en: 'the mapping is empty' };
    case 'not-a-prefix':
      return {
        ja: `「${problem.written}」はIPアドレスの範囲ではありません。10.10.0.0/16 のように書いてください`,
        en: `"${problem.written}" is no address range; write it like 10.10.0.0/16`,
      };
  }
}

/** Words what a reader of the imported inventory should know. */
export function wordNetboxWarning(warning: NetboxWarning): Localized {
  switch (warning.code) {
    case 'missing-list':
      return {
        ja: `${warning.file} がありません。これから分かることは台帳に入っていません`,
        en: `${warning.file} is missing; nothing that it would say is in the inventory`,
      };
    case 'partial-list':
      return partialList(warning);
    case 'skipped-entries':
      return {
        ja: `${warning.file}: ${warning.entries}件を読み飛ばしました (${flaws[warning.flaw].ja}。最初は${warning.first + 1}件目)`,
        en: `${warning.file}: ${countOf(warning.entries, 'entry', 'entries')} left out (${flaws[warning.flaw].en}; the first is number ${warning.first + 1})`,
      };
    case 'unknown-vlans':
      return {
        ja: `VLANの一覧にないVLANが参照されています (NetBoxのid: ${shortList(warning.vlans)})。ipam.vlans.json を取り直してください`,
        en: `VLANs are referred to that the list of VLANs does not hold (NetBox's ids: ${shortList(warning.vlans)}); fetch ipam.vlans.json again`,
      };
    case 'role-without-type':
      return {
        ja: `役割 ${warning.role} の${warning.systems}件は種類が分かりません。対応表の types.roles に書いてください`,
        en: `what kind of system the role ${warning.role} is cannot be told (${countOf(warning.systems, 'system', 'systems')}); state it in the mapping, under types.roles`,
      };
    case 'all-vlans':
      return {
        ja: `${warning.system} にはすべてのVLANを通すポートがあるため、セグメントを書いていません`,
        en: `${warning.system} has a port that carries every VLAN; its segments are not written`,
      };
    case 'conflicting-mapping':
      return {
        ja: `${warning.section}/${warning.id}: 対応表の ${warning.table} の答えが食い違うため (${warning.values.join(', ')})、書いていません`,
        en: `${warning.section}/${warning.id}: the mapping gives several answers under ${warning.table} (${warning.values.join(', ')}); none is written`,
      };
    case 'unused-mapping':
      return unusedMapping(warning);
  }
}

/** Words what became of a NetBox, a line each. */
export function wordImportSummary(summary: ImportSummary): readonly Localized[] {
  const { systems, segments, connections, skipped } = summary;
  return [
    {
      ja: `情報システム・機器 ${systems}件 (種類が分かるもの ${summary.systemsWithType}件、セグメントが分かるもの ${summary.systemsWithSegment}件)`,
      en: `${countOf(systems, 'system', 'systems')} (${summary.systemsWithType} of known kind, ${summary.systemsWithSegment} on known segments)`,
    },
    {
      ja: `セグメント ${segments}件 (系が分かるもの ${summary.segmentsWithLayer}件)`,
      en: `${countOf(segments, 'segment', 'segments')} (${summary.segmentsWithLayer} of known layer)`,
    },
    {
      ja: `通信 ${connections}件 (ケーブルからの推定。confirmed: false)`,
      en: `${countOf(connections, 'connection', 'connections')} (guessed from cables: confirmed: false)`,
    },
    ...Object.entries(skipped).map(([reason, number]) => ({
      ja: `取り込まないもの: ${skipReasons[reason as SkipReason].ja} ${number}件`,
      en: `left out: ${skipReasons[reason as SkipReason].en} (${number})`,
    })),
  ];
}

const flaws: Readonly<Record<EntryFlaw, Localized>> = {
  'not-an-object': { ja: 'オブジェクトではない', en: 'not an object' },
  'no-id': { ja: 'idがない', en: 'no id' },
  'same-id': { ja: '同じidが前にある', en: 'an id that came before' },
  'no-vid': { ja: 'VLAN番号がない', en: 'no VLAN number' },
  'bad-address': { ja: 'IPアドレスとして読めない', en: 'no IP address' },
  'no-device': { ja: '機器が分からない', en: 'no device' },
};

const skipReasons: Readonly<Record<SkipReason, Localized>> = {
  'circuit-cable': {
    ja: '回線につながるケーブル (外部との接続は手で書いてください)',
    en: "cables to a carrier's line, to be added by hand as external connections",
  },
  'power-cable': { ja: '電源ケーブル', en: 'power cables' },
  'console-cable': { ja: 'コンソールケーブル', en: 'console cables' },
  'unplugged-cable': { ja: '片端がどこにもつながらないケーブル', en: 'cables with a loose end' },
  'same-device-cable': { ja: '同じ機器の中のケーブル', en: 'cables within one device' },
  'unknown-end-cable': {
    ja: '一覧にない機器などにつながるケーブル',
    en: 'cables to something that is not in the lists',
  },
  'container-prefix': {
    ja: 'ほかのプレフィックスをまとめるだけのプレフィックス (container)',
    en: 'prefixes that only hold others together (container)',
  },
  'unassigned-address': { ja: '機器に割り当てられていないIPアドレス', en: 'addresses that no device has' },
};

function encoding(likely: 'shift_jis' | 'utf-16' | 'document' | undefined): Localized {
  if (likely === 'document')
    return {
      ja: 'JSONではなく、Excel・Word などの文書か圧縮ファイルです。NetBox の応答をそのまま保存してください',
      en: 'is no JSON but a document of Excel or Word, or an archive; save the response of NetBox as it is',
    };
  const name = likely === 'shift_jis' ? 'Shift_JIS' : 'UTF-16';
  return {
    ja: `UTF-8ではありません${likely === undefined ? '' : ` (${name}のようです)`}。UTF-8で保存し直してください`,
    en: `is not UTF-8${likely === undefined ? '' : ` (it seems to be ${name})`}; save it as UTF-8`,
  };
}

function notJson(likely: 'truncated' | 'html' | undefined): Localized {
  switch (likely) {
    case 'html':
      return {
        ja: 'JSONではなくHTMLです。要求に Accept: application/json とトークンを付けて取り直してください',
        en: 'is HTML, not JSON; fetch it with a token and Accept: application/json',
      };
    case 'truncated':
      return {
        ja: 'JSONが途中で切れています。取り直してください',
        en: 'ends in the middle of its JSON; fetch it again',
      };
    case undefined:
      return { ja: 'JSONとして読めません。取り直してください', en: 'is no JSON; fetch it again' };
  }
}

function partialList({ file, received, count }: Extract<NetboxWarning, { code: 'partial-list' }>): Localized {
  return {
    ja: `${file} は一部だけです (${count === undefined ? '' : `${count}件のうち`}${received}件)。?limit=0 を付けるなどして全件を取得してください`,
    en: `${file} is one page of several (${received}${count === undefined ? '' : ` of ${count}`} entries); fetch all of them, for instance with ?limit=0`,
  };
}

function unusedMapping({
  table,
  key,
  suggestion,
}: Extract<NetboxWarning, { code: 'unused-mapping' }>): Localized {
  return {
    ja: `対応表の ${table} の「${key}」に当たるものがNetBoxのデータにありません${suggestion === undefined ? '' : `。${suggestion} ではありませんか`}`,
    en: `"${key}" under ${table} matches nothing in the data${suggestion === undefined ? '' : `; did you mean ${suggestion}?`}`,
  };
}

function shortList(items: readonly number[]): string {
  const shown = items.slice(0, 10).join(', ');
  return items.length > 10 ? `${shown} …` : shown;
}

function countOf(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`;
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / (1024 * 1024));
}
