import type { Language } from '../../localized.ts';
import type { EarlierFinding, Passage, Result } from '../../result.ts';
import { type ChangeText, changeTexts } from '../../text/change.ts';
import type { Sheet } from './sheet.ts';

/** How many of a kind are told one by one. */
const inDetail = 20;

/** Tells how a run stands compared with an earlier state: what is fixed, and what the network opens and closes. */
export function tellChange(sheet: Sheet, result: Result, language: Language): void {
  const words = changeTexts[language];
  const { comparison, networkChange, unrelated } = result;
  const { chalk } = sheet;
  if (comparison !== undefined && comparison.fixed.length > 0) {
    sheet.paragraph('', words.fixedTitle(comparison.fixed.length, comparison.name), chalk.bold.green);
    list(sheet, comparison.fixed, words, (finding) => tellFixed(sheet, finding, language, words));
  }
  const { opened = [], closed = [] } = networkChange ?? {};
  if (opened.length > 0) {
    sheet.paragraph('', words.openedTitle(opened.length), chalk.bold.yellow);
    list(sheet, opened, words, (passage) => tellPassage(sheet, '+', passage, language, words));
  }
  if (closed.length > 0) {
    sheet.paragraph('', words.closedTitle(closed.length), chalk.bold.green);
    list(sheet, closed, words, (passage) => tellPassage(sheet, '-', passage, language, words));
  }
  tellTrust(sheet, result, language);
  if (unrelated !== undefined && unrelated.count > 0) {
    sheet.paragraph('', words.unrelated(unrelated.count, unrelated.since), chalk.dim);
    sheet.line();
  }
}

/** Tells what a change does to what it is judged by. */
export function tellTrust(sheet: Sheet, { trusted }: Result, language: Language): void {
  const words = changeTexts[language];
  if (trusted === undefined || trusted.changes.length === 0) return;
  sheet.paragraph('', words.trustedTitle(trusted.ref), sheet.chalk.bold.yellow);
  list(sheet, trusted.changes, words, ({ kind, name, change }) =>
    sheet.paragraph('  ', `${words.change[change]} ${words.trusted[kind]} ${name}`),
  );
}

function list<Item>(
  sheet: Sheet,
  items: readonly Item[],
  words: ChangeText,
  tell: (item: Item) => void,
): void {
  for (const item of items.slice(0, inDetail)) tell(item);
  if (items.length > inDetail) sheet.paragraph('  ', words.others(items.length - inDetail));
  sheet.line();
}

function tellFixed(sheet: Sheet, finding: EarlierFinding, language: Language, words: ChangeText): void {
  const { ruleId, record, verdict, message } = finding;
  sheet.paragraph('  ', message?.[language] ?? `${words.verdict[verdict]} ${words.quote(record.name)}`);
  sheet.paragraph('      ', `${ruleId}  ${record.kind}/${record.id}`, sheet.chalk.dim);
}

function tellPassage(
  sheet: Sheet,
  sign: string,
  { from, to, kind, hops }: Passage,
  language: Language,
  words: ChangeText,
): void {
  const ends = `${from.name[language]} → ${to.name[language]}`;
  sheet.paragraph(`  ${sign} `, `${ends}${words.aside(words.kind[kind])}`, sheet.chalk.bold);
  for (const { message, record, location } of hops)
    sheet.paragraph(
      '      ',
      `${message[language]}  ${words.quote(record.name)} ${location.file}:${location.line}:${location.column}`,
    );
}
