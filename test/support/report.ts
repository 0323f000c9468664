import path from 'node:path';
import { expect } from 'vitest';
import { sekisho } from './cli.ts';

/** As much of a JSON report as the tests of the examples read. */
export interface Report {
  readonly policies: readonly { readonly id: string }[];
  readonly summary: {
    readonly records: number;
    readonly suppressed: number;
    readonly verdicts: Readonly<Record<string, number>>;
    readonly findings: Readonly<Record<string, number>>;
  };
  readonly findings: readonly ReportedFinding[];
  readonly outOfScope: readonly { readonly kind: string; readonly id: string }[];
  readonly errors: readonly unknown[];
}

/** One of its findings. */
export interface ReportedFinding {
  readonly ruleId: string;
  readonly verdict: string;
  readonly severity: string;
  readonly message: string;
  readonly remedy: string;
  readonly record: { readonly id: string };
  readonly location: { readonly file: string };
  readonly clauses: readonly { readonly policy: string; readonly ref: string }[];
  readonly trace: readonly unknown[];
  readonly cause?: string;
  readonly suppression: { readonly kind: string; readonly id?: string; readonly expires?: string } | null;
}

const root = path.resolve(import.meta.dirname, '../..');

/** Checks a folder of the project on the day that the examples are made for, unless another is asked for. */
export async function judge(
  folder: string,
  more: readonly string[] = [],
  asOf = '2026-11-20',
): Promise<{ code: number; report: Report }> {
  const argv = ['check', folder, '-f', 'json', '--as-of', asOf, ...more];
  const { code, stdout, stderr } = await sekisho(argv, { directory: root });
  expect(stderr).toBe('');
  return { code, report: JSON.parse(stdout) as Report };
}
