import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listSections } from '../../../generated/records.ts';
import { inventoryShape } from '../../../generated/shapes.ts';
import { accepts } from '../../../src/import/register/accepts.ts';
import { readAnswers } from '../../../src/import/register/answers.ts';
import { foldCell } from '../../../src/import/register/cell-text.ts';
import type { RecordSection } from '../../../src/import/register/fields.ts';
import { choiceOf } from '../../../src/import/register/kinds/choice.ts';
import { ownWordsOf } from '../../../src/import/register/kinds/own-yes-no.ts';
import { questionWords } from '../../../src/import/register/question-words.ts';
import type { QuestionCode, Reading } from '../../../src/import/register/reading.ts';
import { fieldOf } from '../../../src/import/register/target.ts';
import { readCell } from '../../../src/import/register/values.ts';
import { readLayer, usualLayers } from '../../../src/policy/layers.ts';
import { foldLevel } from '../../../src/policy/policy.ts';
import { recordShape, type Shape } from '../../../src/schema/shape.ts';
import { noWords, undecidedWords, yesWords } from '../../../src/schema/taken-words.ts';

/** How many of the made-up inputs are tried: some in each run of all tests, all where SEKISHO_FULL asks for the long form. */
const share = (process.env['SEKISHO_FULL'] ?? '') === '' ? 0.3 : 1;

/** What a row of a table expects: the value of its field, several by their paths, a question, or that it says nothing. */
type Expected =
  | { readonly is: unknown }
  | { readonly fills: Readonly<Record<string, unknown>> }
  | { readonly asks: QuestionCode; readonly proposed?: unknown }
  | 'nothing'
  | 'blank';

type Row = readonly [text: string, expected: Expected];

const is = (value: unknown): Expected => ({ is: value });
const fills = (values: Readonly<Record<string, unknown>>): Expected => ({ fills: values });
const asks = (code: QuestionCode, proposed?: unknown): Expected => ({
  asks: code,
  ...(proposed === undefined ? {} : { proposed }),
});
const all = (texts: readonly string[], expected: Expected): Row[] => texts.map((text) => [text, expected]);

const [yes, no] = [is(true), is(false)];

