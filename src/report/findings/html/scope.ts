import { isAnnounced, type LeftOutRule, type RuleTexts } from '../../../result/result.ts';
import { subjectNames } from '../../../result/words.ts';
import { note, table } from '../../paper/table.ts';
import { type Content, type Html, html } from '../../paper/template.ts';
import { aboutHidden, changeTexts } from '../change-words.ts';
import { partTrusted } from '../trusted.ts';
import { areasOf } from './chapters.ts';
import { digestOf } from './cover.ts';
import { clauseList } from './finding.ts';
import { nothing, type Page, ruleAnchor, section } from './page.ts';

/** What was not judged, or not with the settings of the policy, and who decided that. */
export function scope(page: Page): Html {
  return section(page, 'scope', [
    leftOut(page),
    overrides(page),
    outOfScope(page),
    trusted(page),
    hidden(page),
  ]);
}

function leftOut(page: Page): Content {
  const { result, words } = page;
  const { labels } = words;
  if (result.leftOut.length === 0) return nothing(page, words.notes.nothingLeftOut);
  const where = (one: LeftOutRule) =>
    one.where === 'rules'
      ? `${labels.configuration} rules`
      : one.where === 'mixture'
        ? labels.mixture
        : one.where;
  const rows = result.leftOut.map((one) => [
    html`${page.said(one.title)}<br><span class="code soft">${one.id}</span>`,
    where(one),
    clauseList(page, one.clauses),
  ]);
  const columns = [{ label: labels.rule }, { label: labels.where }, { label: labels.clause }];
  return table(labels.leftOut, columns, rows);
}

function overrides({ result, said, words }: Page): Content {
  const { labels } = words;
  const rows = [...result.rules.values()].flatMap(({ id, title, severity, override }) => {
    if (override === undefined) return [];
    const changes = [
      override.severity && words.severityOf(words.severity[override.severity], words.severity[severity]),
      ...Object.entries(override.parameters).map(([name, value]) =>
        words.parameter(name, JSON.stringify(value)),
      ),
    ].filter((change) => change !== undefined);
    return [
      [
        html`${said(title)}<br><span class="code soft">${id}</span>`,
        html`<ul class="bare">${changes.map((change) => html`<li>${change}</li>`)}</ul>`,
      ],
    ];
  });
  if (rows.length === 0) return note(words.notes.noOverrides);
  return table(labels.overrides, [{ label: labels.rule }, { label: labels.override }], rows);
}

function outOfScope(page: Page): Content {
  const { result, language, words } = page;
  const { labels } = words;
  if (result.outOfScope.length === 0) return nothing(page, words.notes.allInScope);
  const rows = result.outOfScope.map(({ kind, id, name }) => [
    name,
    subjectNames[kind]?.[language] ?? kind,
    id,
  ]);
  const columns = [
    { label: labels.name },
    { label: labels.kind },
    { label: labels.policyId, kind: 'code' as const },
  ];
  return table(html`${labels.outOfScope}${words.aside(words.amount(rows.length))}`, columns, rows);
}

function trusted({ result, words }: Page): Content {
  if (result.trusted === undefined) return undefined;
  const { labels } = words;
  const { basis, affected } = partTrusted(result.trusted.changes);
  const altered = basis.map(({ kind, name, change }) => [
    html`<span class="code">${name}</span>`,
    words.basis[kind],
    words.alteration[change],
  ]);
  const looked = affected.map(({ kind, name }) => [
    html`<span class="code">${name}</span>`,
    words.affected[kind],
  ]);
  const [name, kind, change] = [{ label: labels.name }, { label: labels.kind }, { label: labels.change }];
  return [
    note(words.trusted(result.trusted.ref, altered.length)),
    altered.length > 0 && table(labels.trusted, [name, kind, change], altered),
    looked.length > 0 && table(labels.affected, [name, change], looked),
  ];
}

