import type { ClauseCoverage } from '../../../../result/result.ts';
import { areaNames } from '../../../../result/words.ts';
import { isDuty } from '../../../coverage/clause-status.ts';
import { definitions } from '../../../paper/table.ts';
import { type Content, type Html, html } from '../../../paper/template.ts';
import { factsToWrite } from '../../to-do/rows.ts';
import { areaName, areasOf, clauseKey } from '../chapters.ts';
import type { Page } from '../page.ts';
import { percent } from '../percent.ts';
import { frontTexts } from './words.ts';

/** How many clauses are named. */
const named = 6;
/** Areas that are no subject of a policy: the inventory itself, and what a body adds. */
const noSubjects = new Set(['inventory', 'own', 'documents']);

/** What the result rests on: what changed, what is written, what is merely ticked, and what nobody judges. */
export function ground(page: Page): Html {
  const words = frontTexts[page.language];
  const isBroken = page.result.errors.length > 0;
  return html`<h3>${words.ground}</h3>
${
  isBroken
    ? html`<p class="note">${page.words.notes.notComplete}</p>\n`
    : definitions(
        [
          [words.since, since(page)],
          [words.filled, filled(page)],
          [words.ticks, ticks(page)],
          [words.unjudged, unjudged(page)],
        ],
        'facts ground',
      )
}`;
}

/** What is new, gone and unchanged since the base or the baseline, whether it counts today or not. */
function since({ result: { comparison }, findings, language }: Page): Content {
  const words = frontTexts[language];
  if (comparison === undefined) return words.notCompared;
  const being = (...states: readonly string[]) =>
    findings.filter(({ state }) => state !== undefined && states.includes(state));
  const violations = being('new', 'changed').filter(({ label }) => label === 'violation').length;
  const counts = {
    new: being('new').length,
    changed: being('changed').length,
    unchanged: being('unchanged').length,
    gone: comparison.fixed.length,
  };
  return [words.compared(comparison.name, counts), words.newViolations(violations)];
}

/**
 * How much of what rules ask of records is written: the pairs of rule and record that could be judged. What is left to write
 * is counted as the list of what to write counts it.
 */
function filled({ result, language }: Page): Content {
  const words = frontTexts[language];
  const { pass, fail, review, unknown } = result.summary.verdicts;
  const asked = pass + fail + review + unknown;
  const told = asked - unknown;
  const facts = factsToWrite(result);
  const places = facts.reduce((sum, { rows }) => sum + rows.length, 0);
  return [
    words.filledBy({ asked, told, share: percent(told, asked) }),
    wholeBody(result.shown, words.ofTheBody),
    places === 0 ? words.nothingToWrite : words.toWrite(facts.length, places),
  ];
}

function ticks({ result, language }: Page): Content {
  const words = frontTexts[language];
  const { passes, withoutEvidence: ticked } = result.ticks();
  if (passes === 0) return undefined;
  return [
    words.ticked({ passes, ticked, share: percent(ticked, passes) }),
    wholeBody(result.shown, words.ofTheBody),
  ];
}

/** Passes are counted, not kept, so that those of a division cannot be told apart. */
function wholeBody(shown: object | undefined, said: string): Content {
  return shown !== undefined && said;
}

/** Duties that no rule and no attestation answers, and subjects that the policies say nothing of. */
function unjudged({ result, language }: Page): Content {
  const words = frontTexts[language];
  const clauses = result.coverage.flatMap(({ policy, clauses: all }) =>
    all.map((clause) => ({ ...clause, policy: policy.id })),
  );
  const refs = (being: ClauseCoverage['status']) => {
    const meant = clauses.filter((clause) => clause.status === being && isDuty(clause));
    const shown = meant
      .slice(0, named)
      .map((clause) => (result.policies.length > 1 ? clauseKey(clause) : clause.ref));
    return {
      said: words.refsAnd(shown.join(listed[language]), meant.length - shown.length),
      count: meant.length,
    };
  };
  const present = new Set(areasOf(result));
  const absent = Object.keys(areaNames).filter((area) => !present.has(area) && !noSubjects.has(area));
  const [unanswered, informs] = [refs('unanswered'), refs('informs')];
  const parts = [
    unanswered.count > 0 && words.unanswered(unanswered.said, unanswered.count),
    informs.count > 0 && words.informs(informs.said, informs.count),
    absent.length > 0 && words.areas(absent.map((area) => areaName(area, language)).join(listed[language])),
  ].filter((part) => part !== false);
  return parts.length === 0 ? words.allJudged : parts.join(' ');
}

const listed = { ja: '、', en: ', ' } as const;
