import path from 'node:path';
import { schemas } from '../../generated/schemas.ts';
import { configurationShape, inventoryShape } from '../../generated/shapes.ts';
import { defined } from '../base/defined.ts';
import type { Language } from '../base/localized.ts';
import { isWithin, relativeWithin, slashed } from '../base/paths.ts';
import { version } from '../base/version.ts';
import { editorSchemas } from '../editor/schemas.ts';
import { wordsOf } from '../editor/words.ts';
import { builtInPolicyIds, isPath, ruleCatalogue } from '../policy/load.ts';
import type { Policy } from '../policy/policy.ts';
import { oneLine, pathAsLine } from '../report/paper/one-line.ts';
import { Sheet } from '../report/paper/sheet.ts';
import { inventoryFileName, inventoryFileNames } from '../starter/inventory-files.ts';
import { type StarterPolicy, starterFiles, starterSchemas } from '../starter/starter.ts';
import { editorLine } from '../starter/starter-file.ts';
import { areaAround, liesIn } from '../tree/area.ts';
import { withoutLinks, workTree } from '../tree/work-tree.ts';
import { loadKnownPolicy, readSettings, rulesUnder } from './catalogue.ts';
import { type InitAnswers, type InitOptions, initAnswers } from './init-answers.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { newPolicyFile, referenceFrom } from './new-policy.ts';
import { UsageError } from './usage-error.ts';
import { initErrors, initTexts } from './words/init.ts';
import { type NewFile, targetOf, writeFiles } from './write-file.ts';

/** Where an inventory is to begin. */
interface Place {
  /** the folder as the user names it */
  readonly shown: string;
  /** absolute, with the links on the way resolved: the user has named them */
  readonly path: string;
  /** the folder from which a pipeline runs: the root of the repository; without one, the folder itself */
  readonly repository: string;
  readonly language: Language;
}

/**
 * Runs `sekisho init`: writes an inventory to begin with, and says what to do next. Nothing is written over.
 *
 * @throws UsageError if an option or an answer cannot be used, or one of the files is there already
 */
export async function runInit(folder: string, options: InitOptions, io: Io): Promise<ExitCode> {
  const { language } = await readSettings(defined({ lang: options.lang }), io);
  const place = await placeOf(folder, language, io);
  // Nobody is asked what cannot be done.
  refuseWhatIsThere(
    [...inventoryFileNames(language), 'sekisho.config.yaml'].map((name) => fileAt(place, name)),
  );
  const answers = await initAnswers(options, { folder, language, io });
  const policy = await openPolicy(answers, place, io);
  const pipeline = answers.pipeline && {
    pipeline: answers.pipeline,
    inRepository: slashed(relativeWithin(place.repository, place.path) ?? ''),
    tarball,
  };
  const starter = starterFiles({
    name: answers.name,
    language,
    shapes: { inventory: inventoryShape, configuration: configurationShape() },
    policy: policy.starter,
    ...(pipeline && { pipeline }),
  }).map(({ name, text }) => ({ ...fileAt(place, name), text }));
  const files = [...starter, ...(policy.file === undefined ? [] : [policy.file])];
  refuseWhatIsThere(files);
  await refuseLinks(starter, place);
  await writeFiles(files, io);
  report({ answers, policy, files }, place, io);
  return exitCodes.clean;
}

async function placeOf(folder: string, language: Language, { directory }: Io): Promise<Place> {
  const real = await withoutLinks(path.resolve(directory, folder));
  return { shown: folder, path: real, repository: await areaAround(real), language };
}

/** The package of sekisho that pipelines install, from the root of the repository. */
const tarball = `tools/sekisho-${version}.tgz`;

/** The policy of a new inventory. */
interface OpenedPolicy {
  readonly policy: Policy;
  readonly starter: StarterPolicy;
  /** what is to be written, where it is a new one */
  readonly file?: NewFile;
}

