import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A document as a stranger may write it, with the references that its provisions have, written down before it was read. */
export interface WrittenDocument {
  readonly name: string;
  readonly text: string;
  readonly refs: string;
  /** how some of them bind */
  readonly modality?: Readonly<Record<string, string>>;
}

export const documents: readonly WrittenDocument[] = [
  {
    name: 'a rule of articles, as a PDF breaks its lines and pages',
    refs: '第1条 第2条 第2条第1号 第2条第2号 第3条第1項 第3条第2項 第3条の2第1項 第3条の2第2項 第3条の2第2項第1号 第3条の2第2項第2号 第3条の2第2項第2号ア 第3条の2第2項第2号イ 第3条の2第3項 第4条 第5条 第6条 附則第1項 附則第2項',
    modality: {
      第1条: 'purpose',
      第2条第1号: 'definition',
      第3条第1項: 'scope',
      第3条の2第1項: 'must',
      第3条の2第3項: 'should',
      第6条: 'may',
      附則第2項: 'scope',
    },
    text: `                    いろは市情報セキュリティ対策規程

                          目　次
 第１章　総則（第１条―第４条）
 第２章　組織（第５条・第６条）
 附則

       第１章　総則
 （目的）
第１条　この規程は、いろは市（以下「市」という。）が保有する情報資産の機密
  性、完全性及び可用性を維持するため、市が実施する情報セキュリティ対策に関
  し必要な事項を定めることを目的とする。
 （定義）
第２条　この規程において、次の各号に掲げる用語の意義は、当該各号に定めると
  ころによる。
  (1) ネットワーク　コンピュータ等を相互に接続するための通信網及びその構成
     機器をいう。
  (2) 情報システム　コンピュータ、ネットワーク及び電磁的記録媒体で構成され、
     情報処理を行う仕組みをいう。
                                  - 1 -
いろは市情報セキュリティ対策規程

 （適用範囲）
第３条　この規程は、市長部局、教育委員会及び議会事務局に適用する。
２　前項の規定にかかわらず、市立学校については、教育委員会が別に定める。
 （職員の責務）
第３条の２　職員は、情報セキュリティの重要性を認識し、この規程を遵守しなけ
  ればならない。
２　職員は、次に掲げる行為をしてはならない。ただし、管理者の許可を得た場合
  は、この限りでない。
  (1) 業務の目的以外で情報資産を使用すること。
  (2) 情報資産を外部に持ち出すこと。
    ア　パソコン
    イ　電磁的記録媒体
３　職員は、異動又は退職の際に情報資産を返却するよう努めるものとする。
第４条　削除

       第２章　組織
 （最高情報セキュリティ責任者）
第５条　市に最高情報セキュリティ責任者を置き、副市長をもって充てる。
                                  - 2 -
いろは市情報セキュリティ対策規程

 （委員会）
第６条　市に情報セキュリティ委員会を置くことができる。
   附　則
 （施行期日）
１　この規程は、令和７年４月１日から施行する。
 （経過措置）
２　この規程の施行の際現にある契約については、なお従前の例による。
`,
  },
  {
    name: 'a table that sets the new text beside the old',
    refs: '第1条 第2条第1項 第2条第2項 第3条',
    text: `○○町情報セキュリティ規程新旧対照表
        改　正　後                              改　正　前
（目的）                                （目的）
第１条　この規程は、情報資産を守るため    第１条　この規程は、情報資産を守るこ
必要な事項を定めることを目的とする。      とを目的とする。
（責任者）                              （責任者）
第２条　町に統括責任者を置く。            第２条　町に管理者を置く。
２　統括責任者は、対策を総括しなければ    ２　管理者は、対策を行う。
ならない。
（研修）                                ［新設］
第３条　職員は、研修を受けなければなら
ない。
`,
  },
  {
    name: 'a rule with items in kanji, supplementary provisions and tables behind',
    refs: '第1条 第2条第1項 第2条第2項 第2条第2項第1号 第2条第2項第2号 第2条第2項第2号イ 第2条第2項第2号ロ 第3条 附則[1] 附則[2] 別表第1機密性3 別表第1機密性2 別表第1機密性1 別表第2完全性2 別表第2完全性1 様式第1号',
    modality: { 別表第1機密性3: 'definition' },
    text: `○にほへ村情報セキュリティ管理規程
平成２０年３月３１日
訓令第５号
（趣旨）
第１条　この規程は、村の情報資産の管理に関し必要な事項を定めるものとする。
（情報資産の分類）
第２条　情報資産は、別表第１に掲げるとおり分類しなければならない。
２　情報資産管理者は、次の各号に掲げる措置を講じなければならない。
一　施錠できる場所に保管すること。
二　複製を必要最小限とすること。
　イ　電子データ
　ロ　紙文書
（委任）
第３条　この規程に定めるもののほか必要な事項は、村長が別に定める。
附　則
この訓令は、平成２０年４月１日から施行する。
附　則（令和３年３月２５日訓令第２号）
この訓令は、令和３年４月１日から施行する。
別表第１（第２条関係）
機密性３　秘密文書に相当する機密性を要する情報資産
機密性２　直ちに公開することを前提としない情報資産
機密性１　機密性２又は機密性３以外の情報資産
別表第２（第２条関係）
完全性２：改ざん等により住民の権利が侵害される情報資産
完全性１：完全性２以外の情報資産
様式第１号（第３条関係）
申請書
`,
  },
  {
    name: 'an outline in English',
    refs: '1 2.1 2.2 3.1.1 3.1.2 3.2 4',
    modality: { '1': 'purpose', '2.1': 'scope', '3.1.1': 'must', '3.1.2': 'should' },
    text: `Information Security Standards
1 Purpose
These standards set out the measures that the city takes.
2 Scope
2.1 Organisation
These standards apply to all departments.
2.2 Assets
All information assets are covered.
3 Access control
3.1 Passwords
3.1.1 Staff shall not share passwords with others.
3.1.2 Staff should change passwords when they have leaked.
3.2 Remote access
Remote access may be granted by the administrator. It must be
logged.
4 Audit
Audits shall be performed once a year.
`,
  },
  {
    name: 'blanks between all letters, and lines cut in words',
    refs: '1 2(1) 2(2) 3 3(1) 3(2) 4 4ア 4イ 5',
    modality: { '3': 'threat', '3(1)': 'threat', '4ア': 'principle', '4イ': 'must' },
    text: `第 １ 章 情 報 セ キ ュ リ テ ィ 基 本 方 針
１ 目 的
本 基 本 方 針 は 、 本 市 が 実 施 す る 情 報 セ キ ュ リ テ ィ 対 策 に つ い て 基 本 的 な 事 項 を 定 め る こ と に よ り 、 情 報 資 産 を 維 持 す る こ と を 目 的 と す
る 。
２ 定 義
(1) ネ ッ ト ワ ー ク
コ ン ピ ュ ー タ 等 を 相 互 に 接 続 す る た め の 通 信 網 を い う 。
(2) 情 報 シ ス テ ム
コ ン ピ ュ ー タ 、 ネ ッ ト ワ ー ク 及 び 電 磁 的 記 録 媒 体 で 構 成 さ れ 、 情 報 処 理 を 行 う 仕 組 み を い う 。
３ 対 象 と す る 脅 威
情 報 資 産 に 対 す る 脅 威 と し て 、 次 の 脅 威 を 想 定 し 、 情 報 セ キ ュ リ テ ィ 対 策 を 実 施 す る 。
(1) 不 正 ア ク セ ス 、 ウ イ ル ス 攻 撃 等 の サ イ バ ー 攻 撃 、 部 外 者 の 侵 入 等 の 意 図 的 な 要 因 に よ る 情 報 資 産 の 漏
え い ・ 破 壊 ・ 改 ざ ん ・ 消 去 等
(2) 地 震 、 落 雷 、 火 災 等 の 災 害 に よ る サ ー ビ ス 及 び 業 務 の 停 止 等
４ 情 報 セ キ ュ リ テ ィ 対 策
３ に 掲 げ る 脅 威 か ら 情 報 資 産 を 保 護 す る た め に 、 次 の ３ 段 階 の 対 策 を 講 じ る 。
ア マ イ ナ ン バ ー 利 用 事 務 系 に お い て は 、 原 則 と し て 、 他 の 領 域 と の 通 信 を で き な い よ う に す る 。
イ Ｌ Ｇ Ｗ Ａ Ｎ 接 続 系 に お い て は 、 通 信 経 路 を 分 割 す る 。
５ 監 査
定 期 的 に 監 査 を 実 施 す る 。
`,
  },
  {
    name: 'chapters, numbers, kana, letters and bullets',
    refs: '1 2(1) 2(2) 3(1)ア 3(1)イ 3(1)イ(ア) 3(1)イ(イ) 3(1)イ(イ)a 3(1)イ(イ)b[1] 3(1)イ(イ)b[2] 3(2) 4',
    text: `ちりぬる市情報セキュリティ対策基準

第１章　総則
１　目的
　この対策基準は、基本方針に基づき必要な事項を定めることを目的とする。
２　用語の定義
（１）情報資産
　　情報及び情報システムをいう。
（２）職員等
　　職員、会計年度任用職員及び派遣労働者をいう。
第２章　人的セキュリティ
３　職員等の遵守事項
（１）職員等の責務
ア　職員等は、対策基準を遵守しなければならない。
イ　職員等は、次の事項を守らなければならない。
（ア）パスワードを他人に知らせないこと。
（イ）離席時は画面をロックすること。
ａ　業務用端末
ｂ　共用端末
・　窓口の端末
・　会議室の端末
（２）研修
　所属長は、職員等に年１回以上研修を受けさせるよう努めなければならない。
４　外部委託
　委託に当たっては、必要に応じて契約に定める。
`,
  },
  {
    name: 'Ⅰ, 1 and (1), each in its line',
    refs: 'Ⅰ-1 Ⅰ-2-(1) Ⅰ-2-(2) Ⅱ-1-(1)-① Ⅱ-1-(1)-② Ⅱ-1-(2) Ⅱ-2',
    modality: { 'Ⅱ-1-(2)': 'should', 'Ⅱ-2': 'should' },
    text: `Ⅰ　基本方針
　１　目的
　　情報資産を保護することを目的とする。
　２　体制
　（１）最高情報セキュリティ責任者
　　副市長を充てる。
　（２）統括責任者
　　情報政策課長を充てる。
Ⅱ　対策基準
　１　物理的対策
　（１）サーバ室
　　①　サーバ室は施錠する。
　　②　入退室は記録する。
　（２）端末
　　端末は、ワイヤーで固定することが望ましい。
　２　技術的対策
　　アクセス制御は重要である。
`,
  },
  {
    name: 'Ⅰ-1-(1), written whole',
    refs: 'Ⅰ-1 Ⅰ-1-(1) Ⅰ-1-(2) Ⅰ-2 Ⅱ-1-(1) Ⅱ-1-(2)',
    text: `Ⅰ 総論
Ⅰ-1 目的
この方針は、対策を定めることを目的とする。
Ⅰ-1-(1) 基本的な考え方
職員は、対策を行わなければならない。
Ⅰ-1-(2) 位置付け
この方針は、対策基準の上位に位置する。
Ⅰ-2 適用範囲
市のすべての機関に適用する。
Ⅱ 各論
Ⅱ-1 組織
Ⅱ-1-(1) 責任者
責任者を置くものとする。
Ⅱ-1-(2) 窓口
窓口を置くことができる。
`,
  },
  {
    name: 'Markdown, with headings, lists and a table',
    refs: '目的 人的対策[1] 人的対策[2] 物理的対策1 物理的対策2 物理的対策2[1] 1.1 1.2',
    modality: { '1.2': 'should' },
    text: `# わかよ町 情報セキュリティポリシー

## 目的
町の情報資産を守ることを目的とする。

## 対策

### 人的対策
- 職員は研修を受けなければならない。
- パスワードを共有してはならない。

### 物理的対策
1. サーバ室を施錠する。
2. 入退室を記録する。
   - 記録は1年間保存する。

| 項目 | 内容 |
|---|---|
| 保管 | 鍵のかかる棚に保管する。 |

## 1. 監査
### 1.1 内部監査
年1回実施する。
### 1.2 外部監査
必要に応じて実施する。
`,
  },
  {
    name: 'Ａ and ａ',
    refs: 'A-a A-b B-a',
    text: `Ａ　基本方針
ａ　目的
情報資産を守ることを目的とする。
ｂ　適用範囲
全ての部局に適用する。
Ｂ　対策
ａ　研修
研修を実施する。
`,
  },
  {
    name: '1, A and a',
    refs: '1A 2A 2B 2Ca 2Cb',
    text: `１　総則
Ａ　目的
この規程は、対策を定めることを目的とする。
２　対策
Ａ　人的対策
職員は遵守しなければならない。
Ｂ　物理的対策
施錠する。
Ｃ　技術的対策
ａ　アクセスを制御する。
ｂ　ログを取得する。
`,
  },
  {
    name: 'numbers that begin anew in each chapter',
    refs: '第1章1 第1章2 第2章1 第2章2(1) 第2章2(1)① 第2章2(1)②',
    text: `情報セキュリティ対策基準
第１章　組織
１　責任者
副市長を責任者とする。
２　委員会
委員会を置く。
第２章　物理的対策
１　サーバ室
施錠する。
２　端末
(1) 盗難防止
ワイヤーで固定する。
①　ノート型
②　タブレット
`,
  },
];

