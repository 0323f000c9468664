import {
  type Document,
  parseAllDocuments,
  visit,
  type YAMLMap,
  type YAMLParseError,
  type YAMLSeq,
} from 'yaml';
import { fullWidthMark } from './full-width.ts';
import type { SyntaxKind, YamlProblem } from './problem.ts';

/** What the fast parser said of a text that it could not read. */
export interface Refusal {
  readonly reason: string;
  readonly offset: number;
}

interface LocatedError {
  readonly kind: SyntaxKind;
  readonly start: number;
  readonly end?: number;
}

/** A `syntax` problem. */
export type SyntaxProblem = Extract<YamlProblem, { code: 'syntax' }>;

/**
 * Names the first syntax error of a text that is not YAML. The `yaml` package classifies errors by code and
 * says where they begin; the fast parser only says where it gave up.
 *
 * @param given what the fast parser said, for the errors that only it sees
 */
export function firstSyntaxError(text: string, given: Refusal): SyntaxProblem {
  const limit = limits.find(([words]) => given.reason.includes(words));
  if (limit !== undefined) return problem({ kind: limit[1], start: given.offset }, given.reason);
  // A lone CR ends a line (YAML 1.2 section 5.4), but not for the `yaml` package.
  const documents = parse(text.replaceAll(/\r(?!\n)/g, '\n'));
  const error = documents.flatMap(({ errors }) => errors).sort((a, b) => a.pos[0] - b.pos[0])[0];
  if (error === undefined) {
    // A closing bracket as far left as its key, which the `yaml` package lets pass.
    const kind = given.reason === 'deficient indentation' ? 'indentation' : 'other';
    return problem({ kind, start: given.offset }, given.reason);
  }
  const place = dashBefore(locateError(error, documents, text, given), text);
  const mark = fullWidthMark(text, place.kind, Math.min(error.pos[0], place.start), place.start);
  if (mark === undefined) return problem(place, error.message);
  const before = text.slice(
    Math.max(text.lastIndexOf('\n', mark - 1), text.lastIndexOf('\r', mark - 1)) + 1,
    mark,
  );
  const indents = text.charAt(mark) === '\u3000' && /^[ \t\u3000]*$/.test(before);
  return problem({ kind: indents ? 'full-width-indentation' : 'full-width', start: mark }, text.charAt(mark));
}

/** Errors that only the fast parser reports, by a part of its message. */
const limits: readonly (readonly [string, SyntaxKind])[] = [
  ['non-printable', 'control-character'],
  ['null byte', 'control-character'],
  ['valid JSON character', 'control-character'],
];

function problem({ kind, start, end = start + 1 }: LocatedError, detail: string): SyntaxProblem {
  return { code: 'syntax', start, end: Math.max(end, start + 1), kind, detail };
}

