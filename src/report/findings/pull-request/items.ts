import type { Language } from '../../../base/localized.ts';
import type { EarlierFinding, Finding, Passage, Result, Suppression } from '../../../result/result.ts';
import { labelWords, linkWords, weightWords, wordLabel } from '../../../result/words.ts';
import { unbrokenCitation } from '../../paper/citation.ts';
import { type Block, causeOf, clausesOf, common, commonRemedy, headingOf } from '../blocks.ts';
import { changeTexts } from '../change-words.ts';
import { shownLocation, traceOneByOne } from '../labelled.ts';
import { pipelineTexts } from '../pipeline-words.ts';
import type { ToDo } from '../to-do/to-dos.ts';
import { toDoTitle, whatToWrite } from '../to-do/what-to-write.ts';
import { earlierLabel } from '../verdict-counts.ts';
import { reportTexts } from '../words.ts';
import { code, quoted, quotedItem } from './quoted.ts';
import { pullRequestTexts } from './words.ts';

/** At most this many hops and locations are shown per finding; the others are in the inventory. */
const mostLines = 12;
const mostPlaces = 3;
/** At most this many locations of a block are shown: the whole comment has room for some thousands of lines. */
const mostInBlock = 50;

/** A block of findings in full: message, trace, clauses, remedy, and locations. */
export function findingItem(block: Block, result: Result, language: Language): string {
  const { findings } = block;
  const [first, ...others] = findings;
  const { labels } = reportTexts[language];
  // Whole, since what is cut here is counted.
  const trace = common(findings, (finding) => traceOneByOne(finding, language, Number.POSITIVE_INFINITY));
  const cause = causeOf(block, language);
  const remedy = commonRemedy(block, language);
  const more = [
    ...entry(labels.cause, cause === undefined ? [] : [cause], language),
    ...entry(labels.trace, trace ?? [], language),
    ...entry(
      labels.clause,
      clausesOf(findings).map((clause) => unbrokenCitation(clause, language)),
      language,
    ),
    ...entry(labels.remedy, remedy === undefined ? [] : [remedy], language),
    ...entry(labels.rule, [first.ruleId], language),
    ...(others.length === 0
      ? []
      : [
          `  - ${labels.where}`,
          ...blockLocations(
            findings,
            { withTrace: trace === undefined, withRemedy: remedy === undefined },
            language,
          ),
        ]),
  ];
  return [findingLine(block, result, language), ...more].join('\n');
}

/** A block of findings in one line. */
export function findingLine(block: Block, result: Result, language: Language): string {
  const { findings } = block;
  const [first] = findings;
  const { verdict, severity, location, announced } = first;
  const weight = verdict === 'fail' && announced === undefined ? ` (${weightWords[language](severity)})` : '';
  const where =
    findings.length === 1
      ? code(shownLocation(location))
      : `**${reportTexts[language].times(findings.length)}**`;
  return `- **${wordLabel(first, language)}**${weight} ${quoted(headingOf(block, result, language))} ${where}`;
}

/** The locations of a block, each with what the block does not say already. */
function blockLocations(
  findings: Block['findings'],
  { withTrace, withRemedy }: { readonly withTrace: boolean; readonly withRemedy: boolean },
  language: Language,
): string[] {
  const isSaid = common(findings, ({ statement }) => statement[language]) !== undefined;
  const { quote, labels } = reportTexts[language];
  const { colon } = pullRequestTexts[language];
  const places = findings.slice(0, mostInBlock).map((finding) => {
    const what = isSaid ? quote(finding.record.name) : finding.message[language];
    const trace = withTrace
      ? traceOneByOne(finding, language).map((step) => `\n      - ${quotedItem(step)}`)
      : [];
    const remedy = withRemedy ? `\n      - ${labels.remedy}${colon}${quoted(finding.remedy[language])}` : '';
    return `    - ${code(shownLocation(finding.location))} ${quoted(what)}${trace.join('')}${remedy}`;
  });
  const left = findings.length - places.length;
  return left === 0 ? places : [...places, `    - ${reportTexts[language].others(left)}`];
}

function entry(label: string, contents: readonly string[], language: Language): string[] {
  const { colon } = pullRequestTexts[language];
  return few(contents.map(quoted), mostLines, language).map((content) => `  - ${label}${colon}${content}`);
}

/** A finding that an exception covers, and the reason of the exception. */
export function suppressedItem(
  finding: Finding,
  suppression: Suppression,
  result: Result,
  language: Language,
): string {
  const reason = quotedItem(pipelineTexts[language].suppressed(suppression));
  return `${findingLine({ findings: [finding] }, result, language)}\n  - ${reason}`;
}

/** A finding that no longer occurs. If it comes from a baseline, only its rule and record are known. */
export function fixedItem(finding: EarlierFinding, language: Language): string {
  const { ruleId, record, message, recordGone } = finding;
  const what = message?.[language] ?? `${record.name} (${record.kind}/${record.id})`;
  const words = changeTexts[language];
  const aside = recordGone ? words.aside(words.recordGone) : '';
  return `- ${labelWords[language][earlierLabel(finding)]} ${quoted(what)}${aside} ${code(ruleId)}`;
}

/** A fact to fill in: how many judgements it settles, what to write, and where. */
export function toDoItem(toDo: ToDo, language: Language): string {
  const { labels, settles, quote, comma } = reportTexts[language];
  const { colon } = pullRequestTexts[language];
  const what = whatToWrite(toDo, language);
  const places = toDo.records
    .slice(0, mostPlaces)
    .map(({ record, location }) => `${code(shownLocation(location))} ${quoted(quote(record.name))}`);
  const left = toDo.records.length - places.length;
  if (left > 0) places.push(reportTexts[language].others(left));
  return [
    `- **${quoted(toDoTitle(toDo, language))}** (${settles(toDo.count)})`,
    ...what.map((text) => `  - ${labels.write}${colon}${quoted(text)}`),
    `  - ${labels.where}${colon}${places.join(comma)}`,
  ].join('\n');
}

/** A passage between layers, and what permits each hop. */
export function passageItem(
  { from, to, kind, hops }: Passage,
  which: 'opened' | 'closed',
  language: Language,
): string {
  const words = pullRequestTexts[language];
  const ends = `${quoted(from.name[language])} → ${quoted(to.name[language])}`;
  const way = hops.map(({ message, record, location }) => {
    // The location of a closed passage is that in the base, where the work tree may now have something else.
    const position = which === 'opened' ? shownLocation(location) : `${record.kind}/${record.id}`;
    return `${quotedItem(message[language])} ${code(position)}`;
  });
  return [
    `- **${ends}**${words.kind(linkWords[language][kind])}`,
    ...few(way, mostLines, language).map((hop) => `  - ${hop}`),
  ].join('\n');
}

/** What a change does to the exceptions, baseline, configuration and policies. */
export function trustedItem(kind: string, name: string, change: string, language: Language): string {
  return `- ${kind} ${code(name)}${pullRequestTexts[language].colon}${change}`;
}

function few(all: readonly string[], limit: number, language: Language): string[] {
  if (all.length <= limit) return [...all];
  return [...all.slice(0, limit), reportTexts[language].others(all.length - limit)];
}
