import type { Random } from './random.ts';

/** Plain texts. */
const words = [
  ...[
    'a',
    'b c',
    'system-1',
    '2026-11-18',
    '10.0.0.10',
    'true',
    'False',
    '~',
    'null',
    '1',
    '007',
    '-1',
    '+2',
  ],
  ...['0x1F', '0o17', '1e3', '1.5', '.5', '-.5', '.inf', '-.Inf', '.nan', '1_000', '1-2', '1:2', '--', '-a'],
  ...[
    'a:b',
    'https://example.jp/?a=1#b',
    'a#b',
    '漢字　名',
    '　',
    '　a',
    '\u2028',
    '😀',
    'é',
    'a\u00a0',
    '=',
    '9a',
  ],
  ...['a - b', 'a ? b', "it's", 'say "x"', 'a & b', 'a * b', 'a | b', 'a > b', '.a', 'NULL', 'nothing', '<'],
];
/** Texts that mean something else, in brackets or everywhere, or nothing. */
const oddWords = [
  ...[
    'a, b',
    'a]b',
    'x{y}',
    '- a',
    '? a',
    ': a',
    'a: b',
    'a:',
    'a #b',
    '@a',
    '%a',
    '`a',
    '!a',
    '!!str a',
    '?a',
  ],
  ...[
    ':a',
    '...',
    '---',
    '',
    '-',
    '&x',
    '*x',
    '|',
    '> a',
    'a\tb',
    '"a" b',
    "'a'b",
    '[a] b',
    '{a',
    '<<',
    '-\ta',
  ],
];
const quoted = [
  ...[
    '"a"',
    '""',
    '" "',
    '"a: b"',
    '"a # b"',
    '"a\\nb"',
    '"\\"q\\""',
    '"\\u3042"',
    '"a\tb"',
    '"漢"',
    '"\\\\"',
  ],
  ...[
    '"\\/"',
    '"a, ]}"',
    '"\u0085"',
    '"\u007f"',
    '"　"',
    "'a'",
    "''",
    "' '",
    "'it''s'",
    "'a: b'",
    "'\\n'",
    "'['",
  ],
  ...["'\"'", '"null"', "'1'"],
];
const oddQuoted = [
  '"\\x41"',
  '"\\U00000041"',
  '"\\ta"',
  '"\\q"',
  "'a''",
  '"a',
  '"a\\"',
  '"a\nb"',
  "'a\n\n b'",
  '"\\u304"',
];
const keys = [
  ...[
    'a',
    'b',
    'c',
    'id',
    'name',
    '名称',
    'a b',
    '1',
    '2',
    'a:b',
    '~',
    'true',
    'constructor',
    '"a"',
    '"b"',
    "'a'",
  ],
  ...['"<<"', '"a: b"', '"q\\"r"', 'a ', '"a" ', 'a#b', '😀', '0x1', "'it''s'", '"constructor"'],
];
const oddKeys = [
  '-a',
  '__proto__',
  '"__proto__"',
  '<<',
  'a,b',
  'a[0]',
  '.a',
  '[a]',
  '? a',
  '&x a',
  '*x ',
  '',
  'a\t',
  '- a',
];
const names = ['x', 'y', 'x:', 'z-1', '名'];
const comments = ['# c', '#', '# a: b', '#\tc', '# 漢', '# "'];
const headers = ['|', '>', '|-', '>-', '|+', '>+', '| # c'];
const oddHeaders = ['|2', '>1-', '|-+', '| c', '|#', '>\t'];

/** Makes up a text of YAML as registers are written, with what they seldom have strewn in. */
export function madeUpYaml(random: Random): string {
  const maker = new Maker(random);
  const text = maker.documents();
  const endings = random.below(8);
  return endings === 0
    ? text.replaceAll('\n', '\r\n')
    : endings === 1
      ? text.replaceAll('\n', () => random.pick(['\n', '\r\n']))
      : text;
}

