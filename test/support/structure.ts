import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import Papa from 'papaparse';
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import { SaxesParser } from 'saxes';
import { readCalendar } from './calendar.ts';

/**
 * What a reader makes of a report besides its texts: elements, keys, rows, commands, links. Two reports that differ in
 * texts alone have the same.
 */
export type Structure = readonly string[];

/** How each format is read, by a program that knows nothing of sekisho, or as the program reads it that it is for. */
export const structureOf: Readonly<Record<string, (report: string) => Structure>> = {
  text: lines,
  // What is indented further goes on where a line is full, so it depends on the length of texts.
  todo: (report) => lines(report).filter((line) => !(Number(line) > 4)),
  json,
  ndjson: (report) => jsonLines(report).flatMap(json),
  ical: (report) => readCalendar(report).events.map((event) => Object.keys(event).join(' ')),
  sarif: json,
  'sarif-audit': json,
  gitlab: json,
  junit: xml,
  svg: xml,
  html: page,
  markdown,
  csv,
  github: commands,
  mermaid,
  dot,
};

/** Every text in a report, as its reader gets it. */
export const textOf: Readonly<Record<string, (report: string) => string>> = {
  text: (report) => report,
  todo: (report) => report,
  json: strings,
  ndjson: (report) => jsonLines(report).map(strings).join('\n'),
  ical: (report) =>
    readCalendar(report)
      .events.flatMap((event) => Object.values(event))
      .join('\n'),
  sarif: strings,
  'sarif-audit': strings,
  gitlab: strings,
  junit: xmlText,
  svg: xmlText,
  html: (report) => texts(parse(report)).join('\n'),
  markdown: (report) =>
    texts(parseFragment(shownOf(report)))
      .join('\n')
      .replaceAll('\u200b', ''),
  csv: (report) => Papa.parse<string[]>(report).data.flat().join('\n'),
  github: (report) => report,
  mermaid: (report) => report.replaceAll(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))),
  dot: (report) => report.replaceAll(/\\(.)/g, '$1').replaceAll('&#35;', '#').replaceAll('&amp;', '&'),
};

/** The lines of a report for a terminal, by how far they are indented. */
function lines(report: string): Structure {
  return report.split('\n').map((line) => {
    if (line.trim() === '') return '';
    if (/^\s+│ +\^+$/.test(line)) return 'mark';
    return line.startsWith(' ') ? `${/^ */.exec(line)?.[0].length}` : 'text';
  });
}

/** The lines of a report of which each is JSON. */
function jsonLines(report: string): readonly string[] {
  return report.trimEnd().split('\n');
}

function json(report: string): Structure {
  const found: string[] = [];
  const visit = (value: unknown, at: string): void => {
    if (Array.isArray(value)) {
      found.push(`${at} [${value.length}]`);
      for (const [index, item] of value.entries()) visit(item, `${at}/${index}`);
      return;
    }
    if (typeof value !== 'object' || value === null) {
      found.push(`${at} ${value === null ? 'null' : typeof value}`);
      return;
    }
    found.push(`${at} {${Object.keys(value).length}}`);
    for (const [key, item] of Object.entries(value)) visit(item, `${at}/${key}`);
  };
  visit(JSON.parse(report), '');
  return found;
}

function strings(report: string): string {
  const found: string[] = [];
  JSON.parse(report, (key, value) => {
    found.push(key, ...(typeof value === 'string' ? [value] : []));
    return value;
  });
  return found.join('\n');
}

function xmlText(report: string): string {
  const found: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ attributes }) => found.push(...Object.values(attributes)));
  parser.on('text', (text) => found.push(text));
  parser.write(report).close();
  return found.join('\n');
}

/** Elements, each with its attributes. How many lines a text of a drawing takes depends on its length. */
function xml(report: string): Structure {
  const found: string[] = [];
  const open: string[] = [];
  let isText = false;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    open.push(name);
    const names = Object.keys(attributes).join(' ');
    const element = `${open.join('/')} ${names} ${attributes['class'] ?? ''}`;
    if (!(name === 'text' && isText)) found.push(element);
    isText = name === 'text';
  });
  parser.on('closetag', () => open.pop());
  parser.on('comment', () => found.push('comment'));
  parser.on('cdata', () => found.push('cdata'));
  parser.on('processinginstruction', () => found.push('instruction'));
  parser.on('doctype', () => found.push('doctype'));
  parser.write(report).close();
  return found;
}

type Node = DefaultTreeAdapterTypes.Node;

/** @throws if the page has what browsers have to mend */
function page(report: string): Structure {
  const mended: string[] = [];
  const found = nodes(parse(report, { onParseError: ({ code }) => mended.push(code) }), '');
  if (mended.length > 0) throw new Error(`the page has ${mended.join(', ')}`);
  return found;
}

/** Attributes of which the value is of our making, with what identifies a record cut off. */
const ours = new Set(['class', 'href', 'id', 'name', 'data-verdict', 'data-suppression', 'role', 'lang']);

