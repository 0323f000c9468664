import { foldCell } from '../cell-text.ts';

/** What offices write for the choices of one field, beside the words of the vocabulary. */
interface OwnChoices {
  /** by choice, words that mean it and nothing else */
  readonly taken?: Readonly<Record<string, readonly string[]>>;
  /** by choice, words that probably mean it; an empty key for those of which nobody can tell */
  readonly asks?: Readonly<Record<string, readonly string[]>>;
}

/** What is written of how assets and equipment were disposed of. */
const disposalMethods: OwnChoices = {
  taken: {
    shredding: ['シュレッダー処理', 'シュレッダー裁断', 'シュレッダー細断', '裁断処理', '細断処理'],
    dissolution: ['溶解処理', '溶解処分'],
    incineration: ['焼却処理', '焼却処分'],
    'physical-destruction': ['物理的な破壊', '物理破壊処理', '破壊', '穿孔', '穴あけ'],
    degauss: ['消磁処理'],
    overwrite: ['上書き消去処理', '上書き処理'],
  },
  asks: {
    '': ['データ消去', '消去', 'データ削除', 'リース返却', '返却', '廃棄', '業者廃棄', '業者委託', '産廃'],
  },
};

const sanitised: OwnChoices = {
  taken: {
    'screen-transfer': [
      'VDI',
      '仮想ブラウザ',
      '仮想ブラウザー',
      '画面転送方式',
      '画面転送(VDI)',
      '画面転送(仮想ブラウザ)',
    ],
    'mail-text': ['メールテキスト化', 'メール本文のテキスト化'],
    'file-sanitisation': ['ファイルの無害化'],
  },
  asks: { 'mail-text': ['メール無害化'] },
};

