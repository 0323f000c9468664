import { addToGroup } from '../base/groups.ts';

/** A post as it is compared: its title, and what stands in brackets or after a blank beside it (a charge or a name). */
interface Post {
  readonly title: string;
  readonly addition: string;
}

/** Parses a post; width, blanks, case and quotation marks do not matter. */
function read(written: string): Post {
  let post = posts.get(written);
  if (post === undefined) {
    post = parse(written);
    // A body has some hundred posts, and writes them in tens of thousands of records.
    if (posts.size < mostPosts) posts.set(written, post);
  }
  return post;
}

const posts = new Map<string, Post>();
const mostPosts = 5_000;

function parse(written: string): Post {
  const text = written.normalize('NFKC').replaceAll(/[「」『』"'“”‘’]/g, '');
  const additions: string[] = [];
  const outside = text.replaceAll(/[([〔【<〈《]([^)\]〕】>〉》]*)[)\]〕】>〉》]/g, (_, addition: string) => {
    additions.push(addition);
    return '';
  });
  // A text that stands in brackets as a whole is the post itself.
  if (fold(outside) === '') return { title: fold(additions.join('')), addition: '' };
  const { title, name } = splitName(outside.trim());
  return {
    title: fold(title),
    addition: fold([...additions, name].filter((each) => each !== '').join('、')),
  };
}

function fold(text: string): string {
  return text.replaceAll(/\s/g, '').toLowerCase();
}

/** 税務課長 山田太郎 is a post and a name; 副 市 長 is a post, and a deputy (税務課長 補佐) is another than the head. */
function splitName(text: string): { readonly title: string; readonly name: string } {
  const parts = text.split(/\s+/);
  const last = parts.findLastIndex((part) => part.endsWith('長'));
  const name = parts.slice(last + 1).join('');
  const isPost = /補佐|代理|代行|職務|心得|兼|取扱|[長員係]$/.test(name);
  return last < 0 || isPost ? { title: text, name: '' } : { title: parts.slice(0, last + 1).join(''), name };
}

/** @returns the normalised title of a post without its addition, for keys and look-ups */
export function foldPost(written: string): string {
  return read(written).title;
}

/** The posts by their titles, so that one can be looked for among many. */
export class PostIndex<Item> {
  readonly #byTitle = new Map<string, { readonly addition: string; readonly item: Item }[]>();

  add(written: string, item: Item): void {
    const { title, addition } = read(written);
    if (title !== '') addToGroup(this.#byTitle, title, { addition, item });
  }

  /** @returns the items whose post is the same as another: see `isSamePost` */
  same(written: string): Item[] {
    const { title, addition } = read(written);
    const found = this.#byTitle.get(title) ?? [];
    return found.filter((each) => !areTwo(each.addition, addition)).map(({ item }) => item);
  }
}

/** @returns what stands beside a post: 山田 in 税務課長（山田） */
export function additionOf(written: string): string {
  return read(written).addition;
}

/**
 * Whether two texts name one post. Additions do not matter (副市長（総務担当） is a 副市長), unless both have one and they differ:
 * those are two people. 山田 and 山田太郎, 総務 and 総務担当 do not differ.
 */
export function isSamePost(a: string, b: string): boolean {
  const [one, other] = [read(a), read(b)];
  return one.title !== '' && one.title === other.title && !areTwo(one.addition, other.addition);
}

/** Whether two texts name one post with different additions: those are two people. */
export function areTwoOfOnePost(a: string, b: string): boolean {
  const [one, other] = [read(a), read(b)];
  return one.title === other.title && areTwo(one.addition, other.addition);
}

function areTwo(one: string, other: string): boolean {
  return !one.startsWith(other) && !other.startsWith(one);
}

/** The kinds of divisions whose heads hold a role together, by the last letter before 長. */
const divisions = '課室所館園校局';

/** A title with 副 before it is that of a deputy, not of a head. */
const head = new RegExp(`(?<!副)[${divisions}]長$`);

/** 各課長, 全課室長, すべての所属長, 各課等の長. */
const each = /^(?:各|すべての|全ての|全)(.+?)(?:等)?の?長(?:等|ら)?$/;

/** 課室長, 課長・室長, 所属長, 課等の長: the kinds of divisions alone. */
const kinds = /^(?:所属|部署|機関|又は|及び|[部課室所館園校局等の長・,、/])+長(?:等|ら)?$/;

/**
 * The titles that a text means which names all heads of divisions (各課長, 課室長, 所属長), or of one kind; `undefined` where it
 * names one post.
 */
export function headsMeant(written: string): RegExp | undefined {
  const { title, addition } = read(written);
  const division = each.exec(title)?.[1];
  // 各部長, 各係長: those are no heads of divisions, and stand for their own kind alone.
  if (division !== undefined)
    return /[課室所館園校局]|部署|機関/.test(division) ? head : ending(`${division}長`);
  // One kind alone (課長) is every head of that kind, unless the brackets name more of them: 課（室）長.
  const isKind = new RegExp(`^[${divisions}]長$`).test(title);
  if (isKind && !/^[部課室所館園校局・,、]+$/.test(addition)) return ending(title);
  return title !== '部長' && kinds.test(title) ? head : undefined;
}

function ending(title: string): RegExp {
  return new RegExp(`(?<!副)${title.replaceAll(/[^\p{L}\p{N}]/gu, '')}$`, 'u');
}

/** Whether a text stands for every head of a division and so names no single post. */
export function isEveryHead(post: string): boolean {
  return headsMeant(post) !== undefined;
}
