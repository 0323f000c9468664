import { defined } from '../../../base/defined.ts';
import { type Finding, type Result, shownFindings } from '../../../result/result.ts';
import { affectedWords, alterationWords, basisWords } from '../../../result/words.ts';
import { totals, wordCount } from '../../coverage/clause-status.ts';
import { coverageTexts } from '../../coverage/words.ts';
import type { Reporter, ReportOptions } from '../../format.ts';
import { handlingParagraphs } from '../../paper/handling.ts';
import { noticeLines } from '../../paper/markdown.ts';
import { type Block, blocksOf } from '../blocks.ts';
import { aboutHidden, changeTexts } from '../change-words.ts';
import { divisionLine } from '../division-line.ts';
import { scopeLine } from '../scope-line.ts';
import { toDos } from '../to-do/to-dos.ts';
import { partTrusted } from '../trusted.ts';
import { reportTexts } from '../words.ts';
import { headline } from './headline.ts';
import {
  findingItem,
  findingLine,
  fixedItem,
  passageItem,
  suppressedItem,
  toDoItem,
  trustedItem,
} from './items.ts';
import { code, quoted, quotedItem } from './quoted.ts';
import { fitted, folded, listed, type Section } from './sections.ts';
import { standings } from './standing.ts';
import { pullRequestTexts } from './words.ts';

/** An HTML comment by which a bot finds its comment again and updates it instead of adding another. */
export const marker = '<!-- sekisho -->';

/**
 * GitHub allows 65,536 characters. JavaScript counts UTF-16 code units, which are never fewer than the characters
 * GitHub counts.
 */
export const mostCharacters = 64_900;

/**
 * A comment for a pull request, in the Markdown of GitHub and GitLab: the effects of the change first, all else folded.
 * Where room runs out, single findings are left out, and each section says how many.
 */
export const pullRequest: Reporter<Result> = (result, options) => {
  const first = [
    ...handlingParagraphs(result.cover, options.language, quotedItem),
    ...noticeLines(result.notices, options.language, quoted),
  ];
  const top = [marker, ...first, ...headline(result, options), ''].join('\n');
  const sections = [
    ...errors(result, options),
    ...findings(result, options),
    ...change(result, options),
    ...before(result, options),
    ...account(result, options),
  ];
  return `${top}\n${fitted(sections, mostCharacters - top.length)}\n`;
};

function errors({ errors: broken }: Result, { language }: ReportOptions): Section[] {
  const items = broken.map(({ message }) => `- ${quotedItem(message[language])}`);
  return listed(reportTexts[language].errorsTitle, list(items, language, 8_000));
}

/** New findings, or all findings where nothing is compared: fails first, then facts to fill in. */
function findings(result: Result, { language }: ReportOptions): Section[] {
  const words = pullRequestTexts[language];
  const compared = result.comparison !== undefined;
  const ofLaw = result.policies.length > 0 && result.policies.every(({ kind }) => kind === 'law');
  const { fresh } = standings({ findings: shownFindings(result) });
  const wrong = fresh.filter(({ verdict }) => verdict !== 'unknown');
  const unknown = fresh.filter(({ verdict }) => verdict === 'unknown');
  return [
    ...listed(
      words.findings(wrong.length, { compared, ofLaw }),
      blockList(wrong, result, language, findingItem),
    ),
    ...listed(
      words.unknown(unknown.length, compared),
      // The first facts to fill in settle the most judgements, so they are shown however many fails there are.
      list(
        toDos(unknown).map((toDo) => toDoItem(toDo, language)),
        language,
        12_000,
      ),
    ),
  ];
}

/**
 * The other effects of the change: on passages between layers, and on exceptions, baseline, configuration and policies.
 */