const written: Readonly<Record<string, OwnChoices>> = {
  'assets form': {
    taken: {
      electronic: ['電子データ', '電磁的記録'],
      paper: ['紙文書', '紙資料', '書類'],
      media: ['電磁的記録媒体'],
    },
    asks: {
      electronic: ['電算処理', '電算処理ファイル'],
      paper: ['マニュアル処理', 'マニュアル処理ファイル'],
    },
  },
  'assets origin': {
    taken: {
      internal: ['他課', '庁内他課', '自課', '自課作成', '庁内作成', '内部作成'],
      external: [
        '本人',
        '本人から',
        '県',
        '国',
        '県・国',
        '国・県',
        '他団体',
        '他自治体',
        '外部入手',
        '外部取得',
      ],
    },
  },
  'assets disposal.method': disposalMethods,
  'systems disposal.method': disposalMethods,
  'systems disposal.reason': {
    taken: {
      discarded: ['廃棄済', '廃棄済み', '除却', '処分', '産廃', '業者廃棄'],
      'lease-return': [
        'リース返却済',
        'リース終了返却',
        '返却済',
        '返却済み',
        '返却(リース)',
        'リース満了返却',
      ],
      transfer: ['譲渡済', '所管換え', '所管替え', '管理換え'],
    },
  },
  'systems type': {
    taken: {
      terminal: [
        'ノートPC',
        'デスクトップPC',
        'ノートパソコン',
        'デスクトップパソコン',
        'ノート型PC',
        'デスクトップ型PC',
        'シンクライアント',
      ],
      mobile: ['タブレット端末', 'スマートフォン端末', 'スマホ', 'モバイル端末', 'iPad', 'iPhone'],
      'network-device': [
        'L2SW',
        'L3SW',
        'L2スイッチ',
        'L3スイッチ',
        'スイッチングハブ',
        'FW',
        'UTM',
        'ファイアーウォール',
        '無線AP',
        '無線アクセスポイント',
      ],
      iot: ['IoT', 'カメラ', 'ネットワークカメラ', '防犯カメラ', '監視カメラ', 'センサー', 'センサ'],
      storage: ['NAS', 'ファイルサーバ', 'ファイルサーバー'],
      mail: ['メールサーバ', 'メールサーバー'],
      server: [
        '物理サーバ',
        '物理サーバー',
        '仮想サーバ',
        '仮想サーバー',
        'DBサーバ',
        'APサーバ',
        'Webサーバ',
      ],
      application: ['業務システム', '情報システム', '業務アプリケーション'],
      mfp: ['複合機', 'コピー複合機', 'デジタル複合機'],
    },
    asks: { mfp: ['プリンタ', 'プリンター', 'コピー機'], '': ['その他', '周辺機器', 'ハブ'] },
  },
  'systems authentication.factors': {
    taken: {
      knowledge: ['PW', 'PIN', 'PINコード', 'PASS', 'パスワード認証', '知識認証'],
      possession: [
        'ICカード認証',
        '職員証',
        '職員カード',
        'ICカード職員証',
        'トークン',
        'ハードウェアトークン',
        'スマホ認証',
        'スマートフォン認証',
        'USBトークン',
        'USBキー',
        'マイナンバーカード',
        '所持認証',
      ],
      biometric: [
        '静脈',
        '静脈認証',
        '指静脈',
        '手のひら静脈',
        '指静脈認証',
        '顔',
        '顔認証',
        '指紋',
        '指紋認証',
        '虹彩',
        '虹彩認証',
        '生体',
        '生体認証',
        '生体情報',
      ],
    },
    asks: { '': ['ワンタイムパスワード', 'OTP', 'SMS', 'SMS認証', 'ID', 'ユーザID', '証明書', '電子証明書'] },
  },
  'systems sanitisation': sanitised,
  'connections sanitisation': sanitised,
  'connections control': { taken: { firewall: ['FW', 'ファイアーウォール'], acl: ['ACL'] } },
  'segments externalNetwork': { taken: { internet: ['Internet'], juki: ['住基ネットワーク'] } },
  'services type': {
    taken: {
      cloud: ['SaaS', 'PaaS', 'IaaS', 'クラウド(SaaS)'],
      'web-meeting': ['ウェブ会議サービス', 'Web会議サービス'],
    },
    asks: { '': ['LGWAN-ASP', 'ASP'] },
  },
  'services reachedBy': {
    taken: { lgwan: ['LGWAN接続系'], internet: ['Internet', 'インターネット接続系'] },
    asks: { '': ['閉域網', '庁内LAN', '両方', '全て'] },
  },
  // 派遣職員 is a worker sent by an agency, or an official of another body: the register means one of them.
  'staffGroups employment': {
    taken: {
      regular: [
        '正規',
        '正規職員',
        '常勤職員',
        '任期付職員',
        '任期付',
        '任期付き職員',
        '自治法派遣',
        '自治法派遣職員',
        '出向',
        '出向者',
        '割愛',
      ],
      reappointed: [
        '再任用職員',
        '定年前再任用短時間勤務職員',
        '定年前再任用短時間',
        '暫定再任用',
        '暫定再任用職員',
      ],
      'fixed-term': [
        '会計年度',
        '会計年度職員',
        '会計年度任用職員(フルタイム)',
        '会計年度任用職員(パートタイム)',
      ],
      temporary: ['臨時的任用', '臨時的任用職員'],
      dispatched: ['派遣労働者', '人材派遣', '人材派遣会社の社員'],
    },
    asks: { '': ['派遣', '派遣職員'] },
  },
  'audits type': {
    taken: { internal: ['内部'], external: ['外部'], 'self-inspection': ['自己点検', '点検(自己)'] },
    asks: { '': ['監査', '点検'] },
  },
  'contracts type': {
    taken: { outsourcing: ['業務委託契約', '委託契約'], 'designated-manager': ['指定管理協定', '基本協定'] },
  },
};

/** The same, folded and by word. */
export interface OwnChoiceWords {
  readonly taken: ReadonlyMap<string, string>;
  /** `undefined` of a word that nothing can be proposed for */
  readonly proposed: ReadonlyMap<string, string | undefined>;
}

const compiled = new Map(
  Object.entries(written).map(([key, { taken = {}, asks = {} }]): [string, OwnChoiceWords] => [
    key,
    {
      taken: byWord(taken, (choice) => choice),
      proposed: byWord(asks, (choice) => (choice === '' ? undefined : choice)),
    },
  ]),
);

/** @param key a field by its section and path */
export function ownChoicesOf(key: string): OwnChoiceWords | undefined {
  return compiled.get(key);
}

function byWord<Meant>(
  words: Readonly<Record<string, readonly string[]>>,
  meant: (choice: string) => Meant,
): Map<string, Meant> {
  return new Map(
    Object.entries(words).flatMap(([choice, all]) =>
      all.map((word): [string, Meant] => [foldCell(word).toLowerCase(), meant(choice)]),
    ),
  );
}
