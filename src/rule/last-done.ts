import type { Records } from '../../generated/records.ts';
import { type Day, parseDay } from '../base/date.ts';
import type { Localized } from '../base/localized.ts';
import { valueAt } from '../base/mapping.ts';
import { boundRecords } from './bound-records.ts';
import { checkBySection } from './by-section.ts';
import { notApplicable, type Outcome, pass, type RuleContext } from './definition.ts';
import { checkFact, type Fact } from './fact-rule.ts';
import { isOlderThan, tooOld } from './interval.ts';
import { listNames, nameOf } from './name.ts';
import type { SetParameter } from './parameter.ts';

type System = Records['systems'];

/** What is done to systems again and again: each states the day on which it was done last, or that it never was. */
export interface LastDone extends Fact<'systems'> {
  /**
   * says that it was done too long ago; continues a sentence that begins with the system's name
   *
   * @param day as it is written
   */
  tooLongAgo(day: string, interval: SetParameter): Localized;
  /** says the same of several systems; continues a sentence that begins with the name of the body */
  tooLongAgoIn(
    systems: { readonly count: number; readonly names: Localized },
    interval: SetParameter,
  ): Localized;
}

/**
 * Makes a check of systems and of the body, by the parameter `maxAge`. Where nobody sets an interval, the systems for which the
 * default is exceeded are one matter to look at, of the body as a whole; one that an exception names is judged by itself.
 */
export function checkLastDone(
  done: LastDone,
): (record: Records['systems' | 'organization'], context: RuleContext) => Outcome {
  const steps = done.field.split('.');
  const judgeStated = checkFact<'systems'>(done);

  /** @returns whether it was last done on a day too long ago, for a system that passes otherwise */
  const isTooLongAgo = (system: System, context: RuleContext): boolean => {
    const last = valueAt(system, steps);
    return isDay(last) && isOlderThan(last, context.parameter('maxAge'), context.asOf);
  };

  const judgeSystem = (system: System, context: RuleContext): Outcome => {
    const outcome = judgeStated(system, context);
    if (outcome !== pass || !isTooLongAgo(system, context)) return outcome;
    if (isForBody(system, context)) return notApplicable;
    const interval = context.parameter('maxAge');
    const day = context.inventory.dateAsWritten(system, done.field);
    return tooOld(done.field, done.tooLongAgo(day, interval), interval);
  };

  const judgeBody = (context: RuleContext): Outcome => {
    const systems = boundRecords('systems', context).filter(
      (system) =>
        judgeStated(system, context) === pass && isTooLongAgo(system, context) && isForBody(system, context),
    );
    if (systems.length === 0) return notApplicable;
    const interval = context.parameter('maxAge');
    const message = done.tooLongAgoIn({ count: systems.length, names: listNames(systems) }, interval);
    const trace = systems.map((system) => {
      const name = nameOf(system);
      const day = context.inventory.dateAsWritten(system, done.field);
      return {
        record: system,
        path: done.field,
        message: { ja: `「${name}」（${day}）`, en: `“${name}” (${day})` },
      };
    });
    return tooOld('', message, interval, { trace });
  };

  return checkBySection({ systems: judgeSystem, organization: (_, context) => judgeBody(context) });
}

/** A system is judged by itself only if the interval is set, or where an exception names it. */
function isForBody(system: System, context: RuleContext): boolean {
  return context.parameter('maxAge').origin === 'default' && !context.excepted(system);
}

/** Beside days and a plain no there may be a word: definitions are updated automatically. */
function isDay(last: unknown): last is Day {
  return typeof last === 'string' && parseDay(last) !== undefined;
}
