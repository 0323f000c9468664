import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { chunksOf } from '../../src/cli/chunks.ts';
import { findingFormats } from '../../src/report/formats.ts';
import type { Result } from '../../src/result/result.ts';
import { judged } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { generateChain, generateManyFindings } from '../support/many-findings.ts';
import { program } from '../support/program.ts';
import { resultOf, swollen } from '../support/result.ts';

const formats = Object.keys(findingFormats) as (keyof typeof findingFormats)[];
const options = { language: 'ja', color: 0, include: ['unknown', 'review'] } as const;

/** The longest piece of a report, and how long it is in all. */
async function measured(format: keyof typeof findingFormats, result: Result) {
  const report = (await findingFormats[format].reporter())(result, options);
  let longest = 0;
  let all = 0;
  for (const piece of typeof report === 'string' ? [report] : report) {
    longest = Math.max(longest, piece.length);
    all += piece.length;
  }
  return { longest, all };
}

/** What is found where findings share a very long way, judged once: reporters leave a result as it is. */
let onChain: Promise<Result> | undefined;
const resultOnChain = () =>
  (onChain ??= inFolder({}, async (directory) => {
    generateChain(directory, 400);
    return judged(['.'], { policy: ['isesaki'], asOf: '2026-11-20' }, { directory });
  }));

const few = `assets:
${Array.from({ length: 8 }, (_, i) => `  - { id: a${i}, name: 住民票 ${i}, manager: false, form: electronic, classification: { confidentiality: 3 } }\n`).join('')}`;

describe.each(formats)('a %s report', (format) => {
  it('on many findings is given out in pieces that are no longer for that', async () => {
    const result = await resultOf({ 'a.yaml': few });
    const some = await measured(format, swollen(result, 500));
    const many = await measured(format, swollen(result, 4_000));
    // A comment has room for a few, and code scanning takes so many.
    if (format === 'markdown') expect(many.all).toBeLessThan(66_000);
    else if (many.all > 100_000) expect(many.longest).toBeLessThan(Math.max(2 * some.longest, 100_000));
  });

  it('on findings that share a very long way does not repeat it for each of them', async () => {
    const result = await resultOnChain();
    const { all } = await measured(format, result);
    // 160,000 steps, of which the shortest way to tell takes more than 50 characters each.
    const steps = result.findings.reduce((sum, { trace }) => sum + trace.length, 0);
    expect(steps).toBeGreaterThan(80_000);
    if (['json', 'sarif', 'sarif-audit'].includes(format)) return;
    expect(all).toBeLessThan(50 * steps);
  });
});

describe('the JSON report on findings that share a very long way', () => {
  it('has the first ways whole, and says how much of the others is left out', async () => {
    const result = await resultOnChain();
    const reporter = await findingFormats.json.reporter();
    const { findings } = JSON.parse([...reporter(result, options)].join('')) as {
      findings: {
        trace: unknown[];
        traceLeft?: number;
        paths?: { steps: unknown[]; stepsLeft?: number }[];
      }[];
    };
    const ways = findings.filter(({ paths }) => paths !== undefined);
    expect(ways[0]).toMatchObject({ trace: { length: 401 }, paths: [{ steps: { length: 401 } }] });
    expect(ways[0]?.traceLeft).toBeUndefined();
    expect(ways.at(-1)).toMatchObject({ traceLeft: 381, paths: [{ steps: { length: 20 }, stepsLeft: 381 }] });
  });
});

it('chunks hold all pieces in their order, and what is short is one', () => {
  const pieces = Array.from({ length: 50_000 }, (_, index) => `${index}、`);
  const chunks = [...chunksOf(pieces)];
  expect(chunks.join('')).toBe(pieces.join(''));
  expect(chunks.length).toBe(2);
  expect([...chunksOf(['一', '二'])]).toEqual(['一二']);
  expect([...chunksOf('一二')]).toEqual(['一二']);
  expect([...chunksOf([])]).toEqual([]);
});

// Takes minutes, so it is measured only where SEKISHO_FULL asks for the long form.
describe.skipIf((process.env['SEKISHO_FULL'] ?? '') === '' || process.platform === 'win32')(
  'of 100,000 findings',
  () => {
    const meter = path.resolve(import.meta.dirname, '../../bench/meter.cjs');
    const most = 400;

    it.each(formats)(`a %s report takes at most ${most} MB`, { timeout: 600_000 }, async (format) => {
      await inFolder({}, async (directory) => {
        generateManyFindings(path.join(directory, 'inventory'), 100_000);
        const argv = [
          '--require',
          meter,
          program,
          'check',
          'inventory',
          '-p',
          'minakami',
          '-f',
          `${format}=report`,
        ];
        const { status } = spawnSync('bash', ['-c', '"$@" 3> measured', 'bash', process.execPath, ...argv], {
          cwd: directory,
        });
        expect(status).toBe(1);
        expect(statSync(path.join(directory, 'report')).size).toBeGreaterThan(10_000);
        const [, kilobytes] = readFileSync(path.join(directory, 'measured'), 'utf8').split(' ').map(Number);
        expect((kilobytes ?? 0) / 1024).toBeLessThan(most);
      });
    });
  },
);