/** By section and targets, the texts that stand in such columns. */
const tables: Readonly<Record<string, readonly Row[]>> = {
  'assets storage.hiddenFromView': [
    ...all([...yesWords, 'ﾚ', ' ○ ', 'TRUE', 'True', 'true'], yes),
    ...all([...noWords, 'FALSE', 'false'], no),
    ...all(['', '　', '\n'], 'blank'),
    ...all(
      ['－', '―', '-', '‐', 'ー', '−', '――', '対象外', '該当なし', '該当せず', 'n/a', 'Ｎ／Ａ', '／'],
      'nothing',
    ),
    ...all(['要', '不要', '必要', '必須'], asks('requirement')),
    ...all(['△', '▲', '一部', '一部実施', '部分的'], asks('partly')),
    ...all(['予定', '検討中', '要検討', '準備中', '令和9年度導入予定'], asks('planned')),
    ...all(['不明', '未定', '？', '未確認', '要確認'], asks('not-known')),
    ...all(['原則', '原則禁止', '要許可', '随時', '必要に応じて', '管理者のみ'], asks('conditional')),
    ...all(['○（要配慮）', '有(3件)', '済（R8.4）', '無、ただし例外あり', '○ 一部'], asks('qualified')),
    ...all(['有り', '無し', 'o', 'x', 'OK', 'NG', '特定', 'キャビネット'], asks('not-yes-or-no')),
    ...all(['1', '0', '3件', '500GB', '1,200'], asks('number-for-yes-no')),
    ...all(['☑有　□無', '■有\n□無', '□無 ☑有'], yes),
    ...all(['□有　☑無', '☐有 ■無'], no),
    ...all(['□有　□無', '☑有　☑無', '☑その他　□無'], asks('not-yes-or-no')),
    ['有　☑　無　□', asks('qualified')],
  ],
  'personalInformationFiles type': [
    ['電算処理ファイル', is('electronic')],
    ['法第６０条第２項第１号（電算処理ファイル）', is('electronic')],
    ['マニュアル処理ファイル', is('manual')],
    [
      '☑法第60条第2項第1号（電算処理ファイル）　□法第60条第2項第2号（マニュアル処理ファイル）',
      is('electronic'),
    ],
    ['□法第60条第2項第1号（電算処理ファイル） ■法第60条第2項第2号（マニュアル処理ファイル）', is('manual')],
    [
      '☑法第60条第2項第1号（電算処理ファイル）\n令第21条第7項に該当するファイル ☑有 □無\n□法第60条第2項第2号（マニュアル処理ファイル）',
      fills({
        type: 'electronic',
        'x-': '☑法第60条第2項第1号（電算処理ファイル） 令第21条第7項に該当するファイル ☑有 □無 □法第60条第2項第2号（マニュアル処理ファイル）',
      }),
    ],
    ['☑電算処理ファイル ☑マニュアル処理ファイル □その他', asks('not-a-choice')],
  ],
  'personalInformationFiles contains[sensitive-personal-information]': [
    ...all(
      ['含む', '含まれる', '含む。', '要配慮個人情報が含まれる', '要配慮個人情報を含む', '☑含む □含まない'],
      yes,
    ),
    ...all(['含まない', '含まれない', '要配慮個人情報は含まれない', '□含む ☑含まない', '無'], no),
    ['病歴', asks('not-yes-or-no')],
  ],
  'personalInformationFiles recipients': [
    ['税務署、年金事務所', is('税務署、年金事務所')],
    ...all(['無', 'なし', '□有 ■無'], is(false)),
    ['有', asks('only-yes-or-no')],
  ],
  'personalInformationFiles recordedItems': [
    ['1氏名、2生年月日（和暦）、3住所', is(['1氏名', '2生年月日（和暦）', '3住所'])],
    ['氏名\n住所', is(['氏名', '住所'])],
  ],
  'assets storage.locked': [
    ['○', yes],
    ['施錠', yes],
    ['施錠なし', no],
    ['無施錠', no],
    ['キャビネット（施錠）', fills({ 'storage.locked': true, 'x-': 'キャビネット（施錠）' })],
    ['鍵付きキャビネット', fills({ 'storage.locked': true, 'x-': '鍵付きキャビネット' })],
    ['キャビネット', asks('not-yes-or-no')],
    ['キャビネット（鍵なし）', asks('not-yes-or-no')],
    ['施錠予定', asks('planned')],
    ['要', asks('requirement')],
  ],
  'assets encryption.inTransit': [
    ['暗号化', yes],
    ['未暗号化', no],
    ['メール禁止', asks('never-happens')],
    ['送信なし', asks('never-happens')],
    ['パスワード付与', asks('not-yes-or-no')],
  ],
  'assets encryption.atRest + encryption.inTransit': [
    ['○', fills({ 'encryption.atRest': true, 'encryption.inTransit': true })],
    ['×', fills({ 'encryption.atRest': false, 'encryption.inTransit': false })],
    ['メール禁止', asks('never-happens')],
    ['－', 'nothing'],
    ['', 'blank'],
  ],
  'assets transport.carried': [
    ['無', no],
    ['鍵付きケース', fills({ 'transport.carried': true, 'transport.lockedCase': true })],
    ['職員が運搬', asks('not-yes-or-no')],
  ],
  'assets takeout.permitted': [
    ['可', yes],
    ['不可', no],
    ['禁止', no],
    ['持出し禁止', no],
    ['原則禁止', asks('conditional')],
    ['要許可', asks('conditional')],
    ['許可制', asks('conditional')],
    ['可（要許可）', asks('qualified')],
    ['禁止（原則）', asks('qualified')],
  ],
  'assets takeout.permission': [
    ['要', asks('requirement')],
    ['不要', asks('requirement')],
    ['済', yes],
  ],
  'assets restrictionsApplied': [['複製禁止', asks('not-yes-or-no')]],
  'systems issued': [
    ['貸与', yes],
    ['私物', no],
    ['ＢＹＯＤ', no],
  ],
  'systems export.disabled': [
    ['○', asks('polarity')],
    ['無', asks('polarity')],
    ['TRUE', asks('polarity')],
    ['使用不可', yes],
    ['使用可', no],
    ['制限あり', asks('conditional')],
  ],
  'systems malware.installed': [
    ['有', yes],
    ['未導入', no],
    ['ウイルスバスター Corp.', fills({ 'malware.installed': true, 'x-': 'ウイルスバスター Corp.' })],
    ['Windows Defender', fills({ 'malware.installed': true, 'x-': 'Windows Defender' })],
    ['ESET Endpoint Security V11', fills({ 'malware.installed': true, 'x-': 'ESET Endpoint Security V11' })],
    ['Trend Micro Apex One', fills({ 'malware.installed': true, 'x-': 'Trend Micro Apex One' })],
    ['ESET（期限切れ）', asks('not-yes-or-no')],
    ['ESET not installed', asks('not-yes-or-no')],
    ['ウイルスバスター導入予定', asks('planned')],
    ['自社開発ソフト', asks('not-yes-or-no')],
  ],
  'systems backup.taken': [
    ['毎日', fills({ 'backup.taken': true, 'x-': '毎日' })],
    ['週次', fills({ 'backup.taken': true, 'x-': '週次' })],
    ['日次・週次', fills({ 'backup.taken': true, 'x-': '日次・週次' })],
    ['１日１回', fills({ 'backup.taken': true, 'x-': '１日１回' })],
    ['○', yes],
    ['無', no],
    ['随時', asks('conditional')],
    ['月', asks('not-yes-or-no')],
    ['ストレージ側', asks('not-yes-or-no')],
  ],
  'systems capacity.limitSet': [['500GB', asks('number-for-yes-no')]],
  'systems vulnerability.intrusionPrevention': [
    ['IPS', fills({ 'vulnerability.intrusionPrevention': true, 'x-': 'IPS' })],
    ['ファイアウォール', asks('not-yes-or-no')],
  ],
  'facilities backupPower': [['ＵＰＳ', fills({ backupPower: true, 'x-': 'ＵＰＳ' })]],
  'contracts terms.purposeLimitation': [
    ['○', yes],
    ['無', asks('polarity')],
    ['有', asks('polarity')],
    ['×', asks('polarity')],
  ],
  'contracts terms.subcontractingRestricted': [
    ['禁止', yes],
    ['原則禁止', asks('conditional')],
    ['事前承諾', asks('conditional')],
  ],
  'contracts terms.securityRequirements': [['特記事項あり', yes]],
  'documents published': [
    ['公表', yes],
    ['非公開', no],
  ],
  'audits followUp': [
    ['対応済', yes],
    ['対応中', asks('planned')],
    ['未対応', no],
  ],
  'assets contains[my-number]': [
    ['○', yes],
    ['無', no],
    ['特定個人情報', yes],
    ['個人情報', asks('not-yes-or-no')],
    ['○（特定）', asks('qualified')],
    ['特定', asks('not-yes-or-no')],
    ['', 'blank'],
    ['－', 'nothing'],
  ],
  'assets contains[personal-information]': [
    ['○（要配慮）', asks('qualified')],
    ['特定', asks('not-yes-or-no')],
    ['要配慮個人情報', asks('not-yes-or-no')],
  ],
  'assets affairs[my-number-use]': [
    ['○', yes],
    ['住民基本台帳事務', fills({ 'affairs[my-number-use]': true, 'x-': '住民基本台帳事務' })],
    ['児童手当、児童扶養手当', fills({ 'affairs[my-number-use]': true, 'x-': '児童手当、児童扶養手当' })],
    ['給与', asks('related-affair')],
    ['報酬の支払調書', asks('related-affair')],
    ['庁舎管理', asks('affair')],
  ],
  'assets affairs[my-number-related]': [
    ['給与', fills({ 'affairs[my-number-related]': true, 'x-': '給与' })],
    ['源泉徴収事務', fills({ 'affairs[my-number-related]': true, 'x-': '源泉徴収事務' })],
    ['住民税', asks('affair')],
  ],
  'assets contains': [
    ['個人情報', is(['personal-information'])],
    ['個人情報、マイナンバー', is(['personal-information', 'my-number'])],
    ['個人情報・要配慮個人情報', is(['personal-information', 'sensitive-personal-information'])],
    ['個人情報\n特定個人情報', is(['personal-information', 'my-number'])],
    ['個人情報、機微情報', asks('not-a-choice')],
    ['有', asks('only-yes-or-no')],
    ['なし', 'nothing'],
  ],
  'assets form': [
    ['紙', is('paper')],
    ['電子', is('electronic')],
    ['電磁的記録媒体', is('media')],
    ['システム文書', is('system-document')],
    ['紙・電子', asks('several-choices')],
    ['紙／電子データ', asks('several-choices')],
    ['電算処理ファイル', asks('not-a-choice', 'electronic')],
    ['マニュアル処理', asks('not-a-choice', 'paper')],
    ['クラウド', asks('not-a-choice')],
    ['○', asks('only-yes-or-no')],
  ],
  'assets medium': [
    ['USBメモリ', is('USBメモリ')],
    ['ＤＶＤ－Ｒ', is('ＤＶＤ－Ｒ')],
    ['なし', 'nothing'],
  ],
  'assets origin': [
    ['本人', is('external')],
    ['他課', is('internal')],
    ['庁内', is('internal')],
    ['不明', asks('not-known')],
  ],
  'assets disposal.method': [
    ['シュレッダー', is('shredding')],
    ['ｼｭﾚｯﾀﾞｰ', is('shredding')],
    ['溶解', is('dissolution')],
    ['物理破壊', is('physical-destruction')],
    ['消磁', is('degauss')],
    ['初期化', is('format')],
    ['データ消去', asks('not-a-choice')],
    ['リース返却', asks('not-a-choice')],
    ['シュレッダー・溶解', asks('several-choices')],
  ],
  'systems type': [
    ['サーバ', is('server')],
    ['ノートＰＣ', is('terminal')],
    ['pc', is('terminal')],
    ['タブレット', is('mobile')],
    ['複合機', is('mfp')],
    ['L3SW', is('network-device')],
    ['ＵＴＭ', is('network-device')],
    ['ＮＡＳ', is('storage')],
    ['監視カメラ', is('iot')],
    ['プリンタ', asks('not-a-choice', 'mfp')],
    ['その他', asks('not-a-choice')],
  ],
  'staffGroups employment': [
    ['正規職員', is('regular')],
    ['定年前再任用短時間勤務職員', is('reappointed')],
    ['会計年度', is('fixed-term')],
    ['任期付職員', is('regular')],
    ['臨時的任用', is('temporary')],
    ['人材派遣', is('dispatched')],
    ['派遣', asks('not-a-choice')],
    ['派遣職員', asks('not-a-choice')],
    ['割愛', is('regular')],
  ],
  'audits type': [
    ['内部', is('internal')],
    ['外部監査', is('external')],
    ['自己点検', is('self-inspection')],
  ],
  'connections sanitisation': [
    ['画面転送', is('screen-transfer')],
    ['ＶＤＩ', is('screen-transfer')],
    ['なし', is('none')],
    ['メール無害化', asks('not-a-choice', 'mail-text')],
  ],
  'services type': [
    ['SaaS', is('cloud')],
    ['LGWAN-ASP', asks('not-a-choice')],
  ],
  'services reachedBy': [
    ['LGWAN', is(['lgwan'])],
    ['インターネット、LGWAN', is(['internet', 'lgwan'])],
    ['両方', asks('not-a-choice', ['internet', 'lgwan'])],
  ],
  'contracts verification.reportedTo': [
    ['CISO', is('ciso')],
    ['未', no],
    ['有', asks('only-yes-or-no')],
  ],
  'assets classification.confidentiality': [
    ...all(['機密性２', '機密性3', '２', 'Ⅱ', '3A', '自治体機密性３Ｂ', '機密性-3', 'Ｉ'], 'nothing').map(
      ([text]): Row => [text, is(text.normalize('NFC'))],
    ),
    ['2', is(2)],
    ...all(['高', '中', '低', 'A', '極秘', '0', '機密性2以上', '2（要配慮）'], asks('level')),
    ['完全性2', asks('other-axis')],
    ['－', 'nothing'],
  ],
  'segments layer': [
    ...all(
      ['マイナンバー利用事務系', '個人番号利用事務系', '番号系', 'マイナンバー系', '番号接続系'],
      is('mynumber'),
    ),
    ...all(['LGWAN接続系', 'ＬＧＷＡＮ系', 'lgwan'], is('lgwan')),
    ...all(['インターネット接続系', 'インターネット系', 'ｲﾝﾀｰﾈｯﾄ系'], is('internet')),
    ['マイナンバー利用事務系（個人番号利用事務系）', is('mynumber')],
    ...all(['番号利用事務系', 'マイナンバー利用事務系（基幹系）'], is('mynumber')),
    ['LGWAN接続系(情報系)', is('lgwan')],
    ['外部', is('external')],
    ...all(['外部（情報系）', '基幹系（番号系）', '校務系', '学習系'], asks('layer')),
    ...all(['基幹系', '情報系', '業務系', '庁内LAN', '番号系（LGWAN系）'], asks('layer')),
  ],
  'systems segments': [
    ['番号系', is(['番号系'])],
    ['住基端末セグメント、税端末セグメント', is(['住基端末セグメント', '税端末セグメント'])],
    ['基幹系', asks('layer')],
    ['庁内ＬＡＮ', asks('layer')],
  ],
  'systems introduced': [
    ...all(
      [
        '2026-04-01',
        'R8.4.1',
        '令和８年４月１日',
        'Ｒ８．４．１',
        '令和元年5月1日',
        '2026年4月1日',
        'H30/4/1',
        'H20.3',
        '㋿8年4月1日',
        '令和7年度',
      ],
      'nothing',
    ).map(([text]): Row => [text, is(text)]),
    ...all(
      [
        '2026/4/1',
        '2026.4.1',
        '2026-4-1',
        '２０２６／０４／０１',
        '20260401',
        'R080401',
        '令和8.4.1',
        '令8.4.1',
      ],
      is('2026-04-01'),
    ),
    ['2026/4/1(水)', is('2026-04-01')],
    ['2026/04/01 0:00', is('2026-04-01')],
    ['2026-04-01T09:30', fills({ introduced: '2026-04-01', 'x-': '2026-04-01T09:30' })],
    ['令和八年四月一日', is('令和8年4月1日')],
    ['平成二十九年十月三十一日', is('平成29年10月31日')],
    ['2026/4', is('2026-04')],
    ['令和8年\n4月1日', is('令和8年 4月1日')],
    ...all(['R8', '令和8年', '2026年'], asks('year-alone')),
    ...all(['46113', '4/1', '8.4.1', '26.4.1', '20261301', '2026-02-30', 'リース', '常用'], asks('date')),
    ...all(['R8.4頃', '令和8年4月1日（予定は別紙）', '約R8.4.1'], asks('date-with-more')),
    ['令和8年4月予定', asks('planned')],
    ['R7.4.1、R8.4.1', asks('several-dates')],
    ['○', asks('only-yes-or-no')],
    ['なし', 'nothing'],
    ['未定', asks('not-known')],
  ],
  'incidents detected': [
    ['R8.4.1', is('R8.4.1')],
    ['H20.3', asks('day-needed')],
    ['令和7年度', asks('day-needed')],
  ],
  'assets disposal.date': [
    ['未', no],
    ['済', asks('only-yes-or-no')],
    ['R7年度', is('R7年度')],
    ['R10年度末', asks('date-with-more')],
  ],
  'contracts ended': [
    ['済', yes],
    ['R8.3.31', is('R8.3.31')],
  ],
  'systems malware.definitions': [
    ['自動', is('automatic')],
    ['自動更新', is('automatic')],
    ['常時', is('automatic')],
    ['毎日', asks('date')],
    ['R8.4.1', is('R8.4.1')],
  ],
  'systems vulnerability.lastPatched': [['WSUS', asks('date')]],
  'staffGroups lastTraining': [['受講率80%', asks('date')]],
  'contracts period.starts + period.ends': [
    ['R8.4.1～R9.3.31', fills({ 'period.starts': 'R8.4.1', 'period.ends': 'R9.3.31' })],
    [
      '令和8年4月1日から令和9年3月31日まで',
      fills({ 'period.starts': '令和8年4月1日', 'period.ends': '令和9年3月31日' }),
    ],
    [
      '令和８年４月１日～９年３月３１日',
      fills({ 'period.starts': '令和8年4月1日', 'period.ends': '令和9年3月31日' }),
    ],
    ['2026/4/1〜2027/3/31', fills({ 'period.starts': '2026-04-01', 'period.ends': '2027-03-31' })],
    ['R8.4.1\n～R9.3.31', fills({ 'period.starts': 'R8.4.1', 'period.ends': 'R9.3.31' })],
    ['自 R8.4.1 至 R9.3.31', fills({ 'period.starts': 'R8.4.1', 'period.ends': 'R9.3.31' })],
    ['R8年度', fills({ 'period.starts': '2026-04-01', 'period.ends': '2027-03-31' })],
    ['令和8年度～令和10年度', fills({ 'period.starts': '2026-04-01', 'period.ends': '2029-03-31' })],
    ['R8.4～R9.3', fills({ 'period.starts': 'R8.4', 'period.ends': 'R9.3' })],
    ['2026-04-01 - 2027-03-31', fills({ 'period.starts': '2026-04-01', 'period.ends': '2027-03-31' })],
    ['R8.4.1-R9.3.31', fills({ 'period.starts': 'R8.4.1', 'period.ends': 'R9.3.31' })],
    ['（自）R8.4.1（至）R9.3.31', fills({ 'period.starts': 'R8.4.1', 'period.ends': 'R9.3.31' })],
    ['R8～R10年度', fills({ 'period.starts': '2026-04-01', 'period.ends': '2029-03-31' })],
    [
      'R5.4.1～R8.3.31（長期継続契約）',
      fills({ 'period.starts': 'R5.4.1', 'period.ends': 'R8.3.31', 'x-': 'R5.4.1～R8.3.31（長期継続契約）' }),
    ],
    ['R5.4.1～R8.3.31（予定）', asks('period')],
    ['R8.4.1～', fills({ 'period.starts': 'R8.4.1' })],
    ['～R9.3.31', fills({ 'period.ends': 'R9.3.31' })],
    ['令和9年3月31日まで', fills({ 'period.ends': '令和9年3月31日' })],
    ['R9.4.1～R8.3.31', asks('period-order')],
    ...all(['R8.4.1', '契約締結日から令和9年3月31日まで', '単年度', '8月～9月', '○'], asks('period')),
    ['－', 'nothing'],
    ['', 'blank'],
  ],
  'exceptions starts + expires': [
    ['R8年度', fills({ starts: '2026-04-01', expires: '2027-03-31' })],
    ['R8.4～R9.3', asks('day-needed')],
  ],
  'assets quantity': [
    ['約1,200件', is('約1,200件')],
    ['86台', is('86台')],
    ['○', asks('only-yes-or-no')],
    ['不明', asks('not-known')],
  ],
  'assets retention': [
    ['５年', is('５年')],
    ['R10年度末', is('R10年度末')],
    ['永年', is('永年')],
  ],
  'staffGroups headcount': [
    ['１２０人', is(120)],
    ['1,200名', is(1200)],
    ['0', is(0)],
    ['約50人', asks('about')],
    ['50名程度', asks('about')],
    ['5～10名', asks('about')],
    ['各課1名', asks('number')],
    ['1.5', asks('number')],
    ['なし', 'nothing'],
  ],
  'systems logs.retentionDays': [
    ['365日', is(365)],
    ['３６５日間', is(365)],
    ['1,095日', is(1095)],
    ['365', is(365)],
    ['12', asks('days')],
    ['1年', asks('days', 365)],
    ['6か月', asks('days')],
    ['約1年', asks('days')],
    ['永年', asks('number')],
  ],
  'systems authentication.factors': [
    ['ID/PW＋静脈', is(['knowledge', 'biometric'])],
    ['ID・パスワード', is(['knowledge'])],
    ['パスワード', is(['knowledge'])],
    ['ICカード、PIN', is(['possession', 'knowledge'])],
    ['職員証＋顔認証', is(['possession', 'biometric'])],
    ['パスワードと指紋', is(['knowledge', 'biometric'])],
    ['二要素認証（ICカード・暗証番号）', is(['possession', 'knowledge'])],
    ['トークン', is(['possession'])],
    ['虹彩', is(['biometric'])],
    ['認証なし', is([])],
    ['二要素', asks('which-factors')],
    ['多要素認証', asks('which-factors')],
    ['ワンタイムパスワード', asks('not-a-choice')],
    ['ID', asks('not-a-choice')],
    ['パスワード＋秘密の質問', asks('not-a-choice')],
    ['○', asks('only-yes-or-no')],
    ['なし', 'nothing'],
  ],
  'systems addresses': [
    ['10.1.2.3', is(['10.1.2.3'])],
    ['１０．１．２．３', is(['10.1.2.3'])],
    ['10.1.2.3\n10.1.2.4', is(['10.1.2.3', '10.1.2.4'])],
    ['10.1.2.3、10.1.2.4/24', is(['10.1.2.3', '10.1.2.4/24'])],
    ['DHCP', 'nothing'],
    ['ＤＨＣＰ', 'nothing'],
    ['10.1.2.3～10.1.2.9', asks('address')],
    ['10.1.2', asks('address')],
  ],
  'segments cidr': [
    ['10.1.0.0/16', is(['10.1.0.0/16'])],
    ['10.1.0.0/255.255.0.0', asks('address')],
  ],
  'connections ports': [
    ['443', is(['443'])],
    ['TCP/443、8000-8010', is(['TCP/443', '8000-8010'])],
    ['80,443', is(['80', '443'])],
    ['1,024', asks('ports')],
    ['99999', asks('ports')],
    ['HTTPS', asks('ports')],
  ],
  'systems software[].name': [
    ['Windows 11 Pro 23H2', fills({ software: [{ name: 'Windows 11 Pro', version: '23H2' }] })],
    ['Windows Server 2022', fills({ software: [{ name: 'Windows Server 2022' }] })],
    ['Ubuntu 22.04', fills({ software: [{ name: 'Ubuntu', version: '22.04' }] })],
    ['一太郎 Ver.5', fills({ software: [{ name: '一太郎', version: '5' }] })],
    ['Office 2019', fills({ software: [{ name: 'Office 2019' }] })],
    [
      '住民記録システム\nOffice 2021、一太郎',
      fills({ software: [{ name: '住民記録システム' }, { name: 'Office 2021' }, { name: '一太郎' }] }),
    ],
    ['○', asks('only-yes-or-no')],
    ['なし', 'nothing'],
  ],
  'systems software': [['一太郎', fills({ software: [{ name: '一太郎' }] })]],
  'systems software[].licensed': [
    ['○', fills({ software: [{ licensed: true }] })],
    ['○、×', fills({ software: [{ licensed: true }, { licensed: false }] })],
    ['10', asks('number-for-yes-no')],
  ],
  'contracts subcontractors': [
    ['無', fills({ subcontractors: [] })],
    ['再委託なし', fills({ subcontractors: [] })],
    ['有', asks('only-yes-or-no')],
    ['2社', asks('only-yes-or-no')],
    ['株式会社山川、㈲海野', fills({ subcontractors: [{ name: '株式会社山川' }, { name: '㈲海野' }] })],
    ['有（株式会社山川）', fills({ subcontractors: [{ name: '株式会社山川' }] })],
    ['有（2社）', asks('qualified')],
    ['有（なし）', asks('qualified')],
    ['、', asks('not-a-choice')],
    ['予定', asks('not-a-choice')],
  ],
  'contracts subcontractors[].name': [
    ['山川システム', fills({ subcontractors: [{ name: '山川システム' }] })],
    ['無', fills({ subcontractors: [] })],
    ['有', asks('only-yes-or-no')],
  ],
  'contracts subcontractors[].approved': [
    ['R8.4.1', fills({ subcontractors: [{ approved: 'R8.4.1' }] })],
    ['済', fills({ subcontractors: [{ approved: true }] })],
    ['予定', asks('planned')],
  ],
  'assets copies[].location': [
    ['本庁舎サーバ室', fills({ copies: [{ location: '本庁舎サーバ室' }] })],
    ['可', asks('permission')],
    ['無', 'nothing'],
  ],
  'audits scope': [
    ['教育委員会、消防本部', is(['教育委員会', '消防本部'])],
    ['全庁', asks('division')],
  ],
  'services certifications': [
    ['ISMAP、ISMS', is(['ISMAP', 'ISMS'])],
    ['ISMAP・ISMS', is(['ISMAP', 'ISMS'])],
    ['ISO/IEC 27001', is(['ISO/IEC 27001'])],
    ['無', is([])],
    ['取得済', asks('only-yes-or-no')],
  ],
  'audits findings': [
    [
      '鍵が開いたまま、机上に書類があった\n・台帳が未更新',
      is(['鍵が開いたまま、机上に書類があった', '台帳が未更新']),
    ],
    ['指摘なし', is([])],
    ['未', asks('only-yes-or-no')],
    ['、', is(['、'])],
    ['3件', asks('only-yes-or-no')],
  ],
  'assets division': [
    ['総務部\n情報政策課', is('総務部 情報政策課')],
    ['全課', asks('division')],
    ['総務課、税務課', asks('several-names')],
    ['各課', asks('division')],
  ],
  'assets manager': [
    ['総務課長', is('総務課長')],
    ['総務部 総務課長', is('総務部 総務課長')],
    ['危機管理監', is('危機管理監')],
    ['情報セキュリティ管理者', is('情報セキュリティ管理者')],
    ['副市長', is('副市長')],
    ['主幹', is('主幹')],
    ['消防長', is('消防長')],
    ['課長補佐', is('課長補佐')],
    ['無', no],
    ['有', asks('only-yes-or-no')],
    ...all(
      [
        '総務課長　山田太郎',
        '山田',
        '山田課長',
        '山田太郎',
        '総務課',
        '総務課長（山田）',
        '総務課長・税務課長',
        '藤原道長',
      ],
      asks('post'),
    ),
    ['未定', asks('not-known')],
  ],
  'services scope': [
    ['庁内の日程調整', is('庁内の日程調整')],
    ['無', no],
    ['△', asks('partly')],
  ],
  'exceptions approver': [
    ['ＣＩＳＯ', is('ＣＩＳＯ')],
    ['山田', asks('post')],
  ],
  'assets system': [
    ['住民情報システム', is('住民情報システム')],
    ['住民情報システム、税システム', asks('several-names')],
    ['共有フォルダ（総務、税務）', is('共有フォルダ（総務、税務）')],
  ],
  'assets name': [
    ['住民票\n（写し）', is('住民票 （写し）')],
    ['か\u3099す台帳', is('がす台帳')],
  ],
  'assets notes': [
    ['1行目\r\n2行目', is('1行目\n2行目')],
    ['有', is('有')],
  ],
  'assets x-担当者': [
    ['山田\n田中', is('山田\n田中')],
    ['－', is('－')],
  ],
  'assets storage': [['○', asks('no-field')]],
  'assets unheard.of': [['○', asks('no-field')]],
};

