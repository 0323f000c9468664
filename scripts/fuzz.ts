// Tries made-up inputs for some time: npm run fuzz -- [--seconds n] [--seed n] [--kind documents|examples|bytes|settings]
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { invariants, type Outcome, tryOut } from '../test/support/fuzz/invariants.ts';
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

const counts = new Map(
  chosen.map((kind) => [kind, { trials: 0, findings: 0, bytes: 0, damagedBytes: 0, codes: [0, 0, 0] }]),
);
const broken = new Map<string, number>();
const until = performance.now() + Number(values.seconds) * 1000;
let seed = Number(values.seed);
while (performance.now() < until) {
  for (const kind of chosen) await tryRound(kind);
  seed++;
}
for (const [kind, { trials, findings, bytes, damagedBytes, codes }] of counts)
  console.log(
    `${kind}: ${trials} inputs (${bytes} bytes, ${damagedBytes} of them damaged), ${findings} findings, exit 0/1/2: ${codes.join('/')}`,
  );
console.log(`seeds ${values.seed} to ${seed - 1}`);
for (const [name, count] of broken) console.log(`BROKEN ${count} times: ${name}`);
process.exitCode = broken.size > 0 ? 1 : 0;

async function tryRound(kind: Kind): Promise<void> {
  const known = new Set<string>();
  const property = fc.asyncProperty(kinds[kind], async (trial) => {
    const outcome = await tryOut(trial);
    count(kind, trial, outcome);
    const [first] = outcome.breaks;
    if (first === undefined) return;
    const name = `${first.invariant} ${first.detail.split('\n')[0]?.split(' ').slice(0, 2).join(' ')}`;
    // While an input is made smaller, it must break the same.
    if (known.size > 0 && !known.has(name)) return;
    known.add(name);
    throw new Error(`${invariants[first.invariant]}\n${first.detail}`);
  });
  const failed = await fc.check(property, { seed, numRuns: round, interruptAfterTimeLimit: 120_000 });
  if (!failed.failed || failed.counterexample === null) return;
  const [name = ''] = known;
  const before = broken.get(name) ?? 0;
  broken.set(name, before + 1);
  if (before > 0) return;
  console.log(`\n${kind}, seed ${seed}, path ${failed.counterexamplePath}: ${failed.errorInstance}`);
  const [trial] = failed.counterexample;
  for (const [file, content] of Object.entries({ ...trial.beside, ...trial.files }))
    console.log(
      `--- ${file}\n${typeof content === 'string' ? content : Buffer.from(content).toString('latin1')}`.slice(
        0,
        3000,
      ),
    );
  if (trial.shuffled !== undefined && name.startsWith('order'))
    for (const [file, content] of Object.entries(trial.shuffled))
      console.log(`--- in another order, ${file}\n${content}`.slice(0, 3000));
  console.log(`policy ${trial.policy.join(', ')}`);
}

function count(kind: Kind, { files, beside = {}, damaged = 0 }: Trial, { code, findings }: Outcome): void {
  const sum = counts.get(kind);
  if (sum === undefined) return;
  sum.trials++;
  sum.findings += findings;
  sum.damagedBytes += damaged;
  sum.codes[code] = (sum.codes[code] ?? 0) + 1;
  for (const content of [...Object.values(files), ...Object.values(beside)])
    sum.bytes += Buffer.byteLength(content);
}