function parse(text: string): Document.Parsed[] {
  const documents = parseAllDocuments(text, { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' });
  return Array.isArray(documents) ? documents : [];
}

function locateError(
  error: YAMLParseError,
  documents: readonly Document.Parsed[],
  text: string,
  given: Refusal,
): LocatedError {
  const { code, message } = error;
  const [start, end] = error.pos;
  const here = (kind: SyntaxKind): LocatedError => ({ kind, start, end });
  switch (code) {
    case 'TAB_AS_INDENT':
      return here('tab');
    case 'BAD_INDENT':
      return message.startsWith('Flow') ? unclosedBracket(error, documents) : here('indentation');
    case 'MISSING_CHAR':
      if (message.startsWith('Missing closing')) return unclosedQuote(error, documents);
      if (message.startsWith('Flow')) return unclosedBracket(error, documents);
      if (message.startsWith('Missing ,')) return here('comma');
      if (message.startsWith('Implicit map keys')) return here(colonKind(text, start));
      return here(message.startsWith('Sequence item') ? 'indentation' : 'other');
    case 'MULTILINE_IMPLICIT_KEY':
      return here(message.startsWith('Implicit keys of flow') ? 'comma' : colonKind(text, start));
    case 'BLOCK_AS_IMPLICIT_KEY':
      // `key: value` and a key on a line of its own below, indented further, look the same to the parser.
      return /[\r\n]/.test(text.slice(start, given.offset))
        ? { kind: 'indentation', start: startOfLine(text, given.offset) }
        : here('colon-in-value');
    case 'BLOCK_IN_FLOW':
      if (!given.reason.startsWith('missed comma')) return here('other');
      if (text[given.offset] !== ':') return { kind: 'comma', start: given.offset };
      return commaLacking(text, start, given.offset) ?? here('colon-in-value');
    case 'BAD_SCALAR_START':
      return here('reserved-character');
    case 'UNEXPECTED_TOKEN':
      return here(message.endsWith('at node end') && beginsLine(text, start) ? 'indentation' : 'other');
    default:
      return here('other');
  }
}

/** Locates an unclosed quote where it opens; the parser reports where the text ends. */
function unclosedQuote({ pos }: YAMLParseError, documents: readonly Document.Parsed[]): LocatedError {
  let start = pos[0];
  for (const document of documents) {
    visit(document, {
      Scalar(_, { range, type }) {
        if (range?.[1] === pos[0] && type?.startsWith('QUOTE')) start = range[0];
      },
    });
  }
  return { kind: 'quote', start };
}

/** Locates an unclosed bracket where it opens; of several, the innermost. */
function unclosedBracket(
  { pos, message }: YAMLParseError,
  documents: readonly Document.Parsed[],
): LocatedError {
  let start = pos[0];
  const open = (_: unknown, { flow, range }: YAMLMap | YAMLSeq) => {
    if (flow === true && range?.[1] === pos[0]) start = range[0];
  };
  for (const document of documents)
    visit(document, message.startsWith('Flow map') ? { Map: open } : { Seq: open });
  return { kind: 'bracket', start };
}

/**
 * `{ id: a name: b }`: a word behind a blank and before a colon is a key that lacks its comma where the same word is a key
 * elsewhere in the text. Otherwise it may be part of the value, which then needs quotes.
 */
function commaLacking(text: string, start: number, colon: number): LocatedError | undefined {
  const word = /[^\s，、:][ \t]+([A-Za-z]\w*)$/.exec(text.slice(start, colon))?.[1];
  if (word === undefined) return undefined;
  const asKey = new RegExp(`(?:^[ \\t]*(?:- +)*|[{,]\\s*)${word}[ \\t]*:(?=\\s)`, 'm');
  return asKey.test(text) ? { kind: 'comma', start: colon - word.length, end: colon } : undefined;
}

/** `-id: a` is a key to the parser, which then finds the next line indented too far. */
function dashBefore(place: LocatedError, text: string): LocatedError {
  if (place.kind !== 'indentation') return place;
  const line = startOfLine(text, place.start);
  const lines = text.slice(0, line + 1).split(/\r\n?|\n/);
  const above = lines.at(-2) ?? '';
  const [before] = /^[ \t]*-(?=[A-Za-z][\w-]*:)/.exec(above) ?? [];
  if (before === undefined) return place;
  const start = text.lastIndexOf(above, line - 1) + before.length - 1;
  return { kind: 'space-after-dash', start };
}

function colonKind(text: string, offset: number): SyntaxKind {
  const [line = ''] = text.slice(offset).split(/[\r\n]/, 1);
  if (line.includes('：')) return 'full-width-colon';
  if (/^(?:- +)*[\w-]+:[^\s:/]/.test(line)) return 'space-after-colon';
  const isFirst = /^(?:[ \t]*(?:#.*)?(?:[\r\n]|$))*$/.test(text.slice(0, offset));
  return isFirst && !/[:{[\]}]/.test(line) ? 'title' : 'colon';
}

/** Whether a word begins its line, and so was meant for a key of a level that does not exist. */
function beginsLine(text: string, offset: number): boolean {
  return startOfLine(text, offset) === offset && text[offset] !== '-';
}

/** @returns where the first word stands on the line of an offset */
function startOfLine(text: string, offset: number): number {
  const line = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return line + text.slice(line).search(/[^ \t]|$/);
}