interface Column {
  readonly section: RecordSection;
  readonly targets: readonly string[];
}

function columnOf(key: string): Column {
  const [section = '', rest = ''] = key.split(/ (.*)/su);
  return { section: section as RecordSection, targets: rest.split(' + ') };
}

function expectedReading(expected: Expected, text: string, { targets }: Column): Reading {
  if (expected === 'blank') return { kind: 'blank' };
  if (expected === 'nothing') return { kind: 'nothing', word: foldCell(text) };
  if ('asks' in expected) {
    const { asks: code, proposed } = expected;
    return { kind: 'question', code, ...(proposed === undefined ? {} : { proposed }) };
  }
  const values = 'is' in expected ? { [targets[0] ?? '']: expected.is } : expected.fills;
  return { kind: 'value', values: Object.entries(values).map(([path, value]) => ({ path, value })) };
}

describe('the cells of registers', () => {
  for (const [key, rows] of Object.entries(tables))
    describe(key, () => {
      const column = columnOf(key);
      for (const [text, expected] of rows)
        it(JSON.stringify(text), () => {
          const reading = readCell(text, column.targets, column.section);
          expect(reading).toEqual(expectedReading(expected, text, column));
          expectAccepted(reading, column.section);
        });
    });
});

/** The checker takes every value for its field, as it is written. */
function expectAccepted(reading: Reading, section: RecordSection): void {
  if (reading.kind !== 'value') return;
  for (const stated of reading.values)
    if (!stated.path.startsWith('x-')) expect(accepts(section, stated), JSON.stringify(stated)).toBe(true);
}

