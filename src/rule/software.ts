import type { System } from '../../generated/records.ts';
import type { Localized } from '../base/localized.ts';
import { fail, type Issue, notApplicable, type Outcome, passUnless, unknown } from './definition.ts';
import { entryName } from './name.ts';

/** A yes/no fact of every piece of software on a system. */
export interface SoftwareFact {
  readonly field: 'authorised' | 'licensed';
  /** says that it is not so, of one piece */
  violation(software: Localized): Localized;
  /** says that it is not stated, of one piece */
  silence(software: Localized): Localized;
}

/** Makes a check of one yes/no fact of every piece of software that a system lists. */
export function checkSoftware(fact: SoftwareFact): (system: System) => Outcome {
  return (system) => {
    if (system.software === undefined) return unlisted(system);
    if (system.software.length === 0) return notApplicable;
    return passUnless(system.software.flatMap((item, index) => judge(fact, item, index)));
  };
}

/** A list of software is asked of servers and terminals, where staff and contractors install it. */
function unlisted({ type }: System): Outcome {
  if (type === undefined) return unknown('type');
  return type === 'server' || type === 'terminal' ? unknown('software') : notApplicable;
}

type Software = NonNullable<System['software']>[number];

function judge({ field, violation, silence }: SoftwareFact, software: Software, index: number): Issue[] {
  const stated = software[field];
  if (stated === true) return [];
  const path = `software.${index}.${field}`;
  const name = entryName(software.name, index, { ja: 'ソフトウェア', en: 'software' });
  return [stated === undefined ? unknown(path, silence(name)) : fail(path, violation(name))];
}