async function openPolicy(
  { name, policy: chosen }: InitAnswers,
  place: Place,
  io: Io,
): Promise<OpenedPolicy> {
  if ('reference' in chosen) {
    const policy = await loadKnownPolicy(chosen.reference, io.directory);
    return { policy, starter: await starterPolicy(policy, chosen.reference, place, io) };
  }
  const { newFile: shown, ...base } = chosen;
  const isBeside = (await withoutLinks(path.dirname(path.resolve(io.directory, shown)))) === place.path;
  const { file, policy } = await newPolicyFile(
    {
      ...{ id: idFrom(shown), shown, body: name },
      ...(isBeside && { editorLine: editorLine('policy') }),
      ...base,
    },
    io,
  );
  return { policy, file, starter: await starterPolicy(policy, shown, place, io) };
}

/** A policy file is called after its policy, as `policies new` calls it. */
function idFrom(file: string): string {
  return path.basename(file).replace(/(?:\.policy)?\.ya?ml$/i, '');
}

async function starterPolicy(
  policy: Policy,
  reference: string,
  place: Place,
  io: Io,
): Promise<StarterPolicy> {
  const file = isPath(reference) ? await withoutLinks(path.resolve(io.directory, reference)) : undefined;
  // A configuration may name no file elsewhere.
  if (file !== undefined && !(await liesIn(place.repository, file, workTree)))
    throw new UsageError(initErrors.policyElsewhere(reference, place.shown));
  const isInFolder = file !== undefined && isWithin(place.path, file);
  return {
    reference: referenceFrom(place.path, file ?? reference, io),
    title: policy.title,
    levels: wordsOf([policy]).levels,
    schemas: editorSchemas({
      schemas,
      policies: [policy],
      rules: ruleCatalogue(rulesUnder([policy])),
      builtIn: builtInPolicyIds,
      files: starterSchemas(isInFolder),
    }),
    isInFolder,
  };
}

function fileAt(place: Place, name: string): Omit<NewFile, 'text'> {
  return { path: path.resolve(place.path, name), shown: slashed(path.join(place.shown, name)) };
}

/** @throws UsageError if one of the files is there, or something else that has its name */
function refuseWhatIsThere(files: readonly Omit<NewFile, 'text'>[]): void {
  const there = files.filter((file) => targetOf(file) !== undefined);
  if (there.length > 0) throw new UsageError(initErrors.there(there.map(({ shown }) => shown).join(', ')));
}

/** @throws UsageError if a folder on the way to a file is a link that leads away */
async function refuseLinks(files: readonly NewFile[], { repository }: Place): Promise<void> {
  for (const file of files)
    if (!(await liesIn(repository, file.path, workTree)))
      throw new UsageError(initErrors.outside(file.shown));
}

/** What has been done. */
interface Done {
  readonly answers: InitAnswers;
  readonly policy: OpenedPolicy;
  readonly files: readonly NewFile[];
}

function report({ answers, policy, files }: Done, place: Place, io: Io): void {
  const { language } = place;
  const folder = pathAsLine(slashed(place.shown).replace(/(?<=.)\/$/, ''));
  const written = {
    body: oneLine(answers.name),
    folder,
    argument: asArgument(folder),
    files: files.length,
    policy: policy.policy.title,
    assets: pathAsLine(slashed(path.join(place.shown, inventoryFileName('assets', language)))),
    ownPolicy: policy.file && asArgument(pathAsLine(slashed(policy.file.shown))),
    tarball: answers.pipeline && tarball,
  };
  const sheet = new Sheet({ color: 0, ...defined({ width: io.terminal?.columns }) });
  sheet.paragraph('', initTexts.written(written)[language]);
  sheet.line(initTexts.next[language]);
  for (const [index, step] of initTexts.steps(written).entries())
    sheet.paragraph(`  ${index + 1}. `, step[language]);
  io.stdout(sheet.toString());
}

/** A path as it may be typed into a shell of any system. */
function asArgument(file: string): string {
  return /^[\p{L}\p{N}_.,:/@%+=-]+$/u.test(file) ? file : `"${file}"`;
}
