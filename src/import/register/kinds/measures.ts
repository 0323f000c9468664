/** Whether a folded text is a name of the things that are asked about. */
export type Names = (folded: string) => boolean;

/**
 * What is written into a column of yes and no by its name: 「ウイルスバスター Corp.」 under 対策ソフト says that there is one. Each
 * pattern is for the whole of a folded text, or for each part of a list; a word that it does not know may say that
 * something is missing, and is asked about.
 */
export const measures = {
  locked: like(
    /^(?:(?:スチール|耐火|鍵付き?|施錠|金属製?)*(?:キャビネット|ロッカー|書庫|保管庫|保管棚|金庫|引出し?|引き出し|机|書棚)(?:\((?:施錠|施錠あり|施錠有|施錠管理|施錠保管|鍵付き?|鍵あり)\))|(?:施錠|鍵付き?|施錠可能な)(?:キャビネット|ロッカー|書庫|保管庫|書棚|引出し?|引き出し))$/u,
  ),
  antivirus: isAntivirus,
  often: like(
    /^(?:毎[日週月時]|[日週月]次|隔[日週月]|(?:毎週)?[月火水木金土日]曜日?|(?:1日|日|週|月|年)に?\d{1,2}回)(?:バックアップ|取得)?$/u,
  ),
  intrusion: like(/^(?:IDS|IPS|侵入検知(?:システム|装置)?|侵入防御(?:システム|装置)?|不正侵入防御装置)$/u),
  secured: like(/^(?:セキュリティ)?ワイヤー?(?:ロック)?(?:固定)?$|^施錠(?:保管|管理)?$/u),
  fire: like(
    /^(?:消火器|消火設備|ガス消火(?:設備)?|ハロン(?:ガス)?消火設備|不活性ガス消火設備|スプリンクラー)$/u,
  ),
  earthquake: like(
    /^(?:免震(?:構造|床|装置|台)?|耐震(?:構造|固定|ラック|補強)?|制震(?:構造)?|転倒防止(?:措置|器具|金具)?)$/u,
  ),
  power: like(
    /^(?:UPS|無停電電源(?:装置)?|自家発電?(?:機|設備|装置)?|非常用(?:電源|発電機|自家発電(?:機|設備)?))$/u,
  ),
  /** affairs of the tables of the My Number Act, by which no others than those that use it are meant */
  myNumberUse: like(
    /^(?:住民基本台帳|住民記録|(?:市町村|市|町|村|区|県|都)?民税|市県民税|個人住民税|住民税|固定資産税|軽自動車税|国民健康保険税?|国保税?|介護保険料?|後期高齢者医療(?:保険)?|国民年金|児童手当|児童扶養手当|特別児童扶養手当|生活保護|障害福祉|障害者福祉|障害者(?:自立)?支援|自立支援(?:医療|給付)|(?:身体|精神)障害者(?:保健福祉)?手帳|子ども・?子育て支援|母子保健|予防接種|健康増進|公営住宅|市営住宅|町営住宅|被災者台帳|特別障害者手当)(?:に関する)?(?:賦課|徴収|管理|給付|資格)*(?:事務|業務)?$/u,
  ),
  /** words by which an affair is related to My Number, and does not use it */
  myNumberRelated: like(
    /(?:給与|報酬|源泉徴収|支払調書|年末調整|謝礼|講師謝金|共済|社会保険|雇用保険|扶養控除|職員の個人番号)/u,
  ),
  /** such affairs themselves */
  myNumberRelatedAlone: like(
    /^(?:給与|報酬|給与・報酬|源泉徴収|支払調書|年末調整|社会保険|雇用保険|扶養控除|給与支払報告|(?:給与|報酬)の?(?:支払|支給)(?:調書)?)(?:関係)?(?:に関する)?(?:の?作成|管理)?(?:事務|業務)?$/u,
  ),
} as const satisfies Readonly<Record<string, Names>>;

function like(pattern: RegExp): Names {
  return (folded) => pattern.test(folded);
}

/** Products, by what their names begin with. */
const products = new RegExp(
  `^(?:トレンドマイクロ ?)?(?:${[
    ...[
      'ウイルスバスター',
      'ウィルスバスター',
      'Virus ?Buster',
      'Trend ?Micro',
      'Apex ?One',
      'Deep ?Security',
      'Server ?Protect',
    ],
    ...[
      'ESET',
      'Symantec',
      'Norton',
      'ノートン',
      'McAfee',
      'マカフィー',
      'Trellix',
      '(?:Windows|Microsoft) ?Defender',
    ],
    ...[
      'カスペルスキー',
      'Kaspersky',
      'F-?Secure',
      'WithSecure',
      'Sophos',
      'ソフォス',
      'CrowdStrike',
      'Cylance(?:PROTECT)?',
    ],
    ...['FFRI ?yarai', 'Cybereason', 'SentinelOne', 'Bitdefender'],
  ].join('|')})`,
  'iu',
);

/** What may follow in the name of a product: anything else may say that it is not there, or no longer. */
const partsOfNames = new Set(
  `corp corporate edition endpoint security protection antivirus anti virus one cloud business enterprise standard premium advanced
  total agent client small server servers for windows mac internet falcon apex nod32 xg se plus essential essentials service worry
  free biz atp edr intercept x v ver version
  コーポレートエディション コーポレート エディション ビジネスセキュリティ ビジネスセキュリティサービス クラウド エージェント`.split(
    /\s+/,
  ),
);

function isAntivirus(folded: string): boolean {
  const [name] = products.exec(folded) ?? [];
  if (name === undefined) return false;
  const rest = folded
    .slice(name.length)
    .toLowerCase()
    .split(/[ ./&-]/u);
  return rest.every((part) => part === '' || partsOfNames.has(part) || /^(?:v|ver)?\d+[a-z]?$/u.test(part));
}
