import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root, writeGenerated } from './files.ts';

/** The examples of pipelines, so that `sekisho init` writes what the documentation shows. */
const examples = { github: 'github.yml', gitlab: 'gitlab-ci.yml' };

/** Writes the examples as texts, without the lines that say how to copy them, and the action that that of GitHub uses. */
export async function generatePipelines(): Promise<void> {
  const texts: Record<string, string> = {};
  for (const [name, file] of Object.entries(examples)) {
    const text = await readFile(path.join(root, 'examples/ci', file), 'utf8');
    texts[name] = text.replace(/^(?:#.*\n)+/, '');
  }
  const action = await readFile(path.join(root, 'action.yml'), 'utf8');
  const code = `export const pipelineExamples = ${JSON.stringify(texts, undefined, 2)};\nexport const action = ${JSON.stringify(action)};\n`;
  await writeGenerated('generated/pipelines.ts', code);
}
