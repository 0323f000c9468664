import { listSections } from '../../../generated/records.ts';
import { inventoryShape } from '../../../generated/shapes.ts';
import type { RecordSection } from './fields.ts';
import { foldHeader } from './header-text.ts';
import { fileNameHeaders, kept } from './headers.ts';
import { matchForCertain } from './match-header.ts';
import { ignoredSheet, sectionOfSheet } from './sheet-names.ts';
import type { Table } from './table.ts';

/** What the records of a sheet are. */
export interface SectionProposal {
  /** `exact` needs no confirmation; `ignored` is a sheet without records, such as 記入要領 */
  readonly state: 'exact' | 'guess' | 'ignored';
  /** absent for a guess where nothing tells what the records are */
  readonly section?: RecordSection;
}

const certainFiles = new Set(fileNameHeaders.certain.split(' ').map(foldHeader));
const guessedFiles = new Set(fileNameHeaders.guess.split(' ').map(foldHeader));

/**
 * What the records of a sheet are, by its headers and its name. A header counts for more the fewer sections know it: 委託先名 is
 * known in one, 名称 in all.
 */
export function proposeSection(table: Table, sheetName: string): SectionProposal {
  const own = table.isOwn ? listSections.find((section) => titleOf(section) === sheetName) : undefined;
  if (own !== undefined) return { state: 'exact', section: own };
  const hint = sectionOfSheet(sheetName);
  const files = filesByName(table);
  if (files !== undefined && ignoredSheet(sheetName) !== 'always') return files;
  const scores = scoreSections(table, hint?.section);
  const [best = ['assets', 0], second = ['assets', 0]] = [...scores].sort(
    ([, one], [, other]) => other - one,
  );
  const [byHeaders, score] = best;
  const ignored = ignoredSheet(sheetName);
  if (ignored === 'always' || (ignored === 'unless-records' && score < 4)) return { state: 'ignored' };
  const { section, isGuess } = hint ?? {};
  if (section === undefined) {
    // Too little tells what the records are. They are records all the same, which must not be left out without a word.
    const least = hint === undefined ? 1 : 3;
    if (score < least)
      return score > 0 && hint === undefined ? { state: 'guess', section: byHeaders } : { state: 'guess' };
    const isSure = hint === undefined && score >= 3 && score >= 1.5 * second[1];
    return { state: isSure ? 'exact' : 'guess', section: byHeaders };
  }
  const scoreOfHint = scores.get(section) ?? 0;
  if (score >= 3 && score > 2 * scoreOfHint + 1) return { state: 'guess', section: byHeaders };
  // Few headers are enough where they say the same as the name of the sheet.
  const isSure = !isGuess && (scoreOfHint >= 1 || (scoreOfHint > 0 && scoreOfHint >= score));
  return { state: isSure ? 'exact' : 'guess', section };
}

function titleOf(section: RecordSection): string | undefined {
  return inventoryShape.properties?.[section]?.title;
}

/** A list of files says so over their names. Further right, a register of assets may name the file that each of them holds. */
function filesByName(table: Table): SectionProposal | undefined {
  for (const { header } of table.columns) {
    const folded = foldHeader(header);
    const section = 'personalInformationFiles';
    if (certainFiles.has(folded)) return { state: 'exact', section };
    if (guessedFiles.has(folded)) return { state: 'guess', section };
    const known = matchForCertain(header, 'assets');
    if (known?.question === undefined && known?.targets.includes('name')) return undefined;
  }
  return undefined;
}

/** Whether a header over names says what they are the names of: 情報資産の名称 stands over assets, 機器名 over systems. */
function namesRecords(header: string, section: RecordSection): boolean {
  const known = matchForCertain(header, section);
  if (known?.question !== undefined || !known?.targets.includes('name')) return false;
  const folded = foldHeader(header);
  return (titleOf(section) ?? '').split('・').some((title) => folded.startsWith(foldHeader(title)));
}

/** Files have the headers of assets, too: that sheets are lists of them shows in their names, not in how many headers are known. */
function scoreSections(table: Table, hinted: RecordSection | undefined): ReadonlyMap<RecordSection, number> {
  const sections = listSections.filter((one) => one !== 'personalInformationFiles' || one === hinted);
  const scores = new Map<RecordSection, number>(sections.map((section) => [section, 0]));
  for (const { header } of table.columns) {
    const knowing = new Map<RecordSection, number>();
    for (const section of sections) {
      const known = matchForCertain(header, section);
      if (known === undefined || known.anywhere) continue;
      knowing.set(section, known.targets.includes(kept) ? 0.5 : known.question === undefined ? 1 : 0.6);
    }
    for (const [section, weight] of knowing) {
      const named = namesRecords(header, section) ? 1 : 0;
      scores.set(section, (scores.get(section) ?? 0) + weight / knowing.size + named);
    }
  }
  return scores;
}
