import path from 'node:path';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { coverageTexts } from '../../src/report/coverage/words.ts';
import { htmlTexts } from '../../src/report/findings/html/words/index.ts';
import { findingFormats } from '../../src/report/formats.ts';
import { countsToday, findingLabels, type Result } from '../../src/result/result.ts';
import { labelWords } from '../../src/result/words.ts';
import { judged } from '../support/cli.ts';
import { textOf } from '../support/report-text.ts';
import { exampleRuns } from '../support/result.ts';

const root = path.resolve(import.meta.dirname, '../..');

type Line = Readonly<Record<string, string | number | boolean | null>>;

async function reportIn(format: keyof typeof findingFormats, result: Result): Promise<string> {
  const reporter = await findingFormats[format].reporter();
  return textOf(reporter(result, { language: 'ja', color: 0, include: [] }));
}

/** How often each value of a property occurs. */
function tally<Item>(items: readonly Item[], keyOf: (item: Item) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}

interface Element {
  readonly nodeName: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Element[];
  readonly value?: string;
}

function elementsOf(page: string): Element[] {
  const within = (element: Element): Element[] => [element, ...(element.childNodes ?? []).flatMap(within)];
  return within(parseFragment(page) as unknown as Element);
}

function attribute({ attrs = [] }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}

function said(element: Element): string {
  return element.value ?? (element.childNodes ?? []).map(said).join('');
}

/** What the figures of a table say, by the word of their row. */
function figuresIn(elements: readonly Element[], caption: string): Map<string, number> {
  const table = elements.find(
    (element) =>
      element.nodeName === 'table' &&
      within(element).some((one) => one.nodeName === 'caption' && said(one).includes(caption)),
  );
  const rows = within(table).filter(({ nodeName }) => nodeName === 'tr');
  return new Map(
    rows.flatMap((row) => {
      const cells = (row.childNodes ?? []).filter(({ nodeName }) => nodeName === 'th' || nodeName === 'td');
      const [word, count] = [cells[0], cells[2]].map((cell) => (cell === undefined ? '' : said(cell).trim()));
      return /^[\d,]+$/.test(count ?? '')
        ? [[(word ?? '').replace(/^\S+ /, ''), Number((count ?? '').replaceAll(',', ''))] as const]
        : [];
    }),
  );
}

function within(element: Element | undefined): Element[] {
  return element === undefined ? [] : [element, ...(element.childNodes ?? []).flatMap((one) => within(one))];
}

