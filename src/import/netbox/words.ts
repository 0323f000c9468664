import type { Localized } from '../../base/localized.ts';
import { systemReason } from '../../base/system-error.ts';
import { netboxStateFileName } from '../../register/file-name.ts';
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
      return notAList(problem);
    case 'not-a-dump':
      return {
        ja: `NetBoxの一覧でも manage.py dumpdata の出力でもありません${answered(problem.detail).ja}。{"dcim.devices": […]} のように一覧をまとめたファイルか、一覧ごとのファイルを置いたフォルダーを指定してください`,
        en: `is neither lists of NetBox nor what manage.py dumpdata writes${answered(problem.detail).en}; give a file of lists such as {"dcim.devices": […]}, or a folder with a file for each list`,
      };
    case 'no-systems':
      return noSystems(problem);
    case 'same-page':
      return {
        ja: `${problem.first} と重なっています。どちらが新しいか分からないので、古い方を消してください`,
        en: `holds the same entries as ${problem.first}; which is newer cannot be told, so remove the older one`,
      };
    case 'missing-page':
      return missingPage(problem);
    case 'partial-list':
      return {
        ja: `一部だけです (${problem.count}件のうち${problem.received}件)。${fetchAll.ja}`,
        en: `is not the whole list (${problem.received} of ${problem.count} entries); ${fetchAll.en}`,
      };
    case 'gone':
      return gone(problem.what);
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
    case 'shared-addresses':
      return {
        ja: `複数の機器が共有するIPアドレス (FHRP) が、どの機器のものか分かりません: ${shortList(warning.addresses)}。ipam.fhrp-group-assignments も取得してください`,
        en: `addresses that several machines share (FHRP), of which no machine is known: ${shortList(warning.addresses)}; fetch ipam.fhrp-group-assignments as well`,
      };
    case 'role-without-type':
      return {
        ja: `役割 ${warning.role} の${warning.systems}件は種類が分かりません。対応表の types.roles に書いてください`,
        en: `what kind of system the role ${warning.role} is cannot be told (${countOf(warning.systems, 'system', 'systems')}); state it in the mapping, under types.roles`,
      };
    case 'ambiguous-address':
      return {
        ja: `${warning.system} の ${warning.address} は、どのセグメントのものか決められません (${warning.segments.join(', ')})。NetBox でIPアドレスのVRFかポートのVLANを登録してください`,
        en: `${warning.address} of ${warning.system} may lie in ${warning.segments.join(' or ')}; give the address its VRF in NetBox, or its port a VLAN`,
      };
    case 'address-outside':
      return addressOutside(warning);
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

const fetchAll: Localized = {
  ja: '?limit=0 を付けて全件を取り直すか、残りのページも dcim.devices.2.json のように番号を付けて同じフォルダーに置いてください',
  en: 'fetch all of it with ?limit=0, or put its other pages into the same folder, numbered like dcim.devices.2.json',
};

function missingPage({
  list,
  received,
  count,
  isNext,
  query,
}: Extract<NetboxProblem, { code: 'missing-page' }>): Localized {
  const of = count === undefined ? { ja: '', en: '' } : { ja: `${count}件のうち`, en: ` of ${count}` };
  const page = query === undefined ? '' : ` (?${query})`;
  return {
    ja: `${list} の${isNext ? '続き' : '前'}のページ${page} がありません (${of.ja}${received}件だけ)。${fetchAll.ja}`,
    en: `the ${isNext ? 'next' : 'previous'} page of ${list}${page} is missing (only ${received}${of.en} entries are there); ${fetchAll.en}`,
  };
}

function notAList({ key, detail }: Extract<NetboxProblem, { code: 'not-a-list' }>): Localized {
  if (key !== undefined)
    return {
      ja: `「${key}」がNetBoxの一覧ではありません。[…] か、/api/ の一覧の応答にしてください`,
      en: `"${key}" is no list of NetBox; make it […], or what a list under /api/ answers`,
    };
  return {
    ja: `NetBoxの一覧ではありません${answered(detail).ja}。/api/ の一覧の応答をそのまま保存してください`,
    en: `is no list of NetBox${answered(detail).en}; save what a list under /api/ answers`,
  };
}

function answered(detail: string | undefined): Localized {
  return detail === undefined
    ? { ja: '', en: '' }
    : { ja: ` (NetBoxの応答: ${detail})`, en: ` (NetBox answered: ${detail})` };
}

function noSystems({ isFolder, expected }: Extract<NetboxProblem, { code: 'no-systems' }>): Localized {
  return isFolder
    ? {
        ja: `NetBoxの一覧がありません。${expected.join(' か ')} を置くか、一覧を1つにまとめたファイルを指定してください`,
        en: `holds no list of NetBox; put ${expected.join(' or ')} there, or give a single file of all lists`,
      }
    : {
        ja: `機器も仮想マシンもありません。${expected.join(' か ')} を含めて書き出してください`,
        en: `holds neither devices nor virtual machines; export it with ${expected.join(' or ')}`,
      };
}

function gone(what: Extract<NetboxProblem, { code: 'gone' }>['what']): Localized {
  return what === 'mapping'
    ? {
        ja: '対応表がありません。前回の取り込みにはあったので、系や種類が消えてしまいます。--mapping で指定するか、netbox.mapping.yaml という名で書き出し先に置いてください',
        en: 'there is no mapping, and the last import had one, so that layers and kinds would be lost; give it with --mapping, or put it as netbox.mapping.yaml into the folder that is written to',
      }
    : {
        ja: `${what.list} がありません。前回の取り込みにはあったので、なくなったものと区別できません。取り直してください（NetBox に1件もなくなったのなら、${netboxStateFileName} の1行目の sources からその名を消してください）`,
        en: `${what.list} is missing, and the last import had it, so that nobody can tell what is gone; fetch it again (or, if NetBox has none of it any more, remove its name from sources on the first line of ${netboxStateFileName})`,
      };
}

function addressOutside({
  systems,
  address,
}: Extract<NetboxWarning, { code: 'address-outside' }>): Localized {
  const [first = ''] = systems;
  return {
    ja: `どのプレフィックスにも入らないIPアドレスがあるため、${countedSystems(first, systems.length).ja}のセグメントを書いていません (${address} など)。NetBox にプレフィックスを登録してください`,
    en: `the segments of ${countedSystems(first, systems.length).en} are not written, since some address, such as ${address}, lies in no prefix; add the prefix in NetBox`,
  };
}

function countedSystems(first: string, number: number): Localized {
  return number === 1
    ? { ja: `${first} `, en: first }
    : { ja: `${first} など${number}件`, en: `${first} and ${number - 1} more` };
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

function shortList(items: readonly (number | string)[]): string {
  const shown = items.slice(0, 10).join(', ');
  return items.length > 10 ? `${shown} …` : shown;
}

function countOf(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`;
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / (1024 * 1024));
}
