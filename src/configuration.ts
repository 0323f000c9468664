import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { configurationShape } from '../generated/shapes.ts';
import { type FileDigest, sha256 } from './digest.ts';
import type { Language } from './localized.ts';
import type { Severity } from './policy/policy.ts';
import type { SchemaProblem } from './schema/problem.ts';
import { validate } from './schema/validate.ts';
import { parseYaml, writtenText } from './yaml/parse.ts';
import type { YamlProblem } from './yaml/problem.ts';
import type { Position } from './yaml/source-text.ts';
import type { Path } from './yaml/tape.ts';

/** What `sekisho.config.yaml` says. */
export interface Configuration {
  /** the folder of the file, which paths in it are relative to; absent where there is no file */
  readonly directory?: string;
  readonly file?: FileDigest;
  readonly policy: readonly string[];
  readonly lang?: Language;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly failOn?: Severity | 'never';
  readonly unknown?: Severity;
  readonly review?: Severity;
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly parameters: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** What is wrong with a configuration file, and where. Codes and facts, no prose. */
export type ConfigurationProblem = { readonly file: string; readonly position?: Position } & (
  | { readonly code: 'unreadable'; readonly reason: string }
  | { readonly code: 'yaml'; readonly problem: YamlProblem }
  | { readonly code: 'schema'; readonly problem: SchemaProblem }
);

/** The configuration file could not be used. */
export class ConfigurationError extends Error {
  readonly problems: readonly ConfigurationProblem[];

  constructor(problems: readonly ConfigurationProblem[]) {
    super(problems.map(({ file, code }) => `${file}: ${code}`).join('\n'));
    this.problems = problems;
  }
}

const names = ['sekisho.config.yaml', 'sekisho.config.yml'];
const nothing: Configuration = { policy: [], include: [], exclude: [], rules: {}, parameters: {} };

/**
 * Looks for a configuration file from a folder upwards.
 *
 * @returns what it says; everything empty where there is none
 * @throws ConfigurationError with everything that is wrong
 */
export async function findConfiguration(directory: string): Promise<Configuration> {
  for (let at = directory; ; at = path.dirname(at)) {
    for (const name of names) {
      const file = path.join(at, name);
      try {
        return await readConfiguration(await readFile(file), file);
      } catch (error) {
        if (error instanceof ConfigurationError) throw error;
        const { code = String(error) } = error as NodeJS.ErrnoException;
        if (code !== 'ENOENT' && code !== 'ENOTDIR')
          throw new ConfigurationError([{ code: 'unreadable', file, reason: code }]);
      }
    }
    if (path.dirname(at) === at) return nothing;
  }
}

async function readConfiguration(bytes: Uint8Array, file: string): Promise<Configuration> {
  const yaml = await parseYaml(bytes, { writtenNull: 'keep' });
  const problems: ConfigurationProblem[] = yaml.problems.map((problem) => ({
    code: 'yaml',
    file,
    position: yaml.source.position(problem.start),
    problem,
  }));
  const found: Configuration = {
    ...nothing,
    directory: path.dirname(file),
    file: { path: file, size: bytes.length, sha256: sha256(bytes) },
  };
  const [document] = yaml.documents;
  if (document?.value === undefined) {
    if (problems.length > 0) throw new ConfigurationError(problems);
    return found;
  }
  const span = (place: Path, part?: 'key') => yaml.tape.locate(document.root, place, part);
  const written = (place: Path) => writtenText(yaml, document.root, place);
  // Only who has a configuration pays for its validator.
  const { validateConfiguration } = await import('../generated/validators/configuration.js');
  for (const problem of validate(validateConfiguration, configurationShape, document.value, written)) {
    const place =
      problem.code === 'unknown-key' ? span([...problem.path, problem.key], 'key') : span(problem.path);
    problems.push({ code: 'schema', file, position: yaml.source.position(place.start), problem });
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  const { policy, ...stated } = withoutNulls(
    document.value as Record<string, unknown>,
  ) as Partial<Configuration> & { policy?: string | string[] };
  return { ...found, ...stated, policy: [policy ?? []].flat() };
}

function withoutNulls(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null));
}
