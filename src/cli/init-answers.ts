import path from 'node:path';
import type { Language } from '../base/localized.ts';
import { replaceUnseen } from '../base/unseen.ts';
import { bodyPolicyIds, isPath } from '../policy/load.ts';
import type { Policy } from '../policy/policy.ts';
import { type Pipeline, pipelines } from '../starter/pipelines.ts';
import { workTree } from '../tree/work-tree.ts';
import { loadKnownPolicy } from './catalogue.ts';
import { choice } from './choice.ts';
import type { Asking, Io } from './io.ts';
import { newPolicyFile } from './new-policy.ts';
import { UsageError } from './usage-error.ts';
import { warn } from './warn.ts';
import { initErrors, initQuestions } from './words/init.ts';

/** The options of `sekisho init` as commander hands them over. */
export interface InitOptions {
  readonly name?: string;
  readonly policy?: string;
  readonly extends?: string;
  readonly ci?: string;
  readonly yes?: boolean;
  /** an empty register to write in place of a folder */
  readonly xlsx?: string;
  readonly lang?: string;
}

/** What a new inventory is to be. */
export interface InitAnswers {
  /** the name of the body */
  readonly name: string;
  readonly policy: ChosenPolicy;
  readonly pipeline: Pipeline | undefined;
}

/** A policy that there is: its id or its path; or a file that is to be begun, and what it builds on. */
export type ChosenPolicy =
  | { readonly reference: string }
  | { readonly newFile: string; readonly extends?: string };

/** Where the answers are for. */
interface Around {
  /** the folder of the inventory, as the user names it */
  readonly folder: string;
  readonly language: Language;
  readonly io: Io;
}

/**
 * Puts together what the options say, the defaults that `--yes` takes, and what a person answers.
 *
 * @throws UsageError if an option cannot be used, nobody can be asked, or the person breaks off
 */
export async function initAnswers(options: InitOptions, around: Around): Promise<InitAnswers> {
  const given = {
    name: options.name === undefined ? undefined : readName(options.name),
    policy: await givenPolicy(options, around.io),
    pipeline: options.ci === undefined ? undefined : readPipeline(options.ci),
  };
  if (options.yes) return withDefaults(given, around);
  const missing = [
    ...(given.name === undefined ? ['--name'] : []),
    ...(given.policy === undefined ? ['--policy'] : []),
  ];
  const { asking } = around.io;
  if (asking === undefined) {
    if (missing.length > 0) throw new UsageError(initErrors.missing(missing));
    return withDefaults(given, around);
  }
  return missing.length === 0 && given.pipeline !== undefined
    ? withDefaults(given, around)
    : askedFor(given, around, await asking());
}

/** What is known already. */
interface Given {
  readonly name: string | undefined;
  readonly policy: ChosenPolicy | undefined;
  readonly pipeline: Pipeline | 'none' | undefined;
}

async function withDefaults({ name, policy, pipeline }: Given, around: Around): Promise<InitAnswers> {
  const named = name ?? readName(usualName(around) ?? '');
  return {
    name: named,
    policy: policy ?? { reference: nearestPolicy(named, await builtInPolicies()) },
    pipeline: pipeline === 'none' ? undefined : pipeline,
  };
}

async function askedFor(given: Given, around: Around, asking: Asking): Promise<InitAnswers> {
  const questioner = new Questioner(asking, around);
  try {
    const name = given.name ?? (await questioner.name());
    const policy = given.policy ?? (await questioner.policy(name));
    const pipeline = given.pipeline ?? (await questioner.pipeline());
    return { name, policy, pipeline: pipeline === 'none' ? undefined : pipeline };
  } finally {
    asking.close();
  }
}

/** Asks until an answer can be used. */
class Questioner {
  readonly #asking: Asking;
  readonly #around: Around;

  constructor(asking: Asking, around: Around) {
    this.#asking = asking;
    this.#around = around;
  }

