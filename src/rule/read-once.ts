import { daysTaken } from '../inventory/open-dates.ts';
import type { RuleContext } from './definition.ts';

/**
 * Keeps what is read of a record and a network, for what many others ask of the same one: a system may stand in many
 * segments and be the end of many connections.
 *
 * @param read sees nothing else of the context than inventory and network
 */
export function readOnce<Subject extends object, Reading>(
  read: (subject: Subject, context: RuleContext) => Reading,
): (subject: Subject, context: RuleContext) => Reading {
  const networks = new WeakMap<object, WeakMap<Subject, { readonly reading: Reading }>>();
  return (subject, context) => {
    const { network } = context;
    let known = networks.get(network);
    if (known === undefined) {
      known = new WeakMap();
      networks.set(network, known);
    }
    const found = known.get(subject);
    if (found !== undefined) return found.reading;
    const before = daysTaken();
    const reading = read(subject, context);
    if (daysTaken() === before) known.set(subject, { reading });
    return reading;
  };
}