function change({ networkChange, trusted, hidden = [] }: Result, { language }: ReportOptions): Section[] {
  const words = pullRequestTexts[language];
  const passages = (['opened', 'closed'] as const).flatMap((which) => {
    const items = (networkChange?.[which] ?? []).map((passage) => passageItem(passage, which, language));
    return listed(words.network[which](items.length), list(items, language, 10_000));
  });
  const ref = quoted(trusted?.ref ?? '');
  const { basis, affected } = partTrusted(trusted?.changes ?? []);
  const changes = basis.map(({ kind, name, change: what }) =>
    trustedItem(basisWords[language][kind], name, alterationWords[language][what], language),
  );
  const { affectedTitle, hiddenTitle } = changeTexts[language];
  const unjudged = hidden.map((one) => `- ${code(one.name)}${words.kind(aboutHidden(one, language))}`);
  const records = affected.map(
    ({ kind, name }) => `- ${code(name)}${words.kind(affectedWords[language][kind])}`,
  );
  return [
    ...passages,
    ...listed(words.trusted(ref), list(changes, language, 8_000), words.trustedHint(ref)),
    ...listed(affectedTitle(records.length), list(records, language, 8_000)),
    ...listed(hiddenTitle(unjudged.length), list(unjudged, language, 8_000)),
  ];
}

function before(result: Result, { language }: ReportOptions): Section[] {
  const words = pullRequestTexts[language];
  const { unchanged, excepted, announced } = standings({ findings: shownFindings(result) });
  const fixed = (result.comparison?.fixed ?? []).map((finding) => fixedItem(finding, language));
  return [
    ...folded(words.announced(announced.length), blockList(announced, result, language, findingItem)),
    ...folded(words.fixed(fixed.length), list(fixed, language)),
    ...folded(words.unchanged(unchanged.length), blockList(unchanged, result, language, findingLine)),
    ...folded(
      words.excepted(excepted.length),
      findingList(excepted, language, (finding) =>
        finding.suppression === null
          ? findingLine({ findings: [finding] }, result, language)
          : suppressedItem(finding, finding.suppression, result, language),
      ),
    ),
  ];
}

/** One line each: what was left out, the coverage, and the scope. */
function account(result: Result, { language }: ReportOptions): Section[] {
  const { unrelated, coverage } = result;
  const words = coverageTexts[language];
  const divisions = divisionLine(result, language);
  const clauses = coverage.map((one) => {
    const counts = totals(one).map((total) => wordCount(total, words));
    return `- ${quotedItem(one.policy.id)} ${words.total(one.clauses.length)}: ${counts.join(reportTexts[language].comma)}`;
  });
  const items = [
    ...(unrelated === undefined
      ? []
      : [`- ${pullRequestTexts[language].unrelated(unrelated.count, quoted(unrelated.since))}`]),
    ...clauses,
    `- ${quotedItem(scopeLine(result, { language }))}`,
    ...(divisions === undefined ? [] : [`- ${quotedItem(divisions)}`]),
  ];
  return [{ opening: ['---', ''], ...list(items, language, 8_000) }];
}

type List = Pick<Section, 'items' | 'count' | 'more' | 'reserved'>;

function list(items: readonly string[], language: ReportOptions['language'], reserved?: number): List {
  const { more } = pullRequestTexts[language];
  return { items, count: items.length, more, ...defined({ reserved }) };
}

/** The items of a list: one for each block of findings. */
function blockList(
  all: readonly Finding[],
  result: Result,
  language: ReportOptions['language'],
  item: (block: Block, result: Result, language: ReportOptions['language']) => string,
): List {
  const items = {
    *[Symbol.iterator]() {
      for (const block of blocksOf(all))
        yield { text: item(block, result, language), count: block.findings.length };
    },
  };
  return { items, count: all.length, more: pullRequestTexts[language].more };
}

/** Findings are rendered lazily, only while there is room: there may be many thousands. */
function findingList(
  all: readonly Finding[],
  language: ReportOptions['language'],
  item: (finding: Finding, language: ReportOptions['language']) => string,
): List {
  const items = {
    *[Symbol.iterator]() {
      for (const finding of all) yield item(finding, language);
    },
  };
  return { items, count: all.length, more: pullRequestTexts[language].more };
}