describe('answers', () => {
  const read = (
    text: string,
    targets: string | string[],
    written: Record<string, unknown>,
    section: RecordSection = 'assets',
  ) => readCell(text, targets, section, readAnswers(written));
  const states = (path: string, value: unknown): Reading => ({ kind: 'value', values: [{ path, value }] });

  it.each([
    ['対象外', { kind: 'not-applicable' }],
    ['not-applicable', { kind: 'not-applicable' }],
    ['未記入', { kind: 'blank' }],
    ['blank', { kind: 'blank' }],
    ['そのまま', states('x-', '要')],
    ['無視', states('x-', '要')],
    ['keep', states('x-', '要')],
    [true, states('storage.locked', true)],
    ['×', states('storage.locked', false)],
    [null, { kind: 'question', code: 'requirement' }],
    ['まあまあ', { kind: 'question', code: 'answer' }],
    [3, { kind: 'question', code: 'answer' }],
  ] as const)('take %j for 要', (meant, expected) => {
    expect(read('要', 'storage.locked', { 要: meant })).toEqual(expected);
  });

  it('win over what is certain, whatever width and line feeds', () => {
    expect(read('○', 'storage.locked', { 〇: true, '○': false })).toEqual(states('storage.locked', false));
    expect(read('機密性\n（高）', 'classification.confidentiality', { '機密性 (高)': 3 })).toEqual(
      states('classification.confidentiality', 3),
    );
    expect(read('―', 'storage.locked', { '－': 'false' })).toEqual(states('storage.locked', false));
    expect(read('', 'storage.locked', { 要: true })).toEqual({ kind: 'blank' });
  });

  it('are values, words, lists and texts of the field', () => {
    expect(read('紙・電子', 'form', { '紙・電子': '紙' })).toEqual(states('form', 'paper'));
    expect(read('1年', 'logs.retentionDays', { '1年': 365 }, 'systems')).toEqual(
      states('logs.retentionDays', 365),
    );
    expect(read('山田', 'manager', { 山田: '総務課長' })).toEqual(states('manager', '総務課長'));
    expect(read('山田', 'manager', { 山田: '山田太郎' })).toEqual(states('manager', '山田太郎'));
    expect(read('二要素', 'authentication.factors', { 二要素: ['パスワード', '静脈'] }, 'systems')).toEqual(
      states('authentication.factors', ['knowledge', 'biometric']),
    );
    expect(
      read('二要素', 'authentication.factors', { 二要素: ['knowledge', 'possession'] }, 'systems'),
    ).toEqual(states('authentication.factors', ['knowledge', 'possession']));
    expect(read('特定', 'contains[my-number]', { 特定: true })).toEqual(states('contains[my-number]', true));
    expect(read('特定', 'contains[my-number]', { 特定: 'はて' })).toEqual({
      kind: 'question',
      code: 'answer',
    });
    expect(read('有', 'subcontractors', { 有: [] }, 'contracts')).toEqual(states('subcontractors', []));
    expect(read('10', 'software[].licensed', { 10: true }, 'systems')).toEqual(
      states('software', [{ licensed: true }]),
    );
    expect(read('基幹系', 'layer', { 基幹系: '番号系' }, 'segments')).toEqual(states('layer', 'mynumber'));
    expect(read('基幹系', 'layer', { 基幹系: '基幹系' }, 'segments')).toEqual(states('layer', '基幹系'));
    expect(read('独自', 'type', { 独自: 'own-word' }, 'facilities')).toEqual(states('type', 'own-word'));
  });

  it('fill each of several fields', () => {
    const period = ['period.starts', 'period.ends'];
    const both = {
      kind: 'value',
      values: [
        { path: 'period.starts', value: '2026-04-01' },
        { path: 'period.ends', value: '2029-03-31' },
      ],
    };
    expect(read('3か年', period, { '3か年': ['2026-04-01', '2029-03-31'] }, 'contracts')).toEqual(both);
    expect(read('3か年', period, { '3か年': '2026-04-01～2029-03-31' }, 'contracts')).toEqual(both);
    expect(read('3か年', period, { '3か年': ['2026-04-01'] }, 'contracts')).toEqual({
      kind: 'question',
      code: 'answer',
    });
    expect(read('要', ['encryption.atRest', 'encryption.inTransit'], { 要: [true, false] })).toEqual({
      kind: 'value',
      values: [
        { path: 'encryption.atRest', value: true },
        { path: 'encryption.inTransit', value: false },
      ],
    });
  });

  it('keep a text that says more than the yes it stands for', () => {
    for (const meant of [true, '○'])
      expect(read('自社開発ソフト', 'malware.installed', { 自社開発ソフト: meant }, 'systems')).toEqual({
        kind: 'value',
        values: [
          { path: 'malware.installed', value: true },
          { path: 'x-', value: '自社開発ソフト' },
        ],
      });
  });
});

