// As much of Vitest as the tests of a rule use, see index.mjs. What it does not know it does not skip: the bundle of the
// tests then asks for a name that is not exported here, and does not load.
import { format } from 'node:util';

export { expect } from 'vitest';

/** @typedef {{ names: string[], before: (() => unknown)[] }} Suite */

/** @type {{ name: string, body: () => unknown, befores: Suite['before'][] }[]} */
const tests = [];
/** @type {Suite} */
let suite = { names: [], before: [] };
let outer = [suite.before];

export function describe(name, body) {
  const [before, befores] = [suite, outer];
  suite = { names: [...suite.names, name], before: [] };
  outer = [...outer, suite.before];
  body();
  suite = before;
  outer = befores;
}
describe.each = each(describe);

export function it(name, body) {
  tests.push({ name: [...suite.names, name].join(' '), body, befores: outer });
}
it.each = each(it);

export function beforeAll(body) {
  suite.before.push(body);
}

function each(define) {
  return (cases) => (name, body) => {
    for (const one of cases) {
      const values = Array.isArray(one) ? one : [one];
      const holes = name.match(/%s/g)?.length ?? 0;
      define(format(name, ...values.slice(0, holes)), () => body(...values));
    }
  };
}

/** Runs the tests whose names match and tells of each. @returns whether there are some and all passed */
export async function run(pattern) {
  const done = new Map();
  const chosen = tests.filter(({ name }) => pattern.test(name));
  let failed = 0;
  for (const { name, body, befores } of chosen) {
    try {
      for (const prepare of befores.flat()) {
        if (!done.has(prepare)) done.set(prepare, prepare());
        await done.get(prepare);
      }
      await body();
      console.log(`✓ ${name}`);
    } catch (error) {
      failed++;
      console.log(`✗ ${name}`);
      console.error(error);
    }
  }
  console.log(`${chosen.length - failed} passed, ${failed} failed`);
  return chosen.length > 0 && failed === 0;
}
