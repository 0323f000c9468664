import path from 'node:path';
import { action, pipelineExamples } from '../../generated/pipelines.ts';
import type { Language } from '../base/localized.ts';
import type { Pipeline } from './pipelines.ts';
import type { StarterFile } from './starter-file.ts';
import { starterWords } from './words.ts';

/** Where the services look for it, from the root of the repository. */
const places: Readonly<Record<Pipeline, string>> = {
  github: '.github/workflows/sekisho.yml',
  gitlab: '.gitlab-ci.yml',
};

/** What a pipeline is made for. */
export interface PipelineRequest {
  readonly pipeline: Pipeline;
  readonly language: Language;
  /** the folder of the inventory, from the root of the repository, with `/`; empty for the root itself */
  readonly inRepository: string;
  /** the package of sekisho that the body keeps, from the root of the repository */
  readonly tarball: string;
}

/** Where the example of GitHub looks for the action, which a repository of the body holds itself. */
const actionPlace = '.github/actions/sekisho/action.yml';

/**
 * The example of the documentation for this folder. What it names there as an example is the folder and the policy; the
 * configuration that lies in the folder names the policy.
 */
export function pipelineFiles({ pipeline, language, inRepository, tarball }: PipelineRequest): StarterFile[] {
  const folder = inRepository === '' ? '.' : inRepository;
  const written = plain.test(folder) ? folder : quoted[pipeline](folder);
  const comment = starterWords[language].pipeline(tarball).map((line) => `# ${line}\n`);
  const example = pipelineExamples[pipeline]
    .replace(/^ *policy: isesaki\n/m, '')
    .replace(' --policy=isesaki', '')
    .replaceAll('台帳', () => written);
  const up = inRepository === '' ? '' : path.posix.relative(`/${inRepository}`, '/');
  const inRoot = (place: string) => path.posix.join(up, place);
  return [
    { name: inRoot(places[pipeline]), text: comment.join('') + example },
    ...(pipeline === 'github' ? [{ name: inRoot(actionPlace), text: action }] : []),
  ];
}

/** What means itself to YAML and to a shell alike. */
const plain = /^[\p{L}\p{N}_/.][\p{L}\p{N}_/.-]*$/u;

const quoted: Readonly<Record<Pipeline, (folder: string) => string>> = {
  github: (folder) => JSON.stringify(folder),
  // Within a script, in a text that YAML takes as it stands.
  gitlab: (folder) => `'${folder.replaceAll("'", "'\\''")}'`,
};
