import { groupBy } from '../../base/groups.ts';
import type { Language } from '../../base/localized.ts';
import type { Finding, Result, RuleTexts } from '../../result/result.ts';
import { areaNames, wordLabel } from '../../result/words.ts';
import type { Reporter } from '../format.ts';
import { escapeMarkup } from '../paper/markup.ts';
import { oneLine } from '../paper/one-line.ts';
import { linesOf, shownLocation } from './labelled.ts';
import { pipelineTexts } from './pipeline-words.ts';
import { reportTexts } from './words.ts';

/**
 * JUnit XML, as Jenkins, GitLab, Azure Pipelines and the common GitHub actions read it: a suite per area, a case per
 * finding, and a passed case per rule without findings. The format has no specification; this is what those tools have
 * in common. GitLab shows `classname` as the suite, identifies a case by `classname` and `name`, and reads texts from
 * element content; the others read `message`. There is no time of day, so that output stays reproducible; every
 * duration is 0, because some tools require one.
 */
export const junit: Reporter<Result> = function* (result, { language }) {
  const byRule = groupBy(result.findings, ({ ruleId }) => ruleId);
  const byArea = groupBy([...result.rules.values()], ({ area }) => area);
  const suites = [
    ...errorSuite(result, language),
    ...Object.entries(areaNames).flatMap(([area, name]) => {
      const rules = byArea.get(area) ?? [];
      return rules.length === 0 ? [] : [suiteOf(name[language], rules, byRule, language)];
    }),
  ];
  const properties = handlingProperties(result);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  const all = suites.map(({ counts }) => counts);
  yield `<testsuites${attributes({ name: result.tool.name, ...shown(sumOf(all)), time: 0 })}>\n`;
  for (const { name, counts, cases } of suites) {
    yield `  <testsuite${attributes({ name, ...shown(counts), skipped: counts.skipped, time: 0 })}>\n`;
    for (const line of properties) yield `${line}\n`;
    for (const one of cases) yield `${write(one)}\n`;
    yield '  </testsuite>\n';
  }
  yield '</testsuites>\n';
};

interface Suite {
  readonly name: string;
  readonly counts: Counts;
  /** made one by one as they are written, after all have been counted */
  readonly cases: Iterable<Case>;
}

/** How many cases there are in all, and of each outcome. */
type Counts = Readonly<Record<'tests' | OutcomeKind, number>>;

type OutcomeKind = 'failure' | 'skipped' | 'error';

interface Case {
  readonly classname: string;
  readonly name: string;
  readonly file?: string;
  readonly line?: number;
  /** why the case has not passed */
  readonly outcome?: {
    readonly kind: OutcomeKind;
    readonly type?: string;
    readonly message: string;
    readonly lines: readonly string[];
  };
}

/** Only a suite has properties. */
function handlingProperties({ cover: { marking, redacted } }: Result): readonly string[] {
  const values = Object.entries({ marking, redacted }).filter(([, value]) => value !== undefined);
  const lines = values.map(
    ([name, value]) => `      <property${attributes({ name, value: String(value) })}/>`,
  );
  return lines.length === 0 ? [] : ['    <properties>', ...lines, '    </properties>'];
}

/** A run with errors is red, whatever it found: JUnit calls tests that could not run errors. */
function errorSuite({ errors, tool }: Result, language: Language): Suite[] {
  if (errors.length === 0) return [];
  const cases = errors.map(({ code, message, location }, index): Case => {
    const text = oneLine(message[language]);
    return {
      classname: tool.name,
      name: `${reportTexts[language].errorsTitle} ${index + 1}: ${code}`,
      ...(location === null ? {} : { file: location.file, line: location.line }),
      outcome: { kind: 'error', type: code, message: text, lines: [text] },
    };
  });
  return [{ name: pipelineTexts[language].run, counts: countsOf(cases.map(() => 'error')), cases }];
}

function suiteOf(
  name: string,
  rules: readonly RuleTexts[],
  byRule: ReadonlyMap<string, readonly Finding[]>,
  language: Language,
): Suite {
  const kinds = rules.flatMap((rule) => {
    const findings = byRule.get(rule.id) ?? [];
    return findings.length === 0
      ? [caseWithoutFindings(rule, language).outcome?.kind]
      : findings.map(outcomeKindOf);
  });
  function* cases(): Generator<Case> {
    for (const rule of rules) yield* casesOf(rule, byRule.get(rule.id) ?? [], language);
  }
  return { name, counts: countsOf(kinds), cases: cases() };
}