class Maker {
  readonly #random: Random;
  /** how seldom something odd is written */
  readonly #sanity: number;
  /** With few keys they soon repeat, as in records of one kind. */
  readonly #keys: readonly string[];
  #anchors: string[] = [];

  constructor(random: Random) {
    this.#random = random;
    this.#sanity = random.pick([20, 100, 1000, 10_000]);
    const count = random.pick([3, 6, keys.length]);
    this.#keys = Array.from({ length: count }, () => random.pick(keys));
  }

  /** Whether something odd is written here. */
  #isOdd(): boolean {
    return this.#random.once(this.#sanity);
  }

  documents(): string {
    const random = this.#random;
    const count = random.pick([1, 1, 1, 1, 1, 2, 3]);
    const documents = Array.from({ length: count }, (_, index) => this.#document(index > 0));
    const odd = this.#isOdd() ? random.pick(['...', '...\n', '  a', '\t']) : '';
    const end = random.once(6)
      ? random.pick(['', ' ', '\n\n', '# c', '---', '---\n', '  # c\n', '\n  '])
      : odd;
    const text = documents.join('') + end;
    return random.once(6) && text.endsWith('\n') ? text.slice(0, -1) : text;
  }

  #document(isMarked: boolean): string {
    const random = this.#random;
    const marker = isMarked ? !this.#isOdd() : random.once(8);
    this.#anchors = [];
    const head = this.#between(0) + (marker ? `---${this.#lineEnd()}` : '') + this.#between(0);
    const indent = this.#isOdd() ? 2 : 0;
    const kind = random.below(16);
    if (kind === 0) return head;
    if (kind === 1 && random.once(3)) return `${head}${this.#scalar()}${this.#lineEnd()}`;
    if (kind === 2) return `${head}${this.#flow(3, 0)}${this.#lineEnd()}`;
    return head + (kind < 5 ? this.#sequence(indent, 3) : this.#mapping(indent, 3));
  }

  #mapping(indent: number, depth: number): string {
    const pairs = this.#keysOfOne(1 + this.#random.below(4)).map((key, index) => {
      const pad = index === 0 ? this.#pad(indent) : this.#between(indent) + this.#pad(indent);
      const isMerge = this.#random.once(12) && this.#anchors.length > 0;
      return isMerge
        ? `${pad}<<: ${this.#brought()}${this.#lineEnd()}`
        : `${pad}${key}:${this.#value(indent, depth)}`;
    });
    return pairs.join('');
  }

  #sequence(indent: number, depth: number): string {
    const items = Array.from({ length: 1 + this.#random.below(4) }, (_, index) => {
      const pad = index === 0 ? this.#pad(indent) : this.#between(indent) + this.#pad(indent);
      return `${pad}-${this.#item(indent, depth)}`;
    });
    return items.join('');
  }

  #item(indent: number, depth: number): string {
    const random = this.#random;
    if (depth === 0 || random.once(3)) return this.#value(indent, depth);
    const gap = 1 + (random.once(8) ? random.below(3) : 0);
    const anchor = this.#isOdd() ? `&${random.pick(names)} ` : '';
    const inner = random.once(4)
      ? this.#sequence(indent + 1 + gap, depth - 1)
      : this.#mapping(indent + 1 + gap, depth - 1);
    // What begins behind the dash is indented by it.
    return ' '.repeat(gap) + anchor + inner.slice(indent + 1 + gap);
  }

  /** What comes behind a colon or a dash, up to the end of its last line. */
  #value(indent: number, depth: number): string {
    const random = this.#random;
    const anchor = random.once(8) ? ` ${this.#anchor()}` : '';
    switch (random.below(depth > 0 ? 16 : 10)) {
      case 0:
        return (this.#isOdd() ? anchor : '') + this.#lineEnd();
      case 1:
        return ` ${this.#alias()}${this.#lineEnd()}`;
      case 2:
        return `${anchor} ${this.#blockScalar(indent)}`;
      case 3:
      case 4:
        return `${anchor} ${this.#flow(2, indent)}${this.#lineEnd()}`;
      case 5:
        return `${anchor}${this.#lineEnd()}${this.#pad(indent + 1)}${this.#scalar()}${this.#lineEnd()}`;
      case 10:
      case 11:
      case 12: {
        const deeper = indent + (random.once(4) ? 0 : 1 + random.below(3));
        return anchor + this.#lineEnd() + this.#between(deeper) + this.#sequence(deeper, depth - 1);
      }
      case 13:
      case 14:
      case 15: {
        const deeper = indent + 1 + random.below(3);
        return anchor + this.#lineEnd() + this.#between(deeper) + this.#mapping(deeper, depth - 1);
      }
      default:
        return `${anchor} ${this.#scalar()}${this.#lineEnd()}`;
    }
  }

  #blockScalar(indent: number): string {
    const random = this.#random;
    const width = indent + 1 + random.below(3);
    const lines = Array.from({ length: random.below(5) }, () => {
      if (random.once(4)) return `${' '.repeat(random.once(2) ? 0 : random.below(width + 1))}\n`;
      const more = random.once(5) ? random.pick([' ', '  ', '\t', '- ']) : '';
      return `${' '.repeat(width)}${more}${random.once(5) ? random.pick(comments) : random.pick(words)}\n`;
    });
    const content = lines.length > 0 || this.#isOdd() ? lines.join('') : `${' '.repeat(width)}a\n`;
    return `${random.pick(this.#isOdd() ? oddHeaders : headers)}\n${content}`;
  }

  #flow(depth: number, indent: number): string {
    const random = this.#random;
    const isMapping = random.once(2);
    const count = random.below(4);
    const parts = isMapping
      ? this.#keysOfOne(count).map((key) => this.#flowPair(key, depth, indent))
      : Array.from({ length: count }, () => this.#flowValue(depth, indent));
    const comma = random.pick([',', ', ', ' , ']);
    const inside = parts.join(random.once(6) ? comma + this.#gap(indent) : comma);
    const isTrailing = parts.length > 0 ? random.once(10) : this.#isOdd();
    const filled = `${this.#gap(indent)}${inside}${isTrailing ? ',' : ''}${this.#gap(indent)}`;
    return isMapping ? `{${filled}}` : `[${filled}]`;
  }

  #flowPair(key: string, depth: number, indent: number): string {
    const random = this.#random;
    if (random.once(12)) return random.pick([key, `${key}:`, `${key}: `]);
    if (random.once(12) && this.#anchors.length > 0) return `<<: ${this.#brought()}`;
    const colon = /["'] ?$/.test(key) ? random.pick([':', ': ', ' : ']) : random.pick([': ', ' : ', ':  ']);
    return key + colon + (random.once(10) ? this.#gap(indent) : '') + this.#flowValue(depth, indent);
  }

  #flowValue(depth: number, indent: number): string {
    const random = this.#random;
    if (depth > 0 && random.once(4)) return this.#flow(depth - 1, indent);
    if (random.once(10)) return this.#alias();
    return random.once(12) ? `${this.#anchor()} ${this.#scalar()}` : this.#scalar();
  }

  #anchor(): string {
    const name = this.#random.pick(names);
    this.#anchors.push(name);
    return `&${name}`;
  }

  /** An alias to what may be known: to what it belongs to, if it does. */
  #alias(): string {
    if (this.#anchors.length === 0 && !this.#isOdd()) return this.#scalar();
    return `*${this.#random.pick(this.#isOdd() ? names : this.#anchors)}`;
  }

  /** What a `<<` brings in, which is a mapping where chance will have it. */
  #brought(): string {
    const random = this.#random;
    if (random.once(3)) return random.pick(['{a: 1}', '{b: ~, z: [1]}', '[{a: 1}, {c: 2}]', '{}', '[]']);
    return random.once(4) ? `[${this.#alias()}, ${this.#alias()}]` : this.#alias();
  }

  /** Between two parts of what stands in brackets. */
  #gap(indent: number): string {
    const random = this.#random;
    if (!random.once(10)) return random.pick(['', '', ' ']);
    return `${random.pick(['', ' # c'])}\n${' '.repeat(this.#isOdd() ? 0 : indent + 1)}`;
  }

  /** The keys of one mapping, which are mostly different ones. */
  #keysOfOne(count: number): string[] {
    const drawn = Array.from({ length: count }, () =>
      this.#random.pick(this.#isOdd() ? oddKeys : this.#keys),
    );
    return this.#isOdd()
      ? drawn
      : [...new Map(drawn.map((key) => [key.replaceAll(/["' ]/g, ''), key])).values()];
  }

  #scalar(): string {
    const random = this.#random;
    const isQuoted = random.once(4);
    if (this.#isOdd()) return random.pick(isQuoted ? oddQuoted : oddWords);
    return random.pick(isQuoted ? quoted : words);
  }

  #lineEnd(): string {
    const random = this.#random;
    if (!random.once(8)) return '\n';
    const blanks = this.#isOdd() ? '' : random.pick([' ', '  ']);
    return `${blanks}${random.once(2) ? random.pick(comments) : ''}\n`;
  }

  /** Lines between two others: mostly none. */
  #between(indent: number): string {
    const random = this.#random;
    if (!random.once(10)) return '';
    return random.pick(['\n', '  \n', '\n\n', `${' '.repeat(indent)}# c\n`, '# c\n', '      # c\n']);
  }

  #pad(indent: number): string {
    return ' '.repeat(Math.max(0, indent + (this.#isOdd() ? this.#random.pick([-1, 1]) : 0)));
  }
}

/** What means something to YAML, or is not allowed in it, and a few more. */
const dangerous = [
  ...':#-?,[]{}&*!|>\'"%@`\\~<=.+0aé \t\n\r',
  ...[
    '\uFEFF',
    '\u3000',
    '\u2028',
    '\u0085',
    '\u0080',
    '\0',
    '\u001b',
    '\u007f',
    '\uFFFE',
    '\uD83D',
    '\uDE00',
  ],
  ...[
    '\r\n',
    '\n---\n',
    '\n...\n',
    '--- ',
    ': ',
    ' #',
    '- ',
    '\n  ',
    '    ',
    '&x ',
    '*x',
    '<<: ',
    '!!str ',
    '%YAML 1.2\n',
  ],
];

/** Damages a text in a few places. */
export function damaged(text: string, random: Random): string {
  let made = text;
  for (let times = 1 + random.below(3); times > 0; times--) made = damagedOnce(made, random);
  return made;
}

function damagedOnce(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  switch (random.below(9)) {
    case 0:
    case 1:
    case 2:
      return text.slice(0, at) + random.pick(dangerous) + text.slice(at);
    case 3:
      return text.slice(0, at) + random.pick(dangerous) + text.slice(at + 1);
    case 4:
      return text.slice(0, at) + text.slice(at + 1);
    case 5:
      return text.slice(0, at);
    default:
      return withOtherLines(text.split('\n'), random).join('\n');
  }
}

function withOtherLines(lines: readonly string[], random: Random): string[] {
  const at = random.below(lines.length);
  const other = random.below(lines.length);
  const [line = '', taken = ''] = [lines[at], lines[other]];
  switch (random.below(4)) {
    case 0:
      return lines.with(at, taken).with(other, line);
    case 1:
      return lines.with(at, ' '.repeat(1 + random.below(3)) + line);
    case 2:
      return lines.with(at, line.replace(/^ {1,2}/, ''));
    default:
      return lines.toSpliced(at, random.below(2), taken);
  }
}
