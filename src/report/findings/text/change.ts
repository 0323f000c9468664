import type { Language } from '../../../base/localized.ts';
import {
  countsToday,
  type EarlierFinding,
  type Finding,
  type Passage,
  type Result,
} from '../../../result/result.ts';
import { affectedWords, alterationWords, basisWords, labelWords, linkWords } from '../../../result/words.ts';
import type { Sheet } from '../../paper/sheet.ts';
import { aboutHidden, type ChangeText, changeTexts } from '../change-words.ts';
import { shownLocation } from '../labelled.ts';
import { partTrusted } from '../trusted.ts';
import { earlierLabel } from '../verdict-counts.ts';

/** How many findings that count are new, and how many are not. */
export function tellStanding(sheet: Sheet, { comparison, findings }: Result, language: Language): void {
  if (comparison === undefined) return;
  const active = findings.filter(countsToday);
  const count = (state: Finding['state']) => active.filter((finding) => finding.state === state).length;
  const counts = {
    ...{ fresh: count('new'), changed: count('changed'), unchanged: count('unchanged') },
    fixed: comparison.fixed.length,
  };
  sheet.paragraph('', changeTexts[language].compared(counts, comparison.name), sheet.chalk.dim);
}

/** How many items of a list are shown. */
const shownItems = 20;

/** Reports the comparison: which findings are fixed, and which passages between layers the change opens and closes. */
export function tellChange(sheet: Sheet, result: Result, language: Language): void {
  const words = changeTexts[language];
  const { comparison, networkChange, unrelated } = result;
  const { chalk } = sheet;
  if (comparison !== undefined && comparison.fixed.length > 0) {
    sheet.paragraph('', words.fixedTitle(comparison.fixed.length, comparison.name), chalk.bold.green);
    list(sheet, comparison.fixed, words, (finding) => printFixed(sheet, finding, language, words));
  }
  const { opened = [], closed = [] } = networkChange ?? {};
  if (opened.length > 0) {
    sheet.paragraph('', words.openedTitle(bothWays(opened).length), chalk.bold.yellow);
    list(sheet, bothWays(opened), words, (passage) => tellPassage(sheet, '+', passage, language, words));
  }
  if (closed.length > 0) {
    sheet.paragraph('', words.closedTitle(bothWays(closed).length), chalk.bold.green);
    list(sheet, bothWays(closed), words, (passage) => tellPassage(sheet, '-', passage, language, words));
  }
  tellTrust(sheet, result, language);
  tellHidden(sheet, result, language);
  if (unrelated !== undefined && unrelated.count > 0) {
    sheet.paragraph('', words.unrelated(unrelated.count, unrelated.since), chalk.dim);
    sheet.line();
  }
}

/**
 * Reports what a change does to the exceptions, baseline, configuration and policies, and to records that judgements
 * rest on.
 */
export function tellTrust(sheet: Sheet, { trusted }: Result, language: Language): void {
  if (trusted === undefined) return;
  const words = changeTexts[language];
  const { yellow } = sheet.chalk.bold;
  const { basis, affected } = partTrusted(trusted.changes);
  if (basis.length > 0) {
    sheet.paragraph('', words.trustedTitle(trusted.ref), yellow);
    list(sheet, basis, words, ({ kind, name, change }) =>
      sheet.paragraph('  ', `${alterationWords[language][change]} ${basisWords[language][kind]} ${name}`),
    );
  }
  if (affected.length > 0) {
    sheet.paragraph('', words.affectedTitle(affected.length), yellow);
    list(sheet, affected, words, ({ kind, name }) =>
      sheet.paragraph('  ', `${name}${words.aside(affectedWords[language][kind])}`),
    );
  }
}

/** Reports what a change takes out of judgement, or brings in without its being judged. */
export function tellHidden(sheet: Sheet, { hidden = [] }: Result, language: Language): void {
  if (hidden.length === 0) return;
  const words = changeTexts[language];
  sheet.paragraph('', words.hiddenTitle(hidden.length), sheet.chalk.bold.yellow);
  list(sheet, hidden, words, (one) =>
    sheet.paragraph('  ', `${one.name}${words.aside(aboutHidden(one, language))}`),
  );
}

function list<Item>(
  sheet: Sheet,
  items: readonly Item[],
  words: ChangeText,
  print: (item: Item) => void,
): void {
  for (const item of items.slice(0, shownItems)) print(item);
  if (items.length > shownItems) sheet.paragraph('  ', words.others(items.length - shownItems));
  sheet.line();
}

function printFixed(sheet: Sheet, finding: EarlierFinding, language: Language, words: ChangeText): void {
  const { ruleId, record, message, recordGone } = finding;
  const what =
    message?.[language] ?? `${labelWords[language][earlierLabel(finding)]} ${words.quote(record.name)}`;
  sheet.paragraph('  ', recordGone ? `${what}${words.aside(words.recordGone)}` : what);
  sheet.paragraph('      ', `${ruleId}  ${record.kind}/${record.id}`, sheet.chalk.dim);
}

/** A passage, and whether the same hops lead back. */
interface ShownPassage extends Passage {
  readonly twoWay: boolean;
}

/** Merges a passage and its reverse through the same records into one. */
function bothWays(passages: readonly Passage[]): ShownPassage[] {
  const shown = new Map<string, ShownPassage>();
  for (const passage of passages) {
    const records = passage.hops.map(({ record }) => `${record.kind}/${record.id}`);
    const key = (from: Passage['from'], to: Passage['to'], steps: readonly string[]) =>
      [from.id, to.id, passage.kind, ...steps].join('\n');
    const back = key(passage.to, passage.from, records.toReversed());
    const known = shown.get(back);
    if (known !== undefined) shown.set(back, { ...known, twoWay: true });
    else shown.set(key(passage.from, passage.to, records), { ...passage, twoWay: false });
  }
  return [...shown.values()];
}

function tellPassage(
  sheet: Sheet,
  sign: string,
  { from, to, kind, hops, twoWay }: ShownPassage,
  language: Language,
  words: ChangeText,
): void {
  const ends = `${from.name[language]} ${twoWay ? '↔' : '→'} ${to.name[language]}`;
  sheet.paragraph(`  ${sign} `, `${ends}${words.aside(linkWords[language][kind])}`, sheet.chalk.bold);
  for (const { message, record, location } of hops) {
    // The location of a closed passage is that in the base, where the work tree may now have something else.
    const position = sign === '+' ? shownLocation(location) : `${record.kind}/${record.id}`;
    sheet.paragraph('      ', `${message[language]}  ${words.quote(record.name)} ${position}`);
  }
}
