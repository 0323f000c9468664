import type { Modality } from '../policy/policy.ts';

/** What is known of a provision when it is asked how it binds. */
interface Asked {
  readonly title?: string;
  readonly text: readonly string[];
  /** the series of its number */
  readonly style: string;
  /** whether the text that it stands below says that a list follows */
  readonly isListed?: boolean;
}

/** How a provision binds. */
export interface HowItBinds {
  readonly modality: Modality;
  /** the sentences that bind in another way than the whole */
  readonly others: readonly { readonly modality: Modality; readonly text: string }[];
}

/** What a heading says of all that stands below it. */
const byTitle: readonly (readonly [Modality, RegExp])[] = [
  [
    'purpose',
    /^(?:(?:.*の)?(?:目的|趣旨)(?:等|及び.*|と.*|・.*)?|はじめに|序文?|前文|策定の趣旨.*|purpose|introduction|objectives?)$/iu,
  ],
  ['definition', /定義|用語|^(?:definitions?|terms)/iu],
  ['threat', /脅威(?!.*対策)|^threats?$/iu],
  [
    'scope',
    /(?:適用|対象)(?:の)?(?:範囲|機関|組織|者)|^適用(?:対象)?$|(?:機関|資産|組織|部局|団体)の?範囲$|^(?:対象)?範囲$|施行(?:期日|日)|経過措置|^scope/iu,
  ],
];

/** @returns what provisions below one take over from it where their own text leaves it open */
export function inheritedModality(
  above: Modality | undefined,
  title: string | undefined,
): Modality | undefined {
  const own = title === undefined ? undefined : byTitle.find(([, pattern]) => pattern.test(title));
  return own?.[0] ?? above;
}

/** What sentences say of how they bind, the first that fits. */
const bySentence: readonly (readonly [Modality, RegExp])[] = [
  [
    'definition',
    /(?:を|ものを|ことを|とは、.*を)いう(?:。|（[^）]*）。?)?$|[のを]意味する。?$|をいい、|用語の(?:意義|定義)は|^[^、。]{1,30}とは、.+(?:である|です)。?$|\bmeans\b/u,
  ],
  ['purpose', /目的と(?:する|します|して)|ことを目的|を目指す。?$/u],
  ['threat', /脅威(?:として|は)、.*(?:想定|次|掲げ|以下|とおり)/u],
  [
    'scope',
    /(?:対象|適用)(?:と)?(?:する|される|なる).{0,12}は、|(?:に|について)(?:も)?適用(?:する|される|します)。?$|を?(?:適用)?(?<!処分の)(?:対象|範囲)と(?:する|します)。?$|から(?:施行|適用)(?:する|します)。?$|なお従前の例による/u,
  ],
  ['principle', /原則(?:として|と(?:して)?する|、|禁止|、?認めない|的に)|を原則と|in principle/iu],
  [
    'should',
    /努め(?:る|な|ます|なければ)|望ま(?:しい|れる|れます)|推奨|重要(?:である|です)|べきで(?:ある|す)|心掛け|心がけ|(?<!又は|若しくは|及び|や|または|もしくは|定期的に)必要に応じ(?!た)|必要があると認めるときは、必要な|配慮する|留意する|\bshould\b|\brecommended\b/iu,
  ],
  [
    'may',
    /ことができ(?:る|ます)|できるものとする|[\p{Script=Han}]でき(?:る|ます)。?$|(?<!ない|がない)ことがある|(?<!を)得る。?$|(?:ても|で|も)(?:よい|構わない|差し支えない)|妨げない|この限りでない|\bmay\b(?! not)/iu,
  ],
  [
    'must',
    /なら(?:ない|ず)|てはいけない|(?:なり|いけ)ません|ください|ものとする|義務(?:がある|を負|付け|づけ)|禁止|(?:こと|とする|する|行う|定める|講じる|講ずる|置く|図る|よる|付す|ない|設ける|受ける|負う|充てる|防ぐ|残す|[うくすつぬむるぐぶ])。?$|ます。?$|\bshall\b|\bmust\b|\bmay not\b|\brequired\b/iu,
  ],
];

/** The name of a level, which its text defines. */
const level = /^(?:機密性|完全性|可用性|重要性)(?:[0-9０-９][A-CＡ-Ｃ]?|[Ⅰ-Ⅴ])$/u;

const telling: readonly Modality[] = ['definition', 'scope', 'purpose', 'threat'];

/** Whether provisions of a kind tell something and bind nobody. */
export function isTelling(modality: Modality): boolean {
  return telling.includes(modality);
}