/** A rule of sixty articles, some with paragraphs and items, with headings in brackets before them or behind their numbers. */
export function sixtyArticles(): WrittenDocument {
  const lines = ['情報セキュリティ管理規程'];
  const refs: string[] = [];
  for (let article = 1; article <= 60; article += 1) {
    if (article % 12 === 1) lines.push(`第${Math.ceil(article / 12)}章　総則その${article}`);
    const title = `（管理の${article}）`;
    const ref = `第${article}条`;
    const hasParagraphs = article % 3 === 0;
    const hasItems = article % 4 === 0;
    lines.push(
      ...(article % 2 === 0
        ? [title, `第${article}条　職員は、次のとおり情報資産を管理しなければならない。`]
        : [`第${article}条${title}職員は、情報資産を管理しなければならない。`]),
    );
    refs.push(hasParagraphs ? `${ref}第1項` : ref);
    if (hasItems) {
      lines.push('⑴　情報を分類すること。', '　ア　機密性', '　イ　完全性', '⑵　記録を残すこと。');
      const above = hasParagraphs ? `${ref}第1項` : ref;
      refs.push(`${above}第1号`, `${above}第1号ア`, `${above}第1号イ`, `${above}第2号`);
    }
    if (hasParagraphs) {
      lines.push(
        '２　前項の管理は、所属長が行うものとする。',
        '３　所属長は、必要があると認めるときは、報告を求めることができる。',
      );
      refs.push(`${ref}第2項`, `${ref}第3項`);
    }
  }
  lines.push('附　則', 'この規程は、令和７年４月１日から施行する。');
  return { name: 'sixty articles', text: lines.join('\n'), refs: [...refs, '附則'].join(' ') };
}

const folder = path.join(import.meta.dirname, 'written');

/**
 * Documents in files of their own. Where a provision begins, its line ends with ‖, its reference and how it binds, which is no part
 * of the document.
 */
export function writtenDocuments(): WrittenDocument[] {
  return readdirSync(folder).map((file) => {
    const refs: string[] = [];
    const modality: Record<string, string> = {};
    const text = readFileSync(path.join(folder, file), 'utf8').replaceAll(
      / ‖(\S+)(?: (\S+))?$/gm,
      (_, ref: string, binds: string | undefined) => {
        refs.push(ref);
        if (binds !== undefined) modality[ref] = binds;
        return '';
      },
    );
    return { name: file, text, refs: refs.join(' '), modality };
  });
}
