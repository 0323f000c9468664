import { canonicalLayers, type Layer, type Policy } from './policy.ts';

/**
 * Lets laws read an inventory in the words of the body: which parts of its network stand apart, and what they are called, only a
 * policy of its own says. What such a policy takes a canonical layer for instead, a law does not take over.
 *
 * @returns the policies in their order
 */
export function inWordsOfBody(policies: readonly Policy[]): Policy[] {
  const own = policies.find(({ kind }) => kind !== 'law');
  if (own === undefined) return [...policies];
  const words = [...own.layers].filter(([, layer]) => namesItself(layer));
  return policies.map((policy) =>
    policy.kind === 'law' ? { ...policy, layers: new Map([...policy.layers, ...words]) } : policy,
  );
}

/** Whether a layer is a further one, or a canonical one under another name. */
function namesItself({ id, treatedAs }: Layer): boolean {
  return treatedAs === id || !canonicalLayers.some((canonical) => canonical === id);
}
