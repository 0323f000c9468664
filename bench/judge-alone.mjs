// Measures how long sekisho takes to judge the files of a folder once they are loaded, in wall-clock and CPU time: the
// model, the rules and the findings, without the report.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { judgeLoaded } from '../src/check.ts';
import { inlineLess } from '../src/cli/large-runs.ts';
import { readFiles } from '../src/inventory/load.ts';
import { findConfiguration } from '../src/policy/configuration.ts';
import { workTree } from '../src/tree/work-tree.ts';
import { stopwatch } from './stopwatch.mjs';

const directory = process.argv[2] ?? '.';
const names = readdirSync(directory).sort();
const files = names.map((name) => path.join(directory, name));
const read = await readFiles(workTree, files, { directory: directory });
const now = { files: read, found: files.length, notJudged: [], passedOver: [] };
const configuration = await findConfiguration(workTree, directory, (file) => file);
const request = {
  tree: workTree,
  paths: files,
  without: [],
  evidenceFolders: [],
  directory,
  policies: ['isesaki'],
  policyTree: workTree,
  only: [],
  skip: [],
  asOf: '2026-11-20',
  configuration,
  onlyRelated: false,
};
// As a run does that has read them.
inlineLess(read.reduce((bytes, file) => bytes + (file.bytes?.length ?? 0), 0));
const measured = stopwatch();
const { rules, errors } = await judgeLoaded({ now }, request);
const times = measured();
if (errors.length > 0 || !rules.has('resilience/mynumber-separation')) throw new Error('not all was judged');
console.log(JSON.stringify(times));
