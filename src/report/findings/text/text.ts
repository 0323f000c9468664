import type { ChalkInstance } from 'chalk';
import { groupBy } from '../../../base/groups.ts';
import {
  countsToday,
  type Finding,
  type FindingLocation,
  isAnnounced,
  noticeLevels,
  type Result,
  shownFindings,
} from '../../../result/result.ts';
import type { Reporter, ReportOptions } from '../../format.ts';
import { unbrokenCitation } from '../../paper/citation.ts';
import { columns } from '../../paper/columns.ts';
import { excerpt } from '../../paper/excerpt.ts';
import { tellHandling } from '../../paper/handling.ts';
import { tellNotices } from '../../paper/notice-lines.ts';
import { pathAsLine } from '../../paper/one-line.ts';
import { Sheet } from '../../paper/sheet.ts';
import { unbroken } from '../../paper/wrap.ts';
import { asFarAsJudged } from '../as-far-as-judged.ts';
import { type Block, blocksOf, causeOf, clausesOf, common, commonRemedy, headingOf } from '../blocks.ts';
import { divisionLine } from '../division-line.ts';
import { fromCell, shownCell, shownLocation, traceLines } from '../labelled.ts';
import { scopeLine } from '../scope-line.ts';
import { type ToDo, toDos } from '../to-do/to-dos.ts';
import { toDoTitle, whatToWrite } from '../to-do/what-to-write.ts';
import { countByLabel } from '../verdict-counts.ts';
import { type ReportText, reportTexts } from '../words.ts';
import { tellChange, tellHidden, tellStanding, tellTrust } from './change.ts';
import { tellSuppressed } from './suppressed.ts';

/**
 * The report for a terminal: errors and notices first; then fails and reviews, file by file with source lines; then
 * unknowns as a to-do list of facts to fill in; then what holds only from a day to come; last a summary line.
 */
export const text: Reporter<Result> = function* (result, options) {
  const page = new Page(result, options);
  const active = result.findings.filter(countsToday);
  const isShown = options.onlyFindings ?? (() => true);
  const listed = shownFindings(result).filter(isShown);
  const shown = listed.filter(countsToday);
  page.handling();
  page.notices();
  yield* page.findings(shown.filter(({ verdict }) => verdict !== 'unknown'));
  yield* page.toDos(shown.filter(({ verdict }) => verdict === 'unknown'));
  yield* page.announced(listed.filter(isAnnounced));
  page.change();
  if (options.showSuppressed) yield* page.suppressed();
  page.errors();
  page.summary(active);
  yield page.taken();
};

/**
 * Source lines are cut at this width even where the report is unlimited in width, since a line may be as long as a
 * file.
 */
const longestExcerpt = 160;
const narrowestExcerpt = 30;
const mostCitations = 6;
const mostReasons = 2;
/** How many rules are listed per fact to fill in: every rule waits for a file that cannot be read. */
const mostWaiting = 8;
/** How many facts to fill in are shown in detail; the others settle few judgements. */
const shownInDetail = 12;
/** How many of the records that lack a fact are named. */
const shownPlaces = 2;

class Page {
  readonly #result: Result;
  readonly #language: ReportOptions['language'];
  readonly #words: ReportText;
  readonly #sheet: Sheet;
  /** whether only findings that fail the run are shown (`--quiet`) */
  readonly #brief: boolean;
  /** whether every fact to fill in is shown in detail, with every record (`--todo-details`) */
  readonly #inDetail: boolean;
  readonly #widthOfLabels: number;
  readonly #prefixes = new Map<string, string>();

  constructor(result: Result, options: ReportOptions) {
    this.#result = result;
    this.#language = options.language;
    this.#words = reportTexts[options.language];
    this.#sheet = new Sheet(options);
    this.#brief = options.onlyFindings !== undefined;
    this.#inDetail = options.toDoDetails === true;
    this.#widthOfLabels = Math.max(...Object.values(this.#words.labels).map(columns)) + 2;
  }

