import { isPost } from '../base/office-post.ts';

/** A name of a person or a firm, and how else it may be written. */
export interface Name {
  readonly name: string;
  readonly alsoWritten: readonly string[];
}

/**
 * @returns the names in a text that says who is in charge: 山田太郎 in 情報政策課長 山田太郎. Posts and parts of offices are none;
 *   whatever else it is, is one.
 */
export function namesIn(text: string): readonly Name[] {
  const names: Name[] = [];
  for (const part of text.normalize('NFKC').split(/[、,，;；/／・\n()（）「」【】［］[\]:：]+/u)) {
    const words = part.split(/\s+/u).flatMap(partsOf);
    let run: string[] = [];
    for (const word of [...words, undefined]) {
      if (word !== undefined && !isOffice(word)) run.push(word);
      else if (run.length > 0) {
        names.push(...namesOf(run));
        run = [];
      }
    }
  }
  return names;
}

/** The whole of a text as a name, with what is in it. */
export function wholeName(text: string): readonly Name[] {
  return namesOf(text.normalize('NFKC').trim().split(/\s+/u));
}

function namesOf(words: readonly string[]): readonly Name[] {
  const [family = '', ...given] = words;
  if (family === '') return [];
  const isJapanese = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(family);
  // A family name alone is often a word or a place, unless it is addressed.
  const addressed =
    isJapanese && given.length > 0 && family.length > 1 ? titles.map((title) => family + title) : [];
  return [{ name: words.join(' '), alsoWritten: [...(isJapanese ? [words.join('')] : []), ...addressed] }];
}

const titles = [
  '氏',
  'さん',
  '様',
  '殿',
  '課長',
  '係長',
  '部長',
  '局長',
  '室長',
  '所長',
  '次長',
  '補佐',
  '主幹',
  '主査',
  '主任',
  '主事',
  '技師',
  '参事',
];

const isTitled =
  /^(?<post>.*(?:課長補佐|[課部局室係所館署校園市町村区]長|次長|主幹|主査|主任|主事|技師|参事|責任者|管理者))(?<name>[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{2,8})$/u;

/** 情報政策課長山田太郎 is a post and a name. */
function partsOf(word: string): readonly string[] {
  if (word === '') return [];
  if (isOffice(word)) return [word];
  const { post, name } = isTitled.exec(word)?.groups ?? {};
  return post === undefined || name === undefined || !isPost(post) ? [word] : [post, name];
}

/** What a text that says who is in charge or who uses something ends in where it names nobody. */
const office =
  /(?:課|係|局|支所|事務所|本部|委員会|審議会|協議会|担当|センター|グループ|チーム|班員|職員|教員|委員|書記|議員|隊員|団員|吏員|従事者|利用者|事業者|管理者|責任者|監督者|担当者|保守員|来庁者|市民|町民|村民|区民|県民|住民|全員|全庁|庁内|以上|等|ほか|のみ|可|なし|無し|未定|不明)$/u;

function isOffice(word: string): boolean {
  return isPost(word) || office.test(word) || /^[\p{P}\p{S}\d]*$/u.test(word);
}
