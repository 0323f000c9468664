import path from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { junit as inPieces } from '../../src/report/findings/junit.ts';
import { changedFinding } from '../../src/result/derived-finding.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { whole } from '../support/report-text.ts';
import { exampleRuns, resultOf } from '../support/result.ts';

const junit = whole(inPieces);

const root = path.resolve(import.meta.dirname, '../..');
const options = { language: 'ja', color: 0, include: [] } as const;

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Reads XML as a parser does that knows nothing of JUnit and lets nothing pass that is not well-formed. */
function parse(xml: string): Element {
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  const [suites] = top.children;
  if (suites === undefined) throw new Error('no element at all');
  return suites;
}

const casesOf = (suites: Element) => suites.children.flatMap(({ children }) => children);
const having = (cases: readonly Element[], kind: string) =>
  cases.filter(({ children }) => children.some(({ name }) => name === kind));

describe('the junit report', () => {
  it.each(exampleRuns)('of %s is well-formed, counts right and repeats no name', async (folder, ...argv) => {
    for (const lang of ['ja', 'en']) {
      const run = (format: string) =>
        sekisho(['check', folder, ...argv, '-f', format, '--lang', lang, '--as-of', '2026-11-20'], {
          directory: root,
        });
      const suites = parse((await run('junit')).stdout);
      const { findings, summary } = JSON.parse((await run('json')).stdout);
      const cases = casesOf(suites);
      // What is only announced fails nothing yet.
      const active = findings.filter(
        ({ suppression, announced }: Record<string, unknown>) =>
          suppression === null && announced === undefined,
      );
      const failed = active.filter(
        ({ verdict, severity }: Record<string, string>) => verdict === 'fail' || severity === 'error',
      );
      expect(having(cases, 'failure')).toHaveLength(failed.length);
      expect(having(cases, 'error')).toHaveLength(0);
      for (const finding of findings)
        expect(
          cases.filter(({ attributes }) => attributes['classname'] === finding.ruleId).length,
        ).toBeGreaterThan(0);
      const ruleIds = new Set(cases.map(({ attributes }) => attributes['classname']));
      expect(ruleIds.size).toBe(summary.rules);

      for (const suite of [suites, ...suites.children]) {
        const own = suite === suites ? cases : suite.children;
        expect(suite.attributes).toMatchObject({
          tests: String(own.length),
          failures: String(having(own, 'failure').length),
          errors: '0',
          time: '0',
        });
      }
      // GitLab tells cases apart by these two.
      const names = cases.map(({ attributes }) => `${attributes['classname']} ${attributes['name']}`);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('has a suite for each area, and says what is wrong where every service looks for it', async () => {
    const yaml = 'assets:\n  - id: a\n    name: 住民票\n    manager: false\n';
    const suites = parse(junit(await resultOf({ '台帳.yaml': yaml }), options));
    const suite = suites.children.find(({ attributes }) => attributes['name'] === '分類と管理');
    const [found] = having(suite?.children ?? [], 'failure');
    expect(found?.attributes).toEqual({
      classname: 'classification/manager-assigned',
      name: '情報資産の管理責任を負う者を定める: 住民票 (assets/a) manager',
      file: '台帳.yaml',
      line: '4',
      time: '0',
    });
    const [failure] = found?.children ?? [];
    expect(failure?.attributes).toEqual({
      message: '「住民票」は管理責任を負う者が定められていません。',
      type: 'error',
    });
    expect(failure?.text).toContain('「住民票」は管理責任を負う者が定められていません。');
    expect(failure?.text).toContain('条項: minakami 3)管理責任[1] 管理責任を負う者');
    expect(failure?.text).toContain('場所: 台帳.yaml:4:14');
  });

  it('calls an unknown neither passed nor failed, unless it weighs as an error', async () => {
    const yaml = 'assets:\n  - { id: a, name: 住民票 }\n';
    const result = await resultOf({ 'a.yaml': yaml });
    const judged = having(casesOf(parse(junit(result, options))), 'skipped').filter(
      ({ attributes }) => attributes['classname'] === 'classification/manager-assigned',
    );
    expect(judged.map(({ children }) => children[0]?.attributes['message'])).toEqual([
      '判定不能: 「住民票」は manager が台帳に書かれていません。',
    ]);
    const strict = result.findings.map((finding) => changedFinding(finding, { severity: 'error' }));
    const red = casesOf(parse(junit({ ...result, findings: strict }, options)));
    expect(having(red, 'failure')).toHaveLength(result.findings.length);
  });

  it('takes a rule for passed only where it passed something', async () => {
    const yaml = 'assets:\n  - { id: a, name: 住民票, manager: 町民課長 }\ncontracts: []\n';
    const cases = casesOf(parse(junit(await resultOf({ 'a.yaml': yaml }), options)));
    const of = (rule: string) => cases.find(({ attributes }) => attributes['classname'] === rule);
    expect(of('classification/manager-assigned')?.children).toEqual([]);
    expect(of('outsourcing/contract-audit')?.children[0]?.attributes['message']).toBe(
      '対象となる記録が台帳にありません',
    );
  });

  it('takes a rule for skipped that could not judge every record, where what hinders it is told elsewhere', async () => {
    const rule = 'classification/manager-assigned';
    const yaml =
      'assets:\n  - { id: a, name: A, manager: 総務課長 }\n  - { id: b, name: B, manager: [総務課長] }\n';
    const cases = casesOf(parse(junit(await resultOf({ 'a.yaml': yaml }, [rule]), options)));
    const [judged, ...more] = cases.filter(({ attributes }) => attributes['classname'] === rule);
    expect(more).toEqual([]);
    expect(judged?.children.map(({ name, text }) => [name, text])).toEqual([
      ['skipped', '判定できなかった記録があります'],
    ]);
  });

  it('shows what an exception covers as skipped, with who approved it', async () => {
    const { stdout } = await sekisho(
      ['check', 'examples/town', '-p', 'minakami', '-f', 'junit', '--as-of', '2026-11-20'],
      { directory: root },
    );
    const excepted = having(casesOf(parse(stdout)), 'skipped').map(({ children }) => children[0]?.text ?? '');
    expect(excepted.filter((text) => text.startsWith('例外措置'))).toHaveLength(3);
    expect(excepted.join('\n')).toContain('承認 最高情報セキュリティ責任者（副町長）、2027-03-31 まで');
  });

  it('is red where the run broke, whatever was found', async () => {
    await inFolder({ 'a.yaml': 'assets: []\n' }, async (directory) => {
      const { stdout, code } = await sekisho(['a.yaml', '-f', 'junit'], { directory });
      expect(code).toBe(2);
      const suites = parse(stdout);
      expect(suites.attributes['errors']).toBe('1');
      const [broken] = having(casesOf(suites), 'error');
      expect(broken?.children[0]?.attributes['message']).toContain('判定に使うポリシーが決まりません');
    });
  });

  it('stays well-formed whatever an inventory says', async () => {
    const name = '\\u0000\\u001b[2J]]>&amp;<failure/>\\"\\uFFFF\\nB\\u202E';
    const suites = parse(
      junit(
        await resultOf({ 'a<b>&.yaml': `assets:\n  - { id: "a\\"<", name: "${name}", manager: false }\n` }),
        options,
      ),
    );
    const [found] = having(casesOf(suites), 'failure');
    expect(found?.attributes['file']).toBe('a<b>&.yaml');
    expect(found?.children[0]?.text).toContain(']]>&amp;<failure/>"\\u{ffff} B\\u{202e}');
  });
});