  handling(): void {
    tellHandling(this.#sheet, this.#result.cover, this.#language);
  }

  notices(): void {
    tellNotices(this.#sheet, this.#result.notices, this.#language);
  }

  *findings(findings: readonly Finding[]): Generator<string> {
    let file: string | undefined;
    for (const block of blocksOf(findings)) {
      const [first] = block.findings;
      if (first.location.file !== file) {
        file = first.location.file;
        this.#sheet.line(this.#sheet.chalk.bold.underline(pathAsLine(file)));
        this.#sheet.line();
      }
      if (block.findings.length === 1) this.#finding(first);
      else yield* this.#block(block);
      yield this.taken();
    }
  }

  /** What clauses ask that are not in force yet, under a heading of its own; the unknowns among it by the day from which on. */
  *announced(findings: readonly Finding[]): Generator<string> {
    if (findings.length === 0) return;
    this.#sheet.paragraph('', this.#words.announcedTitle(findings.length), this.#sheet.chalk.bold.cyan);
    this.#sheet.line();
    yield* this.findings(findings.filter(({ verdict }) => verdict !== 'unknown'));
    const unknown = findings.filter(({ verdict }) => verdict === 'unknown');
    const byDay = groupBy(unknown, ({ announced = '' }) => announced);
    for (const [day, those] of [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)))
      yield* this.toDos(those, this.#words.announcedUnknownTitle(those.length, day));
  }

  *toDos(findings: readonly Finding[], title = this.#words.unknownTitle(findings.length)): Generator<string> {
    if (findings.length === 0) return;
    const all = toDos(findings);
    this.#sheet.paragraph('', title, this.#sheet.chalk.bold.yellow);
    this.#sheet.paragraph('', this.#words.unknownHint(all.length));
    this.#sheet.line();
    for (const [index, toDo] of all.entries()) {
      if (this.#inDetail || index < shownInDetail || all.length <= shownInDetail + 3)
        this.#toDo(index + 1, toDo);
      else
        this.#sheet.paragraph(
          this.#ordinal(index + 1),
          `${toDoTitle(toDo, this.#language)}  ${this.#words.settles(toDo.count)}`,
        );
      yield this.taken();
    }
    if (this.#inDetail) return;
    const isCut = all.length > shownInDetail + 3;
    if (isCut) this.#sheet.line();
    if (!isCut && all.every(({ records }) => records.length <= shownPlaces)) return;
    this.#sheet.paragraph('', this.#words.toDoList, this.#sheet.chalk.dim);
    this.#sheet.line();
  }

  change(): void {
    if (this.#brief) {
      tellTrust(this.#sheet, this.#result, this.#language);
      tellHidden(this.#sheet, this.#result, this.#language);
    } else tellChange(this.#sheet, this.#result, this.#language);
  }

  *suppressed(): Generator<string> {
    yield* tellSuppressed(this.#sheet, this.#result, this.#language);
  }

  errors(): void {
    const { errors } = this.#result;
    if (errors.length === 0) return;
    this.#sheet.line(this.#sheet.chalk.bold.red(this.#words.errorsTitle));
    for (const { message } of errors) this.#sheet.paragraph('  ', message[this.#language]);
    this.#sheet.line();
  }

  summary(active: readonly Finding[]): void {
    const { summary, errors, notices } = this.#result;
    const failed = errors.length > 0 || summary.findings.error > 0;
    // A result without findings is not good news where a warning puts the whole result in doubt.
    const doubtful = active.length > 0 || notices.some(({ code }) => noticeLevels[code] === 'warning');
    const paint = failed
      ? this.#sheet.chalk.red
      : doubtful
        ? this.#sheet.chalk.yellow
        : this.#sheet.chalk.green;
    const mark = failed ? '✖' : doubtful ? '⚠' : '✔';
    const counts = countByLabel(this.#result.findings);
    const found =
      active.length === 0
        ? asFarAsJudged(this.#words.nothing(counts), this.#result, this.#language)
        : `${this.#words.counts(counts)} (${this.#words.weights(summary.findings)})`;
    this.#sheet.paragraph('', scopeLine(this.#result, { language: this.#language }), this.#sheet.chalk.dim);
    const divisions = divisionLine(this.#result, this.#language);
    if (divisions !== undefined) this.#sheet.paragraph('', divisions, this.#sheet.chalk.dim);
    tellStanding(this.#sheet, this.#result, this.#language);
    this.#sheet.paragraph(
      '',
      `${mark} ${errors.length > 0 ? this.#words.unfinished(found) : found}`,
      paint.bold,
    );
  }

  /** What has been told since the last call. */
  taken(): string {
    return this.#sheet.taken();
  }

  #finding(finding: Finding): void {
    const { location, message } = finding;
    const position = `${location.line}:${location.column}`;
    this.#head(position, finding, message[this.#language]);
    if (location.source !== undefined)
      this.#sheet.paragraph('    ← ', shownCell(location.source), this.#sheet.chalk.dim);
    this.#excerpt(location, this.#paint(finding));
    this.#labelled('trace', this.#trace(finding));
    this.#labelled(
      'clause',
      finding.clauses.map((clause) => unbrokenCitation(clause, this.#language)),
    );
    this.#labelled('remedy', [finding.remedy[this.#language]]);
    this.#labelled('rule', [finding.ruleId], this.#sheet.chalk.dim);
    this.#sheet.line();
  }

  /** A block of findings: message and remedy once, then every location. */
  *#block(block: Block): Generator<string> {
    const { findings } = block;
    const [first] = findings;
    const language = this.#language;
    this.#head(this.#words.times(findings.length), first, headingOf(block, this.#result, language));
    const trace = common(findings, (finding) => this.#trace(finding));
    const cause = causeOf(block, language);
    this.#labelled('cause', cause === undefined ? [] : [cause]);
    this.#labelled('trace', trace ?? []);
    this.#labelled(
      'clause',
      clausesOf(findings).map((clause) => unbrokenCitation(clause, language)),
    );
    const remedy = commonRemedy(block, language);
    this.#labelled('remedy', remedy === undefined ? [] : [remedy]);
    this.#labelled('rule', [first.ruleId], this.#sheet.chalk.dim);
    const isStatementShared = common(findings, ({ statement }) => statement[language]) !== undefined;
    for (const [index, finding] of findings.entries()) {
      const row = [
        this.#blockRow(finding, first.location.file, isStatementShared),
        ...(trace === undefined ? this.#trace(finding).map((step) => `  ${step}`) : []),
        ...(remedy === undefined ? [`  ${this.#words.labels.remedy}: ${finding.remedy[language]}`] : []),
      ];
      for (const [at, line] of row.entries())
        this.#behind(index + at === 0 ? this.#words.labels.where : '', line);
      yield this.taken();
    }
    this.#sheet.line();
  }

  #blockRow({ location, record, message }: Finding, file: string, isStatementShared: boolean): string {
    const { line, column, source } = location;
    const position =
      location.file === file ? `${line}:${column}${fromCell(source)}` : shownLocation(location);
    return `${position} ${isStatementShared ? this.#words.quote(record.name) : message[this.#language]}`;
  }

  #trace(finding: Finding): string[] {
    return traceLines(finding, this.#language);
  }

  #head(position: string, finding: Finding, message: string): void {
    const { state } = finding;
    const weight = this.#words.label(finding);
    const isMarked =
      this.#result.comparison?.against === 'base' && state !== undefined && state !== 'unchanged';
    const { chalk } = this.#sheet;
    const paint = this.#paint(finding);
    this.#sheet.paragraph(
      `  ${chalk.dim(position)}  ${paint(isMarked ? this.#words.marked[state](weight) : weight)}  `,
      message,
      chalk.bold,
      4,
    );
  }

  /** The colour of how a finding weighs. Blue is the bright one, since the other cannot be read on black. */
  #paint({ severity, verdict }: Finding): ChalkInstance {
    const { red, yellow, blueBright } = this.#sheet.chalk;
    return verdict === 'review' ? blueBright : { error: red, warning: yellow, info: blueBright }[severity];
  }

  /** The source line, with the location marked, and underlined to the width that the terminal shows. */
  #excerpt(location: FindingLocation, paint: ChalkInstance): void {
    const source = this.#result.sourceLine(location.file, location.line);
    if (source === undefined || source.trim() === '') return;
    const number = String(location.line).padStart(6);
    const bar = this.#sheet.chalk.dim('│');
    const { before, marked, after } = excerpt(
      source,
      location,
      Math.max(narrowestExcerpt, Math.min(this.#sheet.width, longestExcerpt) - 9),
    );
    this.#sheet.line(`${this.#sheet.chalk.dim(number)} ${bar} ${before}${paint(marked)}${after}`);
    const mark = '^'.repeat(Math.max(1, columns(marked)));
    this.#sheet.line(`${' '.repeat(number.length)} ${bar} ${' '.repeat(columns(before))}${paint(mark)}`);
  }

  #toDo(number: number, toDo: ToDo): void {
    const { records, waiting } = toDo;
    this.#sheet.paragraph(this.#ordinal(number), toDoTitle(toDo, this.#language), this.#sheet.chalk.bold);
    this.#labelled('why', this.#reasons(waiting.values()));
    this.#labelled('write', whatToWrite(toDo, this.#language));
    const places = records
      .slice(0, this.#inDetail ? records.length : shownPlaces)
      .map(({ record, location }) => `${shownLocation(location)} ${this.#words.quote(record.name)}`);
    this.#labelled('where', this.#inDetail ? places : [this.#fewPlaces(places, records.length)]);
    const rules = [...waiting]
      .slice(0, mostWaiting)
      .map(
        ([ruleId, findings]) =>
          `${this.#words.waiting(findings.length)} ${ruleId}${this.#citations(findings)}`,
      );
    if (waiting.size > rules.length) rules.push(this.#words.otherRules(waiting.size - rules.length));
    this.#labelled('judges', rules, this.#sheet.chalk.dim);
    this.#sheet.line();
  }

  #fewPlaces(shown: readonly string[], all: number): string {
    const others = all > shown.length ? [this.#words.others(all - shown.length)] : [];
    return [...shown, ...others].join(this.#words.comma);
  }

  #ordinal(number: number): string {
    return `${String(number).padStart(3)}. `;
  }

  /** Messages that say more than that a fact is missing, unless there are too many of them. */
  #reasons(waiting: Iterable<readonly Finding[]>): string[] {
    const reasons: Finding[] = [];
    for (const findings of waiting) {
      for (const finding of findings) {
        const { missing } = finding;
        if (missing?.reason === undefined || missing.what !== undefined) continue;
        if (reasons.push(finding) > mostReasons) return [];
      }
    }
    return reasons.map(({ message }) => message[this.#language]);
  }

  /** The clauses of several findings, without duplicates; only the first few. Most findings have their clauses in common. */
  #citations(findings: readonly Finding[]): string {
    const lists = new Set(findings.map(({ clauses }) => clauses));
    const cited = [...new Set([...lists].flat().map(({ policy, ref }) => unbroken(`${policy} ${ref}`)))];
    if (cited.length === 0) return '';
    return `  ${cited.slice(0, mostCitations).join(', ')}${cited.length > mostCitations ? ' …' : ''}`;
  }

  /** Lines after a label, which is shown on the first line only; an indented line keeps its indent where it wraps. */
  #labelled(label: keyof ReportText['labels'], contents: readonly string[], paint?: ChalkInstance): void {
    const { labels } = this.#words;
    for (const [index, content] of contents.entries())
      this.#behind(index === 0 ? labels[label] : '', content, paint);
  }

  #behind(label: string, content: string, paint?: ChalkInstance): void {
    const said = content.trimStart();
    const prefix = this.#prefixes.get(label) ?? this.#prefix(label);
    this.#sheet.paragraph(prefix + ' '.repeat(content.length - said.length), said, paint);
  }

  /** What stands before what a label is of, worked out once for each. */
  #prefix(label: string): string {
    const prefix = `       ${this.#sheet.chalk.dim(label)}${' '.repeat(this.#widthOfLabels - columns(label))}`;
    this.#prefixes.set(label, prefix);
    return prefix;
  }
}
