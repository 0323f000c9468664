import { styleText } from 'node:util';
import type { Language } from '../../base/localized.ts';
import type { Citation, Clause } from '../../policy/policy.ts';
import { wordInForce } from '../../result/words.ts';
import type { ReportOptions } from '../format.ts';
import { columns } from '../paper/columns.ts';
import { logLine } from '../paper/log-line.ts';
import { oneLine } from '../paper/one-line.ts';
import { wrap } from '../paper/wrap.ts';
import { type CatalogueText, catalogueTexts } from './words.ts';

type Format = Parameters<typeof styleText>[0];

const narrowest = 30;

/** A page of the catalogue for a terminal: lines wrapped to its width, coloured if it supports colours. */
export class Page {
  readonly words: CatalogueText;
  readonly width: number;
  readonly #language: ReportOptions['language'];
  readonly #color: ReportOptions['color'];
  readonly #lines: string[] = [];

  constructor({ language, color, width }: ReportOptions) {
    this.words = catalogueTexts[language];
    this.width = width ?? Number.POSITIVE_INFINITY;
    this.#language = language;
    this.#color = color;
  }

  line(line = ''): void {
    this.#lines.push(logLine(line));
  }

  /** A text after a prefix; wrapped lines are indented to where the text began. Colour is applied after wrapping. */
  paragraph(prefix: string, content: string, format?: Format): void {
    const indent = columns(prefix);
    const lines = wrap(oneLine(content).trim(), Math.max(narrowest, this.width - indent));
    for (const [index, line] of lines.entries())
      this.line(`${index === 0 ? prefix : ' '.repeat(indent)}${this.paint(line, format)}`);
  }

  /** A rule's id and title; the title goes on the next line where the two do not fit on one. */
  rule(id: string, title: string): void {
    const painted = `  ${this.paint(id, 'cyan')}`;
    if (columns(`  ${id}  ${title}`) <= this.width) {
      this.paragraph(`${painted}  `, title);
      return;
    }
    this.line(painted);
    this.paragraph('    ', title);
  }

  /** Lines after a label, which is shown on the first line only. */
  labelled(label: keyof CatalogueText['labels'], contents: readonly string[], format?: Format): void {
    const { labels } = this.words;
    const width = Math.max(...Object.values(labels).map(columns)) + 2;
    for (const [index, content] of contents.entries()) {
      const shown = index === 0 ? labels[label] : '';
      this.paragraph(`  ${this.paint(shown, 'dim')}${' '.repeat(width - columns(shown))}`, content, format);
    }
  }

  paint(text: string, format?: Format): string {
    if (format === undefined || text === '' || this.#color === 0) return text;
    // The command line has already decided whether to use colours, so the streams are not inspected here.
    return styleText(format, text, { validateStream: false });
  }

  /** A clause that cites a rule: `6(3)ア[1]  マイナンバー利用事務系の分離（義務、明記）`. */
  citation(citation: Citation): string {
    const { modality, comma, aside } = this.words;
    const { ref, title, modality: force, inForce } = citation.clause;
    const basis = wordBasis(citation, this.words, this.#language);
    const days = inForce === undefined ? [] : [wordInForce(inForce)[this.#language]];
    return `${ref}  ${title[this.#language]}${aside([modality[force], basis, ...days].join(comma))}`;
  }

  toString(): string {
    return `${this.#lines.join('\n')}\n`;
  }
}

/** A reference, with the days on which its clause is in force, where it states any: 6(3)（2027-04-01 から）. */
export function wordReference({ ref, inForce }: Pick<Clause, 'ref' | 'inForce'>, language: Language): string {
  return inForce === undefined ? ref : ref + catalogueTexts[language].aside(wordInForce(inForce)[language]);
}

/** How a clause supports a rule, and what it asks of it: 解釈、深刻度 中、機密性Ⅲ以上. */
export function wordBasis(
  citation: Omit<Citation, 'clause'>,
  words: CatalogueText,
  language: Language,
): string {
  const { basis, severity, terms = [] } = citation;
  return [
    words.basis[basis],
    ...(severity === undefined ? [] : [words.severityOf(words.severity[severity])]),
    ...terms.map((term) => term[language]),
  ].join(words.comma);
}
