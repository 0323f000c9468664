import { groupBy } from '../../base/groups.ts';
import type { Language } from '../../base/localized.ts';
import type { Finding, Result, RuleTexts } from '../../result/result.ts';
import { areaNames, labelWords } from '../../result/words.ts';
import type { Reporter } from '../format.ts';
import { escapeMarkup } from '../paper/markup.ts';
import { oneLine } from '../paper/one-line.ts';
import { linesOf, shownLocation } from './labelled.ts';
import { pipelineTexts } from './pipeline-words.ts';
import { reportTexts } from './words.ts';

/**
 * JUnit XML, as Jenkins, GitLab, Azure Pipelines and the common GitHub actions read it: a suite for each area, a case
 * for each finding, and one for each rule that found nothing. Nobody specifies the format; what is here is what these
 * have in common. GitLab shows `classname` as the suite and tells cases apart by it and the name; it reads texts from
 * the elements, the others from `message`. There is no time of day, and every duration is 0: some cannot do without.
 */
export const junit: Reporter<Result> = (result, { language }) => {
  const byRule = groupBy(result.findings, ({ ruleId }) => ruleId);
  const byArea = groupBy([...result.rules.values()], ({ area }) => area);
  const suites = [
    ...errorSuite(result, language),
    ...Object.entries(areaNames).flatMap(([area, name]) => {
      const cases = (byArea.get(area) ?? []).flatMap((rule) =>
        casesOf(rule, byRule.get(rule.id) ?? [], language),
      );
      return cases.length === 0 ? [] : [{ name: name[language], cases }];
    }),
  ];
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: result.tool.name, ...counts(all), time: 0 })}>`,
    ...suites.flatMap(({ name, cases }) => [
      `  <testsuite${attributes({ name, ...counts(cases), skipped: ofKind(cases, 'skipped'), time: 0 })}>`,
      ...cases.map(write),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
};

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

interface Case {
  readonly classname: string;
  readonly name: string;
  readonly file?: string;
  readonly line?: number;
  /** why it is not simply passed */
  readonly outcome?: {
    readonly kind: 'failure' | 'skipped' | 'error';
    readonly type?: string;
    readonly message: string;
    readonly lines: readonly string[];
  };
}

/** A run that broke is red, whatever was found: JUnit has a word for tests that could not be done. */
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
  return [{ name: pipelineTexts[language].run, cases }];
}

function casesOf(rule: RuleTexts, findings: readonly Finding[], language: Language): Case[] {
  if (findings.length === 0) return [caseWithoutFindings(rule, language)];
  const names = findings.map((finding) => caseName(finding, rule, language));
  const times = groupBy(names, (name) => name);
  return findings.map((finding, index) => {
    const name = names[index] ?? '';
    return {
      classname: rule.id,
      // GitLab keeps only the first of several cases of one name; the fingerprint tells them apart run after run.
      name:
        (times.get(name)?.length ?? 0) > 1
          ? `${name} #${finding.fingerprint.slice('v1:'.length, 'v1:'.length + 8)}`
          : name,
      file: finding.location.file,
      line: finding.location.line,
      outcome: outcomeOf(finding, language),
    };
  });
}

/** A rule that had nothing to judge, or broke on the way, has proved nothing, so it is no passed test. */
function caseWithoutFindings({ id, title, verdicts }: RuleTexts, language: Language): Case {
  const passed: Case = { classname: id, name: title[language] };
  const open = verdicts.fail + verdicts.unknown + verdicts.review > 0;
  if (verdicts.pass > 0 && !open) return passed;
  const message = open ? pipelineTexts[language].notJudged : pipelineTexts[language].noRecords;
  return { ...passed, outcome: { kind: 'skipped', message, lines: [message] } };
}

/** What is looked for and where, without the line: a name that changed with it would be a new test every time. */
function caseName({ record, field }: Finding, { title }: RuleTexts, language: Language): string {
  const where = field === '' ? '' : ` ${field}`;
  return oneLine(`${title[language]}: ${record.name} (${record.kind}/${record.id})${where}`);
}

/**
 * Fails are red. An unknown or a review is neither green, since nobody knows that the rule is kept, nor red, since
 * nobody knows that it is broken: skipped is JUnit's word for "not judged". Who weighs them as errors has said that
 * the gate is not to open for them, and gets them red.
 */
function outcomeOf(finding: Finding, language: Language): NonNullable<Case['outcome']> {
  const { verdict, severity, label, suppression, message, location } = finding;
  const words = pipelineTexts[language];
  const lines = [...linesOf(finding, language), oneLine(`${words.where}: ${shownLocation(location)}`)];
  const text = oneLine(message[language]);
  if (suppression !== null) {
    const reason = oneLine(words.suppressed(suppression));
    return { kind: 'skipped', message: `${reason} ─ ${text}`, lines: [reason, ...lines] };
  }
  if (verdict === 'fail' || severity === 'error')
    return { kind: 'failure', type: severity, message: text, lines };
  const judged = `${labelWords[language][label]}: ${text}`;
  return { kind: 'skipped', message: judged, lines: [judged, ...lines.slice(1)] };
}

function write({ outcome, ...identity }: Case): string {
  const start = `    <testcase${attributes({ ...identity, time: 0 })}`;
  if (outcome === undefined) return `${start}/>`;
  const { kind, type, message, lines } = outcome;
  const content = lines.map(escapeMarkup).join('\n');
  return `${start}>\n      <${kind}${attributes({ message, type })}>${content}</${kind}>\n    </testcase>`;
}

function counts(cases: readonly Case[]): Readonly<Record<'tests' | 'failures' | 'errors', number>> {
  return { tests: cases.length, failures: ofKind(cases, 'failure'), errors: ofKind(cases, 'error') };
}

function ofKind(cases: readonly Case[], kind: 'failure' | 'skipped' | 'error'): number {
  return cases.filter(({ outcome }) => outcome?.kind === kind).length;
}

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeMarkup(oneLine(String(value)))}"`))
    .join('');
}
