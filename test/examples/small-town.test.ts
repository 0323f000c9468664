import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandsOf, numbered, rows, runCommand, verdictOf } from '../support/readme.ts';
import { judge } from '../support/report.ts';

const root = path.resolve(import.meta.dirname, '../..');
const example = 'examples/small-town';
const readme = readFileSync(path.join(root, example, 'README.md'), 'utf8');

type Row = readonly [file: string, record: string, rule: string, verdict: string, clauses: string];

/** What a README in one language lists of each policy. */
function listed(text: string): ReadonlyMap<string, readonly Row[]> {
  const sections = text.split(/^### `/m).slice(1);
  return new Map(
    sections.map((section) => [
      section.slice(0, section.indexOf('`')),
      rows(section, numbered).map(
        ([, file = '', record = '', , rule = '', verdict, clauses = '']): Row => [
          file,
          record,
          rule,
          verdictOf(verdict),
          clauses,
        ],
      ),
    ]),
  );
}

const [japanese = '', english = ''] = readme.split(/^---$/m);

describe(example, () => {
  it.each(['isesaki', 'minakami', 'tokubetsuku', 'kumagaya'])(
    'has what its README lists under %s, and nothing else',
    async (policy) => {
      const { report } = await judge(example, ['-p', policy]);
      const found = report.findings
        .filter(({ suppression }) => suppression === null)
        .map(
          ({ location, record, ruleId, verdict, clauses }): Row => [
            path.relative(example, location.file),
            record.id === '' ? '緑沢町' : record.id,
            ruleId,
            verdict,
            clauses.map(({ ref }) => ref).join(', '),
          ],
        );
      expect(found.sort()).toEqual([...(listed(japanese).get(policy) ?? [])].sort());
    },
  );

  it('lists the same in both languages, and counts its records', async () => {
    expect(listed(english)).toEqual(listed(japanese));
    const { summary } = (await judge(example, ['-p', 'isesaki'])).report;
    expect(summary.records).toBeGreaterThanOrEqual(40);
    expect(japanese).toContain(`${summary.records}件からなる台帳`);
    expect(english).toContain(`An inventory of ${summary.records} records`);
  });

  it('can be run as its README says', async () => {
    const commands = commandsOf(readme);
    expect(commands).toHaveLength(4);
    for (const command of commands) expect(await runCommand(command)).toBe(1);
  });
});
