import { defaultLimits, type Limit, type Limits, refuseMore } from '../base/limits.ts';
import type { Observer } from '../evaluate/evaluation.ts';
import { suggest } from '../schema/suggest.ts';
import { UsageError } from './usage-error.ts';
import { usageErrors } from './words/usage-errors.ts';

/** @throws UsageError unless each is the name of a limit and a whole number */
export function parseLimits(given: readonly string[]): Partial<Limits> {
  const known = Object.keys(defaultLimits);
  return Object.fromEntries(
    given.map((one) => {
      const [name = '', value = ''] = one.split('=');
      if (!known.includes(name) || !/^[1-9]\d{0,14}$/.test(value)) {
        const suggestion = known.includes(name) ? undefined : suggest(name, known);
        throw new UsageError(usageErrors.unknownLimit(one, known.join(', '), suggestion));
      }
      return [name, Number(value)];
    }),
  );
}

/** Passes the progress of a run on, and ends the run where it has taken too long. */
export function withinTime(observer: Observer | undefined, limit: Limit, clock: () => number): Observer {
  const begun = clock();
  const look = () => refuseMore((clock() - begun) / 1000, limit);
  return {
    read(files, all, bytes) {
      look();
      observer?.read(files, all, bytes);
    },
    begins: (rules) => observer?.begins(rules),
    enters: observer?.enters,
    judged(ruleId, records, findings) {
      look();
      observer?.judged(ruleId, records, findings);
    },
  };
}
