import type { RecordSection } from '../../register/state.ts';
import type { WrittenSection } from './records.ts';

/**
 * The comment at the head of a written file: where it comes from, and what NetBox cannot know and a person
 * has to add. It bears no date, so that importing the same data again changes nothing.
 */
export function headerOf(section: RecordSection): string {
  const own = (hints as Partial<typeof hints & Record<RecordSection, readonly string[]>>)[section];
  return [...origin, ...(own === undefined ? [] : ['', ...own])].join('\n');
}

const origin = [
  'sekisho import netbox が NetBox のデータから作成した台帳です。x-netbox は NetBox の番号と slug です。',
  '書き足した項目やコメントは、取り込み直しても残ります。NetBox で変わった値だけが変わります。',
  'NetBox から導ける事実（系、種類、所管）は、できるだけ対応表（--mapping）に書いてください。',
  'Made from NetBox by `sekisho import netbox`; x-netbox gives the ids and slugs there. Fields and comments that are added',
  'here stay when it is imported again; only what changes in NetBox changes. What follows from NetBox (layers, kinds,',
  'agencies) is best stated in the mapping (--mapping).',
];

const hints: Readonly<Record<WrittenSection, readonly string[]>> = {
  systems: [
    'NetBox にはない事実です。書かれていなければ判定不能になります。分かったものから各件に書き足してください。',
    'NetBox does not know the following; what is not stated is judged unknown. Add it to each system as you find out.',
    '',
    '  manager: 情報政策課長',
    '  facility: server-room-1',
    '  authentication: {factors: [knowledge, possession], shared: false}',
    '  malware: {installed: true, definitions: 2026-04-01}',
    '  vulnerability: {lastPatched: 2026-04-01, intrusionPrevention: true}',
    '  logs: {acquired: true, analysed: true}',
    '  backup: {taken: true, lastTested: 2026-04-01}',
    '  accessControl: true',
    '  monitoring: true',
    '  forwards: false    # 複数のセグメントの間を中継しない / does not pass traffic between its segments',
  ],
  segments: [
    'layer（系）は最も多くの判定のもとになります。対応表（--mapping）で与えるか、各件に書き足してください。',
    'Most verdicts rest on the layer. Give it in the mapping (--mapping), or add it to each segment.',
    '',
    '  layer: lgwan    # mynumber, lgwan, internet, external',
    '  externalNetwork: internet    # layer: external のとき / with layer: external',
    '  network: administrative',
    '  monitoring: {intrusion: true}',
    '  deviceControl: {unauthorisedBlocked: true}',
    '  cabling: {protected: true}',
  ],
  connections: [
    'ケーブルからの推定です。ケーブルは通信の許可ではないので confirmed: false とし、その先の判定は判定不能になります。',
    '許可している通信と確かめたら confirmed: true にし、許可していなければその1件を消してください。',
    '回線（キャリア回線、インターネット接続等）は NetBox からは分からないので、手で書き足してください。',
    'Guessed from cables. A cable is not a permission: hence confirmed: false, and what follows from it is unknown. Set it to',
    'true once you know that the communication is permitted, and remove the entry if it is not. What lies beyond a',
    "carrier's line (an internet uplink, say) is not in NetBox and has to be added by hand.",
    '',
    '  confirmed: true',
    '  direction: one-way',
    '  control: firewall',
    '  purpose: 住民記録の照会',
    '  approval: {by: 統括情報セキュリティ責任者, date: 2026-04-01}',
    '  monitored: true',
  ],
};
