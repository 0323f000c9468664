// Builds the kit for Windows, as a folder and as an archive with its digest: npm run kit
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../generate/files.ts';
import { kitFiles, zipped } from './kit.ts';
import { endOfSupport, nodeExecutable, nodeLicence, nodeVersion } from './windows-node.ts';

const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
const name = `sekisho-${version}-windows`;
const out = path.join(root, 'kit');
const files = await kitFiles(root, {
  version: nodeVersion,
  endOfSupport,
  executable: await readFile(await nodeExecutable()),
  licence: await readFile(await nodeLicence(), 'utf8'),
});
await rm(out, { recursive: true, force: true });
for (const [file, content] of files) {
  const target = path.join(out, name, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, content);
}
const archive = zipped(files, name);
const digest = createHash('sha256').update(archive).digest('hex');
await writeFile(path.join(out, `${name}.zip`), archive);
await writeFile(path.join(out, `${name}.zip.sha256`), `${digest}  ${name}.zip\n`);
console.log(`kit/${name}.zip: ${(archive.length / 1e6).toFixed(1)} MB, ${files.size} files`);
console.log(`Node.js ${nodeVersion}, supported until ${endOfSupport}`);
if (new Date().toISOString().slice(0, 10) > endOfSupport)
  console.error(`sekisho: Node.js ${nodeVersion} is supported no more; scripts/kit/node.json names another`);