function nodes(node: Node, above: string): string[] {
  if (node.nodeName === '#comment') return [`${above} comment`];
  if (node.nodeName === '#documentType') return ['doctype'];
  if (!('childNodes' in node)) return [];
  const path = node.nodeName.startsWith('#') ? above : `${above}/${node.nodeName}`;
  const attributes = ('attrs' in node ? node.attrs : [])
    .map(({ name, value }) => (ours.has(name) ? `${name}=${value.replace(/^(#?[a-z]*-).*$/s, '$1')}` : name))
    .join(' ');
  const below: string[] = [];
  for (const child of node.childNodes) {
    const found = nodes(child, path);
    const isLineOfText = child.nodeName === 'text' && found[0] !== undefined && below.at(-1) === found[0];
    below.push(...(isLineOfText ? [] : found));
  }
  return [`${path} ${attributes}`.trimEnd(), ...below];
}

/** As GitHub and GitLab show it: elements, and what they make of the texts outside code afterwards. */
function markdown(report: string): Structure {
  const root = parseFragment(shownOf(report));
  return [...nodes(root, ''), ...texts(root, 'code').flatMap((text) => text.match(made) ?? [])];
}

function shownOf(report: string): string {
  return micromark(report, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

/** What the forges make links, pictures or marks of: names, addresses, numbers, emoji, formulas, pages of a wiki. */
const made =
  /@[\w"]|\w+:\/\/|\bwww\.|[#!$%~]["\w]|&\d|\bGH-\d|:(?:[+-]1|\d*[a-z][\w+-]*):|\$[^\s$\u200b]|\[\[|[{[][+-]|\[\w+:|\*iteration:/gi;

/** @param besides the element in which no text is looked for */
function texts(node: Node, besides = ''): string[] {
  if (node.nodeName === besides) return [];
  if ('value' in node) return [node.value];
  return 'childNodes' in node ? node.childNodes.flatMap((child) => texts(child, besides)) : [];
}

/** Rows and cells; where a program takes more characters for the end of a cell, none that it reads may be a formula. */
function csv(report: string): Structure {
  const text = report.replace(/^\uFEFF/, '');
  const { data, errors } = Papa.parse<string[]>(text, { newline: '\r\n', delimiter: ',' });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const formulas = (rows: readonly (readonly string[])[]) =>
    rows.flat().filter((cell) => /^[\s\p{Cf}]*[=+\-@]/u.test(cell.normalize('NFKC')));
  return [
    ...data.map((row) => `${row.length}`),
    ...formulas(data),
    ...formulas(separated(text)).map((cell) => `${cell} behind another separator`),
  ];
}

/** As LibreOffice reads it, which by itself takes commas, semicolons and tabs for the end of a cell. */
function separated(text: string): string[][] {
  return text.split('\r\n').map((line) => {
    const cells = line.match(/(?<=^|[,;\t])(?:"(?:[^"]|"")*"|[^",;\t][^,;\t]*)?(?=$|[,;\t])/g) ?? [];
    return cells.map((cell) => cell.replace(/^"(.*)"$/s, '$1').replaceAll('""', '"'));
  });
}

/** The commands of a log, as GitHub's runner reads them (its ActionCommand.cs), with their properties. */
export function commands(log: string): Structure {
  return log.split(/\r\n|\r|\n/).flatMap((line) => {
    const trimmed = line.replace(/^[\s\p{Default_Ignorable_Code_Point}\0]+/u, '');
    const end = trimmed.indexOf('::', 2);
    if (trimmed.startsWith('::') && end > 0) {
      const [name, ...properties] = trimmed.slice(2, end).split(' ');
      const keys = properties
        .join(' ')
        .split(',')
        .map((pair) => pair.split('=')[0]);
      return [`::${name} ${keys.join()}`];
    }
    return anywhere(line);
  });
}

/** What the runners of GitHub, Azure and TeamCity take for a command wherever it stands in a line, as they compare texts. */
export function anywhere(line: string): string[] {
  return (
    line.replaceAll(/[\p{Default_Ignorable_Code_Point}\0]/gu, '').match(/##(?:vso|teamcity)?\[[^\]]*/gi) ?? []
  );
}

/** The lines of a diagram without what stands in its quotes. @throws if a label has what mermaid reads more into */
function mermaid(report: string): Structure {
  return report.split('\n').map((line) => {
    const [begin] = /^ {2}(?:accTitle: |accDescr: |%% \d+: )/.exec(line) ?? [];
    if (begin !== undefined) {
      if (/[;{}%<>"]/.test(line.slice(begin.length))) throw new Error(line);
      return begin;
    }
    return line.replaceAll(/"([^"]*)"/g, (_, label: string) => {
      if (/[<>[\](){}|`\\*_~$]|^[-+]|&|%%|#(?!\d+;)|fa\w?:fa-/.test(label)) throw new Error(label);
      return '""';
    });
  });
}

/** A quote, a backslash, the end of a line that stands to the left, and what Graphviz reads as `&` and `#`. */
const known = new Set(['\\"', '\\\\', '\\l', '&amp;', '&#35;']);

/** The tokens of a graph without what stands in its strings. @throws if a string has what Graphviz reads more into */
function dot(report: string): Structure {
  return report
    .replaceAll(/"((?:[^"\\]|\\.)*)"/gs, (_, string: string) => {
      const escapes = (string.match(/\\.|&[^;\s]*;/gs) ?? []).filter((one) => !known.has(one));
      if (escapes.length > 0 || string.includes('\n')) throw new Error(`${escapes} in ${string}`);
      return '""';
    })
    .split('\n');
}