/** Whether a sentence says in so many words that it is a duty. */
export function isPlainDuty(sentence: string): boolean {
  return /(?:なければ|ては)なら(?:ない|ず)|(?:なければ|ては)(?:なり|いけ)ません|ものとする|\bshall\b|\bmust\b/u.test(
    sentence,
  );
}

/** Weak words stand before strong ones: 「…は重要である。職員は…しなければならない。」 */
const weak: readonly Modality[] = ['should', 'may'];

/** 「※２　…」「（解説）…」: what explains a provision binds nobody. */
const note = /^(?:※|[（(【［〔]?(?:解説|補足|注釈?|参考)[0-9０-９]{0,2}[)）】］〕:：])/u;

/** 「次の要件を満たすよう努める。」「以下の事項を考慮することが望ましい。」: what is listed below binds as that says. */
export function saysThatListFollows(text: readonly string[]): boolean {
  return /次の|次に|以下の|下記|各号/u.test(text.at(-1) ?? '');
}

/** 「耐震性を有すること。」 */
function isNoun(sentence: string): boolean {
  return /こと。?$/u.test(sentence);
}

/** @returns how a provision binds by its heading and its verb endings, and the sentences that bind in another way */
export function modalityOf(
  { title, text, style, isListed = false }: Asked,
  inherited: Modality | undefined,
): HowItBinds {
  const takesOver = isListed && inherited !== undefined && weak.includes(inherited);
  const binding = text.filter((paragraph) => !note.test(paragraph));
  const sentences = binding.flatMap(sentencesOf).map((sentence) => {
    const plain = plainSentence(sentence).trim();
    const own = modalityOfSentence(plain);
    return { text: sentence, modality: takesOver && own === 'must' && isNoun(plain) ? inherited : own };
  });
  const stated = sentences.filter(
    (sentence): sentence is { text: string; modality: Modality } => sentence.modality !== undefined,
  );
  const modality = chosen(
    stated.map((sentence) => sentence.modality),
    { title, style, inherited },
  );
  return { modality, others: stated.filter((sentence) => sentence.modality !== modality) };
}

function chosen(
  stated: readonly Modality[],
  { title, style, inherited }: { title: string | undefined; style: string; inherited: Modality | undefined },
): Modality {
  const own = title === undefined ? undefined : inheritedModality(undefined, title);
  if (own !== undefined) return own;
  if (style === 'label' && title !== undefined && level.test(title)) return 'definition';
  if (style === '附則' || style === '付則' || style === '備考') return 'scope';
  const [first] = stated;
  // What only names something is of the kind of what it is listed in.
  if (first === undefined) return inherited ?? 'must';
  if (inherited === 'threat' || inherited === 'scope')
    return stated.find((one) => !telling.includes(one) && one !== 'must') ?? inherited;
  if (weak.includes(first)) return stated.find((one) => one === 'must' || one === 'principle') ?? first;
  return first;
}

/** Parts a text behind each full stop that stands in no brackets. */
function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (/[（(「『]/.test(character)) depth += 1;
    else if (/[）)」』]/.test(character)) depth = Math.max(0, depth - 1);
    const isEnd = character === '。' || (character === '.' && /^[a-z)]\. /.test(text.slice(at - 1, at + 2)));
    if (!isEnd || (depth > 0 && depth < 4)) continue;
    sentences.push(text.slice(start, at + 1));
    start = at + 1;
    depth = 0;
  }
  return [...sentences, text.slice(start)].filter((sentence) => sentence.trim() !== '');
}

/** What stands in brackets says nothing of the whole: 「…（努めるものを含む。）を定める。」 */
export function plainSentence(text: string): string {
  const without = (one: string) => one.replaceAll(/（[^（）]{0,300}）|\([^()]{0,300}\)/gu, '');
  return without(without(without(text)));
}

/** @returns how one sentence binds; `undefined` where it only names something, or permits an exception */
function modalityOfSentence(sentence: string): Modality | undefined {
  if (/^(?:ただし|但し).*(?:限りでない|ことができる|できる)。?$/u.test(sentence)) return undefined;
  const found = bySentence.find(([, pattern]) => pattern.test(sentence))?.[0];
  if (found !== 'should' || /努め|望ましい/u.test(sentence)) return found;
  // 「必要に応じ、委員会を置くことができる」: the need says when, and the end how it binds.
  if (/必要に応じ.*(?<!と)できる。?$|必要に応じ.*ことができる。?$/u.test(sentence)) return 'may';
  // 「選定し、契約を結び、必要に応じて措置を講じる」 is a duty with another behind it; 「記録について、必要に応じて」 is none.
  if (/(?:し|び|り|(?<!つい|おい|よっ|際し|対し|当たっ|関し)て|い|め)、.*必要に応じ/u.test(sentence))
    return 'must';
  return found;
}