function hidden({ result: { hidden: unjudged = [] }, words, language }: Page): Content {
  if (unjudged.length === 0) return undefined;
  const { labels } = words;
  const rows = unjudged.map((one) => [
    html`<span class="code">${one.name}</span>`,
    aboutHidden(one, language),
  ]);
  return table(
    changeTexts[language].hiddenTitle(unjudged.length),
    [{ label: labels.name }, { label: labels.change }],
    rows,
  );
}

/** Every rule that ran, by chapter, with its verdict counts: an audit needs the passes as well. */
export function rules(page: Page): Html {
  const { result, chapters, words } = page;
  const { labels, verdict } = words;
  // What a rule finds today stands before what it will find.
  const found = new Map(
    chapters
      .flatMap(({ groups }) => groups)
      .toReversed()
      .map(({ ruleId, announced }) => [ruleId, ruleAnchor(ruleId, announced)]),
  );
  for (const finding of page.unknowns) {
    const { ruleId } = finding;
    if (!found.has(ruleId)) found.set(ruleId, ruleAnchor(ruleId, isAnnounced(finding)));
  }
  const all = [...result.rules.values()];
  const judged = all.filter(isJudged);
  const counted = ['pass', 'fail', 'unknown', 'review'] as const;
  const title = (rule: RuleTexts, anchor: string | undefined) =>
    anchor === undefined ? page.said(rule.title) : html`<a href="#${anchor}">${page.said(rule.title)}</a>`;
  const rows = areasOf(result).flatMap((area) =>
    judged
      .filter((rule) => rule.area === area)
      .map((rule) => [
        html`${title(rule, found.get(rule.id))} <span class="code soft">${rule.id}</span>`,
        words.severity[rule.severity],
        ...counted.map((one) => words.amount(rule.verdicts[one])),
      ]),
  );
  const columns = [
    { label: labels.rule },
    { label: labels.severity, kind: 'brief' as const },
    ...counted.map((one) => ({
      label: one === 'fail' ? failsWord(page) : verdict[one],
      kind: 'count' as const,
    })),
  ];
  const idle = all.filter((rule) => !isJudged(rule));
  return section(page, 'rules', [
    note(words.notes.rules),
    table(words.sections.rules, columns, rows, 'rules same-caption'),
    idle.length > 0 && [
      html`<h3>${labels.idleRules} <span class="soft">${words.amount(idle.length)}</span></h3>\n`,
      html`<ul class="idle">${idle.map((rule) => html`<li>${title(rule, found.get(rule.id))} <span class="code soft">${rule.id}</span></li>\n`)}</ul>\n`,
    ],
  ]);
}

/** The word for fails, which under law are no violations. */
function failsWord({ result: { policies }, words: { failsBy } }: Page): string {
  const laws = policies.filter(({ kind }) => kind === 'law').length;
  if (laws === 0) return failsBy.body;
  return laws === policies.length ? failsBy.law : failsBy.both;
}

/** Whether a rule had any record to judge. */
function isJudged({ verdicts: { pass, fail, unknown, review } }: RuleTexts): boolean {
  return pass + fail + unknown + review > 0;
}

/** The files that were read, with digests, so that an auditor can tell which versions were judged. */
export function inputs(page: Page): Html {
  const { result, words } = page;
  const { labels, notes } = words;
  const all = result.inputs();
  if (all.length === 0) return section(page, 'inputs', note(notes.noInputs));
  const rows = all.map(({ kind, path, size, sha256 }) => [
    html`<span class="code">${path}</span>`,
    words.input[kind],
    words.amount(size),
    sha256,
  ]);
  const columns = [
    { label: labels.file },
    { label: labels.kind, kind: 'brief' as const },
    { label: labels.size, kind: 'count' as const },
    { label: 'SHA-256', kind: 'code' as const },
  ];
  return section(page, 'inputs', [
    note([notes.digest, ' ', notes.inputs]),
    table(labels.inputTable, columns, rows, 'plain inputs'),
    html`<p class="note"><strong>${labels.digest}</strong> <span class="code">${digestOf(all)}</span></p>\n`,
    html`<p class="note"><strong>${labels.judgedBy}</strong> <span class="code">${result.judgedBy.digest}</span><br>${notes.judgedBy}</p>\n`,
  ]);
}
