// Tries made-up inputs for some time: npm run fuzz -- [--seconds n] [--seed n] [--kind documents|examples|bytes|settings]
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { type Break, invariants, otherFormats, tryOut } from '../test/support/fuzz/invariants.ts';
import { type Kind, kinds, type Trial } from '../test/support/fuzz/made.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string', multiple: true, default: Object.keys(kinds) },
  },
});
const chosen = values.kind.filter((kind): kind is Kind => Object.hasOwn(kinds, kind));
if (chosen.length !== values.kind.length) throw new Error(`the kinds are ${Object.keys(kinds).join(', ')}`);

/** How many trials are made from one seed; the next has the next seed. */
const round = 100;

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
const until = performance.now() + Number(values.seconds) * 1000;
let seed = Number(values.seed);
let tried = 0;
while (performance.now() < until) {
  for (const kind of chosen) await tryRound(kind);
  seed++;
}
for (const [kind, { trials, findings, bytes, damagedBytes, codes }] of counts)
  console.log(
    `${kind}: ${trials} inputs (${bytes} bytes, ${damagedBytes} of them damaged), ${findings} findings, exit 0/1/2: ${codes.join('/')}`,
  );
console.log(`seeds ${values.seed} to ${seed - 1}`);
for (const [name, { count, kind, seed: from }] of broken)
  console.log(`BROKEN ${count} times, first of ${kind} with seed ${from}: ${name}`);
for (const [name, one] of broken) await show(name, one);
process.exitCode = broken.size > 0 ? 1 : 0;

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