  name(): Promise<string> {
    const usual = usualName(this.#around);
    return this.#ask(initQuestions.name(usual), (answer) => readName(answer === '' ? (usual ?? '') : answer));
  }

  async policy(name: string): Promise<ChosenPolicy> {
    const policies = await builtInPolicies();
    const ids = policies.map(({ id }) => id);
    const usual = ids.indexOf(nearestPolicy(name, policies));
    const reference = await this.#ask(initQuestions.policy(policies, usual + 1), async (answer) => {
      const chosen = numbered(answer, [...ids, own], { first: 1, usual });
      if (chosen !== own) await loadKnownPolicy(chosen, this.#around.io.directory);
      return chosen;
    });
    if (reference !== own) return { reference };
    const base = await this.#ask(initQuestions.base(policies, usual + 1), async (answer) => {
      const chosen = numbered(answer, [none, ...ids], { first: 0, usual: usual + 1 });
      if (chosen !== none) await loadKnownPolicy(chosen, this.#around.io.directory);
      return chosen;
    });
    return this.#newPolicy(base === none ? {} : { extends: base });
  }

  pipeline(): Promise<Pipeline | 'none'> {
    return this.#ask(initQuestions.pipeline(pipelines.map((one) => serviceNames[one])), (answer) =>
      readPipeline(numbered(answer, ['none', ...pipelines], { first: 1, usual: 0 })),
    );
  }

  #newPolicy(base: { readonly extends?: string }): Promise<ChosenPolicy> {
    const { folder, io } = this.#around;
    return this.#ask(initQuestions.id(usualId), async (answer) => {
      const id = answer === '' ? usualId : answer;
      const newFile = path.join(folder, `${id}.policy.yaml`);
      await newPolicyFile({ id, shown: newFile, ...base }, io);
      return { newFile, ...base };
    });
  }

  /** @param read throws UsageError where the answer cannot be used, which is told before it is asked again */
  async #ask<Value>(
    question: Record<Language, string>,
    read: (answer: string) => Value | Promise<Value>,
  ): Promise<Value> {
    const { language, io } = this.#around;
    let shown = question[language];
    for (;;) {
      const answer = await this.#asking.ask(shown);
      if (answer === undefined) throw new UsageError(initErrors.brokenOff);
      try {
        return await read(answer.normalize('NFKC').trim());
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        for (const text of error.texts) warn(io, text[language]);
        // What may be chosen stands above.
        shown = shown.slice(shown.lastIndexOf('\n') + 1);
      }
    }
  }
}

/** A policy of the body in a new file, and no policy to build on, among what may be chosen. */
const own = 'own';
const none = 'none';

const usualId = 'own-policy';

const serviceNames: Readonly<Record<Pipeline, string>> = { github: 'GitHub', gitlab: 'GitLab' };

/** Characters in a name that fits on a line of every report. */
const longestName = 100;

function readName(given: string): string {
  const name = given.trim();
  if (name === '') throw new UsageError(initErrors.noName);
  if (/[\n\t]/.test(name) || replaceUnseen(name, () => '') !== name)
    throw new UsageError(initErrors.badName(name));
  if ([...name].length > longestName) throw new UsageError(initErrors.longName(longestName));
  return name;
}

function readPipeline(given: string): Pipeline | 'none' {
  return choice('--ci', given, [...pipelines, 'none'] as const);
}

/** @throws UsageError if it is neither there nor to be begun */
async function givenPolicy(
  { policy, extends: base }: InitOptions,
  io: Io,
): Promise<ChosenPolicy | undefined> {
  const isThere =
    policy !== undefined && (!isPath(policy) || (await workTree.exists(path.resolve(io.directory, policy))));
  if (policy !== undefined && !isThere) {
    if (base === undefined) throw new UsageError(initErrors.noPolicyFile(policy));
    return { newFile: policy, extends: base };
  }
  if (base !== undefined) throw new UsageError(initErrors.extendsNothing(policy));
  return policy === undefined ? undefined : { reference: policy };
}

/** A folder is often called after the body. */
function usualName({ folder, io }: Around): string | undefined {
  const name = path.basename(path.resolve(io.directory, folder));
  return /\p{L}/u.test(name) ? name : undefined;
}

/** What may be proposed. A law is no policy of a body's own: it is named beside one. */
async function builtInPolicies(): Promise<Policy[]> {
  return Promise.all(bodyPolicyIds.map((id) => loadKnownPolicy(id, '.')));
}

/** The policy of the body itself or, where it has none built in, of a body of its kind. */
function nearestPolicy(name: string, policies: readonly Policy[]): string {
  const itself = policies.find(({ issuer }) => issuer?.ja === name)?.id;
  const [, ofItsKind = 'isesaki'] = kinds.find(([ending]) => ending.test(name)) ?? [];
  return itself ?? ofItsKind;
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/[町村]$/, 'minakami'],
  [/(?:組合|広域連合)$/, 'tokubetsuku'],
];

/**
 * @param usual the place in the list of what an empty answer means
 * @returns what a number stands for; whatever is no number as it is
 * @throws UsageError if there is no such number
 */
function numbered(
  answer: string,
  list: readonly string[],
  { first, usual }: { readonly first: number; readonly usual: number },
): string {
  if (!/^\d*$/.test(answer)) return answer;
  const index = answer === '' ? usual : Number(answer) - first;
  const chosen = list[index];
  if (chosen === undefined) throw new UsageError(initErrors.noSuchNumber(answer, list.length - 1 + first));
  return chosen;
}
