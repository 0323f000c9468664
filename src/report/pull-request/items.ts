import type { Language } from '../../localized.ts';
import type { EarlierFinding, Finding, Passage, Suppression } from '../../result.ts';
import { changeTexts } from '../../text/change.ts';
import { pipelineTexts } from '../../text/pipeline.ts';
import { pullRequestTexts } from '../../text/pull-request.ts';
import { reportTexts } from '../../text/report.ts';
import { labelWords, linkWords, weightWords } from '../../text/words.ts';
import { labelled, placeOf } from '../labelled.ts';
import type { ToDo } from '../to-do.ts';
import { toDoTitle, whatToWrite } from '../to-do-words.ts';
import { earlierLabel } from '../verdict-counts.ts';
import { code, quoted } from './quoted.ts';

/** Hops and places are told up to this many; the rest is in the inventory. */
const mostLines = 12;
const mostPlaces = 3;

/** A finding in full: what is wrong and where, by what way, against which clause, what to do. */
export function findingItem(finding: Finding, language: Language): string {
  const { colon } = pullRequestTexts[language];
  const more = labelled(finding, language).flatMap(({ label, contents }) =>
    few(contents.map(quoted), mostLines, language).map((content) => `  - ${label}${colon}${content}`),
  );
  return [findingLine(finding, language), ...more].join('\n');
}

/** A finding in one line. */
export function findingLine(finding: Finding, language: Language): string {
  const { label, verdict, severity, message, location } = finding;
  const weight = verdict === 'fail' ? ` (${weightWords[language](severity)})` : '';
  const kind = `**${labelWords[language][label]}**${weight}`;
  return `- ${kind} ${quoted(message[language])} ${code(placeOf(location))}`;
}

/** A finding that an exception covers, and why it does. */
export function suppressedItem(finding: Finding, suppression: Suppression, language: Language): string {
  const reason = quoted(pipelineTexts[language].suppressed(suppression));
  return `${findingLine(finding, language)}\n  - ${reason}`;
}

/** A finding that is there no more; of some nothing is known but the rule and the record. */
export function fixedItem(finding: EarlierFinding, language: Language): string {
  const { ruleId, record, message, recordGone } = finding;
  const what = message?.[language] ?? `${record.name} (${record.kind}/${record.id})`;
  const words = changeTexts[language];
  const aside = recordGone ? words.aside(words.recordGone) : '';
  return `- ${labelWords[language][earlierLabel(finding)]} ${quoted(what)}${aside} ${code(ruleId)}`;
}

/** A fact to fill in: how much it settles, what to write, and where. */
export function toDoItem(toDo: ToDo, language: Language): string {
  const { labels, settles, quote, comma } = reportTexts[language];
  const { colon } = pullRequestTexts[language];
  const what = whatToWrite(toDo, language);
  const places = few(
    toDo.records.map(({ record, location }) => `${code(placeOf(location))} ${quoted(quote(record.name))}`),
    mostPlaces,
    language,
  );
  return [
    `- **${quoted(toDoTitle(toDo, language))}** (${settles(toDo.count)})`,
    ...(what === undefined ? [] : [`  - ${labels.write}${colon}${quoted(what)}`]),
    `  - ${labels.where}${colon}${places.join(comma)}`,
  ].join('\n');
}

/** A way from layer to layer, and what lets data pass, hop by hop. */
export function passageItem(
  { from, to, kind, hops }: Passage,
  which: 'opened' | 'closed',
  language: Language,
): string {
  const words = pullRequestTexts[language];
  const ends = `${quoted(from.name[language])} → ${quoted(to.name[language])}`;
  const way = hops.map(({ message, record, location }) => {
    // What is closed stood at a place where by now something else may stand.
    const place = which === 'opened' ? placeOf(location) : `${record.kind}/${record.id}`;
    return `${quoted(message[language])} ${code(place)}`;
  });
  return [
    `- **${ends}**${words.kind(linkWords[language][kind])}`,
    ...few(way, mostLines, language).map((hop) => `  - ${hop}`),
  ].join('\n');
}

/** What a change does to that by which it is judged. */
export function trustedItem(kind: string, name: string, change: string, language: Language): string {
  return `- ${kind} ${code(name)}${pullRequestTexts[language].colon}${change}`;
}

function few(all: readonly string[], most: number, language: Language): string[] {
  if (all.length <= most) return [...all];
  return [...all.slice(0, most), reportTexts[language].others(all.length - most)];
}
