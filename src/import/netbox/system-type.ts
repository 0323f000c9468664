import type { System } from '../../../generated/records.ts';
import type { Label } from './lists.ts';

/** A kind of system, as the inventory has it. */
export type SystemType = NonNullable<System['type']>;

// Words of roles that leave no doubt. Roles such as "PDU" or "Patch Panel" are none of the inventory's kinds.
// "Gateway", "proxy" and "load balancer" are left to the mapping: taken for network devices they would no
// longer count as hosts that join their segments, and a real breach of separation would go unseen.
const wordsByType: Readonly<Record<Exclude<SystemType, 'application'>, string>> = {
  'network-device': `router rtr switch l2sw l3sw firewall fw utm access-point wireless-ap wlc onu ルータ ルーター スイッチ
    ファイアウォール ファイアーウォール 通信機器 ネットワーク機器 アクセスポイント 無線ap 無線lanコントローラ`,
  server: 'server srv hypervisor database domain-controller サーバ サーバー 仮想化基盤 データベース',
  storage: 'storage nas file-server fileserver ストレージ ファイルサーバ ファイルサーバー',
  mail: 'mail mail-server mailserver mail-gateway メール メールサーバ メールサーバー メールゲートウェイ',
  terminal: 'terminal workstation pc desktop laptop thin-client 端末 パソコン シンクライアント',
  mobile: 'tablet smartphone タブレット スマートフォン モバイル端末 タブレット端末',
  mfp: 'mfp printer copier 複合機 プリンタ プリンター',
  iot: 'iot camera sensor カメラ センサ センサー iot機器',
};

const types = Object.entries(wordsByType).flatMap(([type, words]) =>
  words.split(/\s+/).map((word) => ({ word, type: type as SystemType })),
);

/**
 * What kind of system a role means by its own wording, if it says so: in English and Japanese alike the last
 * noun is what the thing is (a "storage switch" is a switch, a サーバ室カメラ a camera), and the longest word
 * that ends there is meant ("mail server" rather than "server").
 *
 * @returns `undefined` where the wording does not say: a guess could excuse a system from the rules of its
 *   kind
 */
export function typeFromRole(role: Label | undefined): SystemType | undefined {
  return typeFromWords(role?.slug) ?? typeFromWords(role?.name);
}

function typeFromWords(text: string | undefined): SystemType | undefined {
  if (text === undefined) return undefined;
  const written = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_/]+/g, '-');
  const forms = [written, written.replace(/s$/, ''), written.replace(/es$/, '')];
  const ending = types.filter(({ word }) => forms.some((form) => endsInWord(form, word)));
  return ending.sort((a, b) => b.word.length - a.word.length)[0]?.type;
}

/** English words are set apart from each other: "bananas" end in no "nas". Japanese ones are not. */
function endsInWord(text: string, word: string): boolean {
  if (!text.endsWith(word)) return false;
  const before = text.at(-word.length - 1);
  return before === undefined || !/[a-z]/.test(word) || !/[a-z0-9]/.test(before);
}