/** Every target that a mapping may have. */
const targets = listSections.flatMap((section) => {
  const shape = recordShape(inventoryShape, section);
  return shape === undefined ? [] : targetsBelow(shape, '').map((target) => ({ section, target }));
});

function targetsBelow({ properties = {} }: Shape, above: string): string[] {
  return Object.entries(properties).flatMap(([key, shape]) => {
    const path = above + key;
    const words = Object.keys(shape.items?.choices ?? {}).map((word) => `${path}[${word}]`);
    const below =
      shape.items === undefined ? targetsBelow(shape, `${path}.`) : targetsBelow(shape.items, `${path}[].`);
    return [path, ...words, ...below];
  });
}

/** Texts of the tables, put together in all ways, and made up. */
const written = [...new Set(Object.values(tables).flatMap((rows) => rows.map(([text]) => text)))];
const anyText = fc.oneof(
  fc.constantFrom(...written, ...undecidedWords),
  fc.string({ unit: 'grapheme' }),
  fc
    .tuple(
      fc.constantFrom(...written),
      fc.constantFrom('', ' ', '\n', '（', '、', '・', '／', '予定', '未', '不'),
      fc.constantFrom(...written),
    )
    .map((parts) => parts.join('')),
);

describe('any text in any column', () => {
  it('knows the fields of all targets', () => {
    expect(targets.length).toBeGreaterThan(250);
    for (const { section, target } of targets) expect(fieldOf(section, target), target).toBeDefined();
  });

  it('says neither yes nor no unless it is a word that is taken for it', () => {
    const taken = new Set([...yesWords, ...noWords].map(foldCell));
    const isTaken = (text: string, section: RecordSection, target: string) => {
      const field = fieldOf(section, target);
      const { key = '', word } = field ?? {};
      const folded = foldCell(text);
      const own = ownWordsOf(key);
      return (
        taken.has(folded) ||
        /^(?:true|false)$/iu.test(folded) ||
        own?.taken.has(folded) === true ||
        own?.also.has(folded) === true ||
        (word !== undefined && /含(?:む|まれる|まない|まれない)。?$/u.test(folded)) ||
        (word !== undefined &&
          field?.shape.items !== undefined &&
          choiceOf(key, field.shape.items, folded) === word)
      );
    };
    fc.assert(
      fc.property(anyText, fc.constantFrom(...targets), (text, { section, target }) => {
        const reading = readCell(text, target, section);
        if (reading.kind !== 'value') return;
        const keeps = reading.values.some(({ path }) => path === 'x-');
        for (const stated of reading.values.flatMap(({ value }) => yesAndNoIn(value))) {
          // What is named instead of ○ says yes, and its text is kept beside it.
          const isForm = /^\s*[☑■□☐]/u.test(text) && /[□☐]/u.test(text);
          const words = isForm
            ? text.split(/(?=[☑■□☐\n])/u).flatMap((box) => (/^[☑■]/u.test(box) ? [box.slice(1)] : []))
            : target.includes('[].')
              ? text.split(/[\n、，,､]/u)
              : [text];
          expect(
            (stated && keeps) || words.some((word) => isTaken(word, section, target)),
            `${text} → ${stated}`,
          ).toBe(true);
        }
      }),
      { numRuns: 20_000 * share },
    );
  });

  it('says that there is none only where that is written', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...targets), (text, { section, target }) => {
        const reading = readCell(text, target, section);
        const values = reading.kind === 'value' ? reading.values.map(({ value }) => value) : [];
        if (values.some((value) => Array.isArray(value) && value.length === 0))
          expect(foldCell(text)).toMatch(
            /^(?:[×✕]|いいえ|false|(?:指摘|指摘事項|問題|再委託|再委託先|認証)?は?(?:無|なし|無し|ナシ)|認証しない)$/iu,
          );
      }),
      { numRuns: 8000 * share },
    );
  });

  it('says nothing that the checker does not take for the field', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...targets), (text, { section, target }) => {
        expectAccepted(readCell(text, target, section), section);
      }),
      { numRuns: 8000 * share },
    );
  });

  it('fills two fields as the checker takes them', () => {
    const pairs = [
      ['contracts', ['period.starts', 'period.ends']],
      ['exceptions', ['starts', 'expires']],
      ['assets', ['encryption.atRest', 'encryption.inTransit']],
    ] as const;
    fc.assert(
      fc.property(anyText, fc.constantFrom(...pairs), (text, [section, both]) => {
        expectAccepted(readCell(text, both, section), section);
      }),
      { numRuns: 8000 * share },
    );
  });

  it('is read in no time, however long it is', () => {
    const long = [
      'ESET 1.1',
      '二要素(',
      ' ',
      '1',
      '、',
      '年',
      '令和',
      '施錠',
      '賦課',
      '○ ',
      '~',
      '〇一二',
    ].map((part) => part.repeat(16_000 / part.length));
    const columns = Object.keys(tables).map(columnOf);
    for (const text of long)
      for (const column of columns) {
        const began = performance.now();
        readCell(`${text}!`, column.targets, column.section);
        expect(performance.now() - began, `${column.targets}: ${text.slice(0, 8)}`).toBeLessThan(2000);
      }
  });
});

