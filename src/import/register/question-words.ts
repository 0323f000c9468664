import type { Localized } from '../../base/localized.ts';
import type { QuestionCode } from './reading.ts';

/** @returns what is unclear about a text of a column, and what to write for it in `answers` of the mapping */
export function questionWords(code: QuestionCode): Localized {
  return questions[code];
}

const questions: Readonly<Record<QuestionCode, Localized>> = {
  requirement: {
    ja: '「要」「不要」は求められていることで、行っているかどうかは分かりません。行っていれば true、行っていなければ false、分からなければ「そのまま」と答えてください。',
    en: 'This says what is required, not whether it is done. Answer true if it is done, false if it is not, or keep if that is not known.',
  },
  partly: {
    ja: '一部だけでは、はい・いいえのどちらとも言えません。行っていると言えるなら true、言えないなら false、分けて書くなら「そのまま」と答えてください。',
    en: 'What holds in part is neither yes nor no. Answer true or false if one of them can be said of the whole, else keep.',
  },
  conditional: {
    ja: '条件や原則が書かれており、実際にどうなっているかが分かりません。実際に当てはまる方を true か false で、決められなければ「そのまま」と答えてください。',
    en: 'This states a condition or a principle, not how it is in fact. Answer true or false as it is, or keep if that cannot be said.',
  },
  planned: {
    ja: '予定や検討中のことで、まだ行っているとは言えません。現在行っていなければ false、行っていれば true か実施日、分からなければ「未記入」と答えてください。',
    en: 'This is planned or under way. Answer false if it is not done today, true or the date if it is, or blank if that is not known.',
  },
  'not-known': {
    ja: '「不明」「未定」などと書かれています。分からないままなら「未記入」、分かったのならその値を答えてください。',
    en: 'This says that it is not known. Answer blank as long as it is not, or write the value.',
  },
  qualified: {
    ja: 'はい・いいえのほかに、別のことも書かれています。はい・いいえのどちらに当たるかを true か false で答えてください。書かれたことも残すなら「そのまま」と答えます。',
    en: 'Something is written beside the yes or no. Answer true or false as it is meant here, or keep to keep the text instead.',
  },
  'not-yes-or-no': {
    ja: 'はい・いいえの列ですが、どちらとも読めません。行っていることを指していれば true、行っていないことなら false、どちらでもなければ「そのまま」と答えてください。',
    en: 'Yes or no belongs here, and this is neither. Answer true if it says yes, false if it says no, or keep.',
  },
  'number-for-yes-no': {
    ja: '数や量が書かれていますが、この項目は、はい・いいえで答えるものです。それで「はい」と言えるなら true、言えないなら「そのまま」と答えてください。',
    en: 'This is a number or a size, and the field asks for yes or no. Answer true if it amounts to a yes, else keep.',
  },
  polarity: {
    ja: 'この列の「○」「無」などは、禁止・制限していることとも、使える・行っていることとも読めます。この項目に当てはまれば true、当てはまらなければ false と、語ごとに答えてください。',
    en: 'In this column such a word may mean either of two opposite things: forbidden or allowed. Answer true or false for each word, as the field has it.',
  },
  'never-happens': {
    ja: 'そもそも行わない（送らない、運ばない等）と書かれています。この項目が当てはまらないなら「対象外」、行うことがあるなら true か false と答えてください。',
    en: 'This says that it never happens at all. Answer not-applicable if the field does not apply then, else true or false.',
  },
  permission: {
    ja: '複製してよいかどうかは書かれていますが、複製があるかどうかは分かりません。複製がなければ「未記入」、あればその所在を答えてください。',
    en: 'This says whether copies may be made, not where there are any. Answer blank if there are none, or write where they are.',
  },
  'only-yes-or-no': {
    ja: '有無だけが書かれ、肝心の中身（名称、日付など）が分かりません。分かればその値を、分からなければ「そのまま」、書くべきものがなければ「未記入」と答えてください。',
    en: 'This says only whether there is one. Answer with the name, the date or the text itself; keep if it is not known, blank if there is nothing to write.',
  },
  'not-a-choice': {
    ja: '選択肢のどれに当たるかが分かりません。当たる選択肢を答えてください。どれにも当たらなければ「そのまま」と答えます。',
    en: 'This may be any of the choices, or none. Answer with the choice that it means, or keep if it is none of them.',
  },
  'several-choices': {
    ja: '1つを選ぶ項目に、2つ以上が書かれています。主なもの1つを答えるか、台帳の行を分けてください。',
    en: 'Several choices are written where one belongs. Answer with the main one, or write a row for each in the register.',
  },
  level: {
    ja: 'ポリシーのどの等級に当たるかが分かりません。機密性2 のように、ポリシーの等級を答えてください。',
    en: 'Which level of the policy this means is not certain. Answer with the level, as 機密性2.',
  },
  'other-axis': {
    ja: '機密性・完全性・可用性のうち、この列とは別のものの等級が書かれています。列の対応が正しいかを確かめ、正しければ、この列の等級を答えてください。',
    en: 'This is a level of another axis than the column is for. See whether the column is mapped to the right field, and answer with the level.',
  },
  layer: {
    ja: 'マイナンバー利用事務系、LGWAN接続系、インターネット接続系のどれに当たるかは、団体によって違います。当たる系（又はセグメントの名称）を答えてください。',
    en: 'This means different layers in different offices. Answer with the layer (or the name of the segment) that it is here.',
  },
  'which-factors': {
    ja: '二要素・多要素とだけ書かれ、どの要素かが分かりません。[パスワード, ICカード] のように、用いている要素を答えてください。',
    en: 'This says how many factors there are, not which. Answer with them, as [knowledge, possession].',
  },
  affair: {
    ja: '個人番号を用いる事務かどうかが、名称だけでは分かりません。用いる事務なら true、そうでなければ false と答えてください。',
    en: 'The name alone does not say whether this affair uses My Number. Answer true if it does, else false.',
  },
  'related-affair': {
    ja: '給与、報酬、源泉徴収などは、通常、個人番号利用事務ではなく個人番号関係事務です。利用事務に当たらなければ false、当たるなら true と答えてください。',
    en: 'Salaries, fees and tax withheld are usually affairs related to My Number (関係事務), not ones that use it. Answer false if so, else true.',
  },
  date: {
    ja: '日付として読めません。2026-04-01 や 令和8年4月1日 のような日付か、日付でなければ「そのまま」と答えてください。',
    en: 'This is no date. Answer with one, as 2026-04-01 or 令和8年4月1日, or keep if it is meant as a text.',
  },
  'date-with-more': {
    ja: '日付のほかに、「頃」「予定」などが書かれています。その日としてよければ日付を、よくなければ「そのまま」と答えてください。',
    en: 'Something stands beside the date, as “about” or “planned”. Answer with the date if it holds all the same, else keep.',
  },
  'day-needed': {
    ja: '月又は年度までしか書かれていませんが、この項目には日が要ります。日が分かればその日付を、分からなければ「そのまま」と答えてください。',
    en: 'Only a month or a fiscal year is written, and the field needs the day. Answer with the day, or keep if it is not known.',
  },
  'year-alone': {
    ja: '年だけでは、その年（1月から）とも年度（4月から）とも読めます。令和7年度 や 2026-04 のように答えてください。',
    en: 'A year alone may begin in January or in April. Answer with a fiscal year, as 令和7年度, or with a month, as 2026-04.',
  },
  'several-dates': {
    ja: '2つ以上の日付が書かれています。この項目に当たる日付を1つ答えてください。',
    en: 'Several dates are written. Answer with the one that the field is for.',
  },
  period: {
    ja: '期間の始まりと終わりが読めません。[2026-04-01, 2027-03-31] か R8.4.1～R9.3.31 のように答えてください。',
    en: 'The beginning and the end of the period cannot be told. Answer with both, as [2026-04-01, 2027-03-31].',
  },
  'period-order': {
    ja: '終わりの日が、始まりの日より前になっています。正しい期間を [2026-04-01, 2027-03-31] のように答えるか、台帳を直してください。',
    en: 'The period ends before it begins. Answer with the right one, as [2026-04-01, 2027-03-31], or correct the register.',
  },
  number: {
    ja: '整数として読めません。86 のような整数か、数でなければ「そのまま」と答えてください。',
    en: 'This is no whole number. Answer with one, as 86, or keep if it is meant as a text.',
  },
  about: {
    ja: 'おおよその数や、幅のある数が書かれています。この項目には整数が要ります。その数としてよければ整数を、よくなければ「そのまま」と答えてください。',
    en: 'This is an approximate number or a range, and the field needs a whole number. Answer with the number, or keep.',
  },
  days: {
    ja: 'この項目は日数で書きます。1年なら365、のように、日数に直した整数を答えてください。',
    en: 'The field counts days. Answer with their number, as 365 for a year.',
  },
  address: {
    ja: 'IPアドレスとして読めません。10.1.2.3 や 10.1.0.0/16 のように、複数あればリストで答えてください。',
    en: 'This is no IP address. Answer with one, as 10.1.2.3 or 10.1.0.0/16, or with a list of them.',
  },
  ports: {
    ja: 'ポート番号として読めません。443 や tcp/443、8000-8010 のように、複数あればリストで答えてください。',
    en: 'These are no ports. Answer with them, as 443, tcp/443 or 8000-8010, or with a list.',
  },
  division: {
    ja: '1つの課等や機関を指していません。どこか決まっていればその名称を、決まっていなければ「そのまま」と答えてください。',
    en: 'This is no one division or agency. Answer with the name of the one meant, or keep if there is none.',
  },
  post: {
    ja: '人名や課名のようで、職とは読めません。市民課長 のような職を答えてください。人名を残すなら「そのまま」と答えます。',
    en: 'This looks like a person or a division, not a post. Answer with the post, as 市民課長, or keep to keep the text.',
  },
  'several-names': {
    ja: '1つだけを指す項目に、2つ以上の名称が書かれています。主なもの1つを答えるか、台帳の行を分けてください。',
    en: 'Several names are written where one belongs. Answer with the main one, or write a row for each in the register.',
  },
  answer: {
    ja: '対応表の answers に書かれた答えは、この項目には書けないものです。true か false、選択肢、日付など、この項目に書けるもので答え直してください。',
    en: 'The answer in the mapping is nothing that the field may hold. Answer with what may stand there: true or false, a choice, a date.',
  },
  yaml: {
    ja: 'YAML として読めないか、記録に書けない項目が書かれています。「項目: 値」の形に直すか、台帳の該当する列に書いてください。',
    en: 'This is no YAML, or states what a record cannot have. Correct it in the register, as “field: value”, or write it into the column of the field.',
  },
  'no-field': {
    ja: 'この列の対応先は、台帳の項目にないか、1つのセルでは書き表せない項目です。対応先を改めるか、x- で始まる項目にしてください。',
    en: 'The column is mapped to what is no field, or none that one cell can fill. Map it to another, or to one that begins with x-.',
  },
};
