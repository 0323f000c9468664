import type { Entry, Inventory } from '../inventory/inventory.ts';
import { Network } from '../network/network.ts';
import type { Topology } from '../network/topology.ts';
import { isLayerStated, readLayer } from '../policy/layers.ts';
import type { Layer, Policy } from '../policy/policy.ts';
import { Scope } from './scope.ts';

/**
 * An inventory under one policy. What derives from both is computed once, on demand, and shared by rules, coverage,
 * notices, comparisons and drawings.
 */
export class PolicyView {
  readonly inventory: Inventory;
  readonly policy: Policy;
  /** all policies that the inventory is judged by, this one included */
  readonly policies: readonly Policy[];
  /** the inventory as it was reviewed, if the run knows it: what takes everything out of judgement must stand there, too */
  readonly #trusted: Inventory | undefined;
  #scope: Scope | undefined;
  #network: Network | undefined;
  #writtenLayers: ReadonlySet<Layer | undefined> | undefined;

  constructor(inventory: Inventory, policy: Policy, policies: readonly Policy[], trusted?: Inventory) {
    this.inventory = inventory;
    this.policy = policy;
    this.policies = policies;
    this.#trusted = trusted;
  }

  /** Which records the policy applies to. */
  get scope(): Scope {
    this.#scope ??= new Scope(this.inventory, this.policy, this.policies, this.#trusted);
    return this.#scope;
  }

  /** The network with the layers of the policy. Paths go on through records out of scope. */
  get network(): Network {
    this.#network ??= new Network(this.inventory, this.policy, this.binds);
    return this.#network;
  }

  /** Who can talk to whom, as the policy sees the layers. */
  get topology(): Topology {
    return this.network.topology;
  }

  /** Whether the policy applies to a record. An arrow function, so that it can be passed on without the view. */
  readonly binds = (record: object): boolean => !this.scope.outside.has(record);

  /** Whether a segment or a service is in a layer. An arrow function, so that it can be passed on without the view. */
  readonly writesLayer = (layer: Layer): boolean => {
    this.#writtenLayers ??= new Set(
      [...this.inventory.records('segments'), ...this.inventory.records('services')].map(
        ({ layer: written }) => (isLayerStated(written) ? readLayer(this.policy, written) : undefined),
      ),
    );
    return this.#writtenLayers.has(layer);
  };
}

/**
 * @param trusted the inventory as it was reviewed, if the run knows it
 * @returns an inventory under each of the policies that it is judged by
 */
export function viewsOf(
  inventory: Inventory,
  policies: readonly Policy[],
  trusted?: Inventory,
): PolicyView[] {
  return policies.map((policy) => new PolicyView(inventory, policy, policies, trusted));
}

/** @returns the records that none of the policies applies to */
export function outOfScope(views: readonly PolicyView[]): Entry[] {
  const all = views[0]?.inventory.all ?? [];
  return all.filter(({ record }) => !views.some(({ binds }) => binds(record)));
}