function yesAndNoIn(value: unknown): boolean[] {
  if (typeof value === 'boolean') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(yesAndNoIn) : [];
}

describe('what the checker knows as well', () => {
  it('layers are read as policies read them', () => {
    const layers = new Map(usualLayers.map((layer) => [layer.id, layer]));
    for (const text of written) {
      const reading = readCell(text, 'layer', 'segments');
      const known = readLayer({ layers }, foldCell(text))?.id;
      if (reading.kind === 'value') expect(reading.values[0]?.value, text).toBe(known);
    }
  });

  it('levels stay as they are written, and are folded to what policies have', () => {
    for (const [text, expected] of tables['assets classification.confidentiality'] ?? [])
      if (typeof expected === 'object' && 'is' in expected)
        expect(foldLevel(text, 'confidentiality')).toMatch(/^(?:[1-9][A-D]?|I{1,3}|IV|V)$/u);
  });
});

it('every question is worded in both languages, and says what to answer', () => {
  const codes = Object.values(tables).flatMap((rows) =>
    rows.flatMap(([, expected]) =>
      typeof expected === 'object' && 'asks' in expected ? [expected.asks] : [],
    ),
  );
  for (const code of new Set<QuestionCode>([...codes, 'answer'])) {
    const { ja, en } = questionWords(code);
    expect(ja).toMatch(/。$/u);
    expect(en).toMatch(/\.$/u);
    expect(en).toMatch(/answer|Map/iu);
  }
});
