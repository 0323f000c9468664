/** What parts of an office are called by. */
const unit =
  '(?:部|局|課|室|係|所|館|園|校|班|署|隊|団|会|院|区|市|町|村|県|本部|支所|事務局|組合|センター|グループ|チーム|学校|担当)';

/** What posts end in. Anything else may be a name: 山田, or a division: 総務課. */
const post = new RegExp(
  `^.*(?:${unit}|議|教育|次|消防|事務|病院|館|分団|施設)長(?:補佐|代理)?$|^(?:次長|所属長|(?:課|室|部|局)長等?|理事|教頭|主任|主任主事|参事|副参事|主幹|副主幹|主査|専門官|副?[市町村区]長|副?知事|会計管理者)$|(?:管理監|統括監|技監|政策監|専門監|調整監|危機管理監|補佐官|統括官|管理官|管理者|責任者|主幹|参事|C[IT]O|CISO|CSIRT)$`,
  'u',
);

/** The most frequent names of families, so that 山田課長 is known to name a person. */
const surnames = new Set(
  `佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 斉藤 齋藤 齊藤 清水 山崎
  森 池田 橋本 阿部 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 金子 藤原 岡本
  三浦 中野 中川 原田 松田 竹内 小野 田村 中山 和田 石田 森田 上田 原 内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 工藤 谷口 今井
  高田 増田 丸山 杉山 村田 大塚 新井 小山 藤本 平野 河野 上野 野口 武田 松井 千葉 菅原 岩崎 久保 木下 佐野 野村 松尾 市川 菊地 菊池
  杉本 古川 大西 島田 水野 桜井 高野 吉川 山内 西田 飯田 西川 小松 北村 安田 五十嵐 川口 平田 関 中田 久保田 服部 東 岩田 川崎 福島`.split(
    /\s+/,
  ),
);

const unitAlone = new RegExp(`${unit}$`, 'u');

/**
 * Whether a text is a post, or several parts of an office and a post at the end.
 *
 * @param folded with its width folded (NFKC), and one blank between its parts
 */
export function isPost(folded: string): boolean {
  const parts = folded.split(' ');
  const last = parts.at(-1) ?? '';
  if (/[、,，・()/]/u.test(folded) || !post.test(last)) return false;
  const named = /^(?<name>.+?)(?:課|室|部|局|係|所|館|園|校|次|班)?長(?:補佐|代理)?$/u.exec(last)?.groups?.[
    'name'
  ];
  if (named !== undefined && surnames.has(named)) return false;
  return parts.slice(0, -1).every((part) => unitAlone.test(part) || post.test(part));
}