function* casesOf(rule: RuleTexts, findings: readonly Finding[], language: Language): Generator<Case> {
  if (findings.length === 0) return yield caseWithoutFindings(rule, language);
  const names = findings.map((finding) => caseName(finding, rule, language));
  const times = groupBy(names, (name) => name);
  for (const [index, finding] of findings.entries()) {
    const name = names[index] ?? '';
    yield {
      classname: rule.id,
      // GitLab keeps only the first of several cases with one name; the fingerprint makes names unique and stable
      // across runs.
      name:
        (times.get(name)?.length ?? 0) > 1
          ? `${name} #${finding.fingerprint.slice('v1:'.length, 'v1:'.length + 8)}`
          : name,
      file: finding.location.file,
      line: finding.location.line,
      outcome: outcomeOf(finding, language),
    };
  }
}

/** A rule that judged no record or failed to run has proved nothing, so it must not appear as a passed test. */
function caseWithoutFindings({ id, title, verdicts, announced }: RuleTexts, language: Language): Case {
  const passed: Case = { classname: id, name: title[language] };
  if (announced !== undefined) {
    const message = pipelineTexts[language].announced(announced);
    return { ...passed, outcome: { kind: 'skipped', message, lines: [message] } };
  }
  const open = verdicts.fail + verdicts.unknown + verdicts.review > 0;
  if (verdicts.pass > 0 && !open) return passed;
  const message = open ? pipelineTexts[language].notJudged : pipelineTexts[language].noRecords;
  return { ...passed, outcome: { kind: 'skipped', message, lines: [message] } };
}

/**
 * The name of a case: rule, record and field, but no line number, since a case whose name changes counts as a new test.
 */
function caseName({ record, field }: Finding, { title }: RuleTexts, language: Language): string {
  const where = field === '' ? '' : ` ${field}`;
  return oneLine(`${title[language]}: ${record.name} (${record.kind}/${record.id})${where}`);
}

/**
 * Fails are red. Unknowns and reviews are neither green nor red, since it is not known whether the rule is met: they
 * are `skipped`, which in JUnit means "not judged". Where the configuration gives them the severity error, they are
 * meant to fail the run, so they are red as well. What holds only from a day to come is not red before that day.
 */
function outcomeKindOf({ verdict, severity, announced, suppression }: Finding): 'failure' | 'skipped' {
  const isRed =
    suppression === null && announced === undefined && (verdict === 'fail' || severity === 'error');
  return isRed ? 'failure' : 'skipped';
}

function outcomeOf(finding: Finding, language: Language): NonNullable<Case['outcome']> {
  const { severity, suppression, message, location } = finding;
  const words = pipelineTexts[language];
  const lines = [...linesOf(finding, language), oneLine(`${words.where}: ${shownLocation(location)}`)];
  const text = oneLine(message[language]);
  if (suppression !== null) {
    const reason = oneLine(words.suppressed(suppression));
    return { kind: 'skipped', message: `${reason} ─ ${text}`, lines: [reason, ...lines] };
  }
  if (outcomeKindOf(finding) === 'failure') return { kind: 'failure', type: severity, message: text, lines };
  const judged = `${wordLabel(finding, language)}: ${text}`;
  return { kind: 'skipped', message: judged, lines: [judged, ...lines.slice(1)] };
}

function write({ outcome, ...identity }: Case): string {
  const start = `    <testcase${attributes({ ...identity, time: 0 })}`;
  if (outcome === undefined) return `${start}/>`;
  const { kind, type, message, lines } = outcome;
  const content = lines.map(escapeMarkup).join('\n');
  return `${start}>\n      <${kind}${attributes({ message, type })}>${content}</${kind}>\n    </testcase>`;
}

function countsOf(kinds: readonly (OutcomeKind | undefined)[]): Counts {
  const counts = { tests: kinds.length, failure: 0, skipped: 0, error: 0 };
  for (const kind of kinds) if (kind !== undefined) counts[kind]++;
  return counts;
}

function sumOf(all: readonly Counts[]): Counts {
  const sum = { tests: 0, failure: 0, skipped: 0, error: 0 };
  for (const counts of all)
    for (const kind of ['tests', 'failure', 'skipped', 'error'] as const) sum[kind] += counts[kind];
  return sum;
}

/** As suites name their counts. */
function shown({ tests, failure, error }: Counts): Readonly<Record<'tests' | 'failures' | 'errors', number>> {
  return { tests, failures: failure, errors: error };
}

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeMarkup(oneLine(String(value)))}"`))
    .join('');
}
