import type { Asset, Service, System } from '../../generated/records.ts';
import { addToGroup } from '../base/groups.ts';
import type { InventoryView } from '../inventory/view.ts';
import { type Axis, axisNames } from '../policy/policy.ts';
import type { TraceStep } from './definition.ts';
import { nameOf } from './name.ts';
import { oncePerInventory } from './once-per-inventory.ts';

/** What assets are kept or handled in: a system, a service, or a medium that is an asset itself. */
export type Carrier = Asset | System | Service;

/** @returns the assets that name a carrier as theirs, those that no longer exist among them */
export function assetsCarriedBy(carrier: Carrier, inventory: InventoryView): readonly Asset[] {
  return carriedAssets(inventory).get(carrier) ?? [];
}

/** @returns a step of a proof that leads to the level of an asset and says what it is */
export function stepToLevel(asset: Asset, axis: Axis): TraceStep {
  const name = nameOf(asset);
  const level = asset.classification?.[axis];
  return {
    record: asset,
    path: `classification.${axis}`,
    message: {
      ja: `「${name}」の${axisNames[axis].ja}の等級は「${level}」です`,
      en: `“${name}” has ${axisNames[axis].en} level “${level}”`,
    },
  };
}

const carriedAssets = oncePerInventory((inventory) => {
  const index = new Map<object, Asset[]>();
  for (const asset of inventory.records('assets')) {
    for (const carrier of carriersOf(asset, inventory)) {
      addToGroup(index, carrier, asset);
    }
  }
  return index;
});

function carriersOf(asset: Asset, inventory: InventoryView): Carrier[] {
  const medium = inventory.find('assets', asset.medium);
  return [
    inventory.find('systems', asset.system),
    inventory.find('services', asset.service),
    medium?.form === 'media' ? medium : undefined,
  ].filter((carrier) => carrier !== undefined);
}