describe.each(exampleRuns)('the figures of %s', (folder, ...argv) => {
  const policy = argv.filter((word) => word !== '-p');
  const result = judged(
    [folder],
    { ...(policy.length > 0 && { policy }), asOf: '2026-11-20' },
    { directory: root },
  );
  const jsonOf = async () => JSON.parse(await reportIn('json', await result));
  const linesOf = async () =>
    (await reportIn('ndjson', await result))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);

  it('are the same in JSON and in what its own findings and clauses add up to', async () => {
    const { findings, coverage } = await result;
    const report = await jsonOf();
    expect(report.findings.length).toBe(findings.length);
    const counting = report.findings.filter(
      (one: { suppression: unknown; announced?: string }) => one.suppression === null && !one.announced,
    );
    expect({
      error: 0,
      warning: 0,
      info: 0,
      ...tally(counting, (one: { severity: string }) => one.severity),
    }).toEqual(report.summary.findings);
    const suppressed = report.findings.filter((one: { suppression: unknown }) => one.suppression !== null);
    expect(suppressed.length).toBe(report.summary.suppressed);
    expect(tally(report.clauses as { status: string }[], ({ status }) => status)).toEqual(
      tally(
        coverage.flatMap(({ clauses }) => clauses),
        ({ status }) => status,
      ),
    );
    // The rules of all policies together judged each record once, by the worst verdict.
    for (const verdict of ['pass', 'fail', 'unknown', 'review', 'notApplicable'])
      expect([
        verdict,
        report.rules.reduce(
          (sum: number, rule: { verdicts: Record<string, number> }) => sum + (rule.verdicts[verdict] ?? 0),
          0,
        ),
      ]).toEqual([verdict, report.summary.verdicts[verdict]]);
  });

  it('are the same in JSON and in lines', async () => {
    const { summary, findings, clauses, outOfScope, exceptions, attestations, due, errors } = await jsonOf();
    const lines = await linesOf();
    const [run, ...others] = lines as [Line, ...Line[]];
    const of = (type: string) => others.filter((line) => line['type'] === type);
    expect(run['type']).toBe('run');
    for (const verdict of ['pass', 'fail', 'unknown', 'review', 'notApplicable'])
      expect([verdict, run[verdict]]).toEqual([verdict, summary.verdicts[verdict]]);
    expect({
      error: run['findingsError'],
      warning: run['findingsWarning'],
      info: run['findingsInfo'],
    }).toEqual(summary.findings);
    expect(Number(run['findingsExcepted']) + Number(run['findingsBaseline'])).toBe(summary.suppressed);
    expect(run['findingsAnnounced']).toBe(summary.announced ?? 0);
    expect(run['outOfScope']).toBe(outOfScope.length);
    const keyOf = (one: { verdict?: unknown; severity?: unknown; label?: unknown }) =>
      `${one.verdict} ${one.severity} ${one.label}`;
    expect(tally(of('finding'), keyOf)).toEqual(tally(findings, keyOf));
    expect(of('finding').filter((line) => line['counts']).length).toBe(
      summary.findings.error + summary.findings.warning + summary.findings.info,
    );
    expect(of('clause').map((line) => `${line['policy']} ${line['ref']} ${line['status']}`)).toEqual(
      clauses.map((clause: Line) => `${clause['policy']} ${clause['ref']} ${clause['status']}`),
    );
    expect(tally(others, (line) => String(line['type']))).toEqual(
      Object.fromEntries(
        [
          ['finding', findings],
          ['clause', clauses],
          ['exception', exceptions],
          ['attestation', attestations],
          ['out-of-scope', outOfScope],
          ['due', due],
          ['error', errors],
        ].flatMap(([type, list]) => (list.length === 0 ? [] : [[type, list.length]])),
      ),
    );
  });

  it('are the same in JSON and in the SARIF for auditors', async () => {
    const { summary, findings, clauses, outOfScope } = await jsonOf();
    const [run] = JSON.parse(await reportIn('sarif-audit', await result)).runs;
    const own = run.results.filter((one: { occurrenceCount?: number }) => one.occurrenceCount === undefined);
    const kinds: Record<string, string> = { fail: 'fail', open: 'unknown', review: 'review' };
    expect(tally(own, (one: { kind: string }) => kinds[one.kind] ?? one.kind)).toEqual(
      tally(findings, (one: { verdict: string }) => one.verdict),
    );
    for (const [kind, verdict] of [
      ['pass', 'pass'],
      ['notApplicable', 'notApplicable'],
    ] as const)
      expect(
        run.results
          .filter((one: { kind: string; occurrenceCount?: number }) => one.kind === kind)
          .reduce((sum: number, one: { occurrenceCount?: number }) => sum + (one.occurrenceCount ?? 0), 0),
      ).toBe(summary.verdicts[verdict]);
    expect(
      own.filter((one: { suppressions?: unknown[] }) => (one.suppressions ?? []).length > 0).length,
    ).toBe(summary.suppressed);
    const taxa = run.taxonomies.flatMap(({ taxa: all }: { taxa: unknown[] }) => all);
    expect(
      tally(taxa as { properties: { status: string } }[], ({ properties }) => properties.status),
    ).toEqual(tally(clauses as { status: string }[], ({ status }) => status));
    expect(run.properties.outOfScope.length).toBe(outOfScope.length);
  });

  it('are the same in JSON and on the pages of the report, whose shares leave out what is not applicable', async () => {
    const { findings, summary, coverage } = await result;
    const elements = elementsOf(await reportIn('html', await result));
    const shown = elements.filter((element) => /^finding-[0-9a-f]{32}$/.test(attribute(element, 'id') ?? ''));
    const keyOf = (label: string, active: boolean) => `${label} ${active}`;
    expect(
      tally(shown, (element) =>
        keyOf(attribute(element, 'data-verdict') ?? '', attribute(element, 'data-suppression') === 'active'),
      ),
    ).toEqual(tally(findings, ({ label, suppression }) => keyOf(label, suppression === null)));
    const figures = figuresIn(elements, htmlTexts.ja.labels.verdictChart);
    expect(figures.get('適合')).toBe(summary.verdicts.pass);
    expect(figures.get('対象外')).toBe(summary.verdicts.notApplicable);
    expect(figures.get(labelWords.ja.unknown)).toBe(summary.verdicts.unknown);
    expect(figures.get(labelWords.ja.review)).toBe(summary.verdicts.review);
    const failing = ['violation', 'inventory-error', 'improvement'] as const;
    expect(failing.reduce((sum, label) => sum + (figures.get(labelWords.ja[label]) ?? 0), 0)).toBe(
      summary.verdicts.fail,
    );
    for (const { policy, clauses } of coverage) {
      const counted = figuresIn(elements, htmlTexts.ja.clauseChart(policy.title.ja));
      const words = coverageTexts.ja.status;
      const expected = tally(clauses, ({ status, violated }) =>
        status === 'not-met' && !violated ? words['to-improve'] : words[status],
      );
      expect(Object.fromEntries([...counted].filter(([, count]) => count > 0))).toEqual(expected);
    }
    const cover = said(elements.find((element) => attribute(element, 'class') === 'cover') as Element);
    const counting = findings.filter(countsToday);
    for (const label of findingLabels) {
      const count = counting.filter((finding) => finding.label === label).length;
      if (count > 0) expect(cover).toContain(`${labelWords.ja[label]} ${count.toLocaleString('en-US')}件`);
    }
  });
});
