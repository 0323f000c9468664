// Tries made-up inputs for some time: npm run fuzz -- [--seconds n] [--seed n] [--kind documents|examples|bytes|settings|yaml]
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { type Break, invariants, otherFormats, tryOut } from '../test/support/fuzz/invariants.ts';
import { type Kind, kinds, type Trial } from '../test/support/fuzz/made.ts';
import { exampleTexts, readerTrial, smallestDifference } from '../test/support/fuzz/readers.ts';
import { compareReaders } from '../test/support/fuzz/two-readers.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string', multiple: true, default: [...Object.keys(kinds), 'yaml'] },
  },
});
const chosen = values.kind.filter((kind): kind is Kind => Object.hasOwn(kinds, kind));
const readsYaml = values.kind.includes('yaml');
if (chosen.length + (readsYaml ? 1 : 0) !== values.kind.length)
  throw new Error(`the kinds are ${Object.keys(kinds).join(', ')}, yaml`);

/** How many trials are made from one seed; the next has the next seed. */
const round = 100;

/** How many texts are read by both readers of YAML from one seed: a thousandth of the time of a trial each. */
const textsInRound = 5000;

/** How long an input that breaks something is made smaller, in milliseconds. */
const shrinking = 30_000;

/** What breaks an invariant in one way, and how often. */
interface Broken {
  readonly kind: Kind;
  readonly seed: number;
  readonly first: Break;
  readonly trial: Trial;
  count: number;
}

const counts = new Map(
  chosen.map((kind) => [kind, { trials: 0, findings: 0, bytes: 0, damagedBytes: 0, codes: [0, 0, 0] }]),
);
const broken = new Map<string, Broken>();
const yaml = { texts: 0, taken: 0, differences: new Map<string, string>() };
const parts = [...exampleTexts().values()];
const until = performance.now() + Number(values.seconds) * 1000;
let seed = Number(values.seed);
let tried = 0;
while (performance.now() < until) {
  for (const kind of chosen) await tryRound(kind);
  if (readsYaml) readRound();
  seed++;
}
for (const [kind, { trials, findings, bytes, damagedBytes, codes }] of counts)
  console.log(
    `${kind}: ${trials} inputs (${bytes} bytes, ${damagedBytes} of them damaged), ${findings} findings, exit 0/1/2: ${codes.join('/')}`,
  );
if (readsYaml)
  console.log(`yaml: ${yaml.texts} texts, ${yaml.taken} of them taken by the reader of plain YAML`);
console.log(`seeds ${values.seed} to ${seed - 1}`);
for (const [name, { count, kind, seed: from }] of broken)
  console.log(`BROKEN ${count} times, first of ${kind} with seed ${from}: ${name}`);
for (const [name, one] of broken) await show(name, one);
for (const [difference, text] of yaml.differences)
  console.log(`BROKEN the two readers of YAML do not agree: ${difference}\n${JSON.stringify(text)}`);
process.exitCode = broken.size + yaml.differences.size > 0 ? 1 : 0;

function readRound(): void {
  for (let index = 0; index < textsInRound && performance.now() < until; index++) {
    const trial = readerTrial(seed * textsInRound + index, parts);
    const { isTaken, difference } = compareReaders(trial.text, trial.options);
    yaml.texts++;
    if (isTaken) yaml.taken++;
    if (difference === undefined || yaml.differences.size >= 10) continue;
    // What differs, without the places, which differ from text to text.
    const way = difference.replaceAll(/\d+/g, '0').slice(0, 60);
    if (!yaml.differences.has(way)) yaml.differences.set(way, smallestDifference(trial));
  }
}

async function tryRound(kind: Kind): Promise<void> {
  for (const trial of fc.sample(kinds[kind], { seed, numRuns: round })) {
    if (performance.now() > until) return;
    tried++;
    // One format at a time is read in its turn: reading all takes longer than all the rest.
    const formats = otherFormats.filter((_, index) => index === tried % otherFormats.length);
    const { code, findings, breaks } = await tryOut(trial, formats);
    const sum = counts.get(kind);
    if (sum === undefined) return;
    sum.trials++;
    sum.findings += findings;
    sum.damagedBytes += trial.damaged ?? 0;
    sum.codes[code] = (sum.codes[code] ?? 0) + 1;
    for (const content of [...Object.values(trial.files), ...Object.values(trial.beside ?? {})])
      sum.bytes += Buffer.byteLength(content);
    for (const first of breaks) {
      const known = broken.get(nameOf(first));
      if (known === undefined) broken.set(nameOf(first), { kind, seed, first, trial, count: 1 });
      else known.count++;
    }
  }
}

/** What is broken, without what differs from input to input. */
function nameOf({ invariant, detail }: Break): string {
  const way = detail.split('\n')[0]?.split(' ').slice(0, 3).join(' ').slice(0, 60);
  return `${invariants[invariant]}: ${way}`;
}

async function show(name: string, { kind, seed: from, first, trial }: Broken): Promise<void> {
  let [smallest, said] = [trial, first.detail];
  const property = fc.asyncProperty(kinds[kind], async (one) => {
    const found = (await tryOut(one)).breaks.find((other) => nameOf(other) === name);
    if (found === undefined) return;
    [smallest, said] = [one, found.detail];
    throw new Error(found.detail);
  });
  await fc.check(property, { seed: from, numRuns: round, interruptAfterTimeLimit: shrinking });
  console.log(`\n${name}\n${said}\npolicy ${smallest.policy.join(', ')}`);
  const { beside = {}, files, shuffled = {} } = smallest;
  for (const [title, group] of Object.entries({ beside, files, 'in another order': shuffled }))
    for (const [file, content] of Object.entries(group))
      console.log(`--- ${title}: ${file}\n${Buffer.from(content).toString()}`.slice(0, 4000));
}
