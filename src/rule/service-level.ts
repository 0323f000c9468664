import type { Asset, Service } from '../inventory/records.ts';
import type { InventoryView } from '../inventory/view.ts';
import { isDisposedOf } from './applicability.ts';
import { assetsCarriedBy } from './carried-assets.ts';
import { type Issue, type RuleContext, unknown } from './definition.ts';
import type { Applicability } from './fact-rule.ts';
import { nameOf } from './name.ts';

/**
 * For `when`: an external service that handles information of at least `minimum` of the canonical levels 3–1 of
 * confidentiality. Its own level counts; where it states none, the levels of the assets that name it.
 */
export function serviceConfidentialityAtLeast(
  minimum: number,
): (service: Service, context: RuleContext) => Applicability {
  return (service, context) =>
    service.confidentiality === undefined
      ? assetsReach(minimum, service, context)
      : (context.atLeast({ classification: service }, 'confidentiality', minimum) ?? notInScale(service));
}

/** For `when`: the opposite, an external service that handles nothing of that confidentiality. */
export function serviceConfidentialityBelow(
  minimum: number,
): (service: Service, context: RuleContext) => Applicability {
  const atLeast = serviceConfidentialityAtLeast(minimum);
  return (service, context) => {
    const reached = atLeast(service, context);
    return typeof reached === 'boolean' ? !reached : reached;
  };
}

/** @returns the assets that a service handles: those that name it and still exist */
export function assetsInService(service: Service, inventory: InventoryView): readonly Asset[] {
  return assetsCarriedBy(service, inventory).filter((asset) => !isDisposedOf(asset));
}

/** One confidential asset is enough; that there is none can only be said once every asset has a level. */
function assetsReach(minimum: number, service: Service, context: RuleContext): Applicability {
  const assets = assetsInService(service, context.inventory);
  if (assets.length === 0) return unknown('confidentiality', undefined, { remedy: statedInService });
  let silent: Asset | undefined;
  for (const asset of assets) {
    const reached = context.atLeast(asset, 'confidentiality', minimum);
    if (reached === true) return true;
    if (reached === undefined) silent ??= asset;
  }
  return silent === undefined ? false : assetWithoutLevel(silent);
}

const statedInService = {
  ja: '取り扱う情報のうち最も高い機密性の等級を、confidentiality に書いてください。',
  en: 'Write the highest confidentiality level of what it handles in confidentiality.',
};

function notInScale({ confidentiality }: Service): Issue {
  return unknown(
    'confidentiality',
    {
      ja: `機密性「${confidentiality}」がポリシーの等級にないため、対象か判定できません`,
      en: `has the confidentiality level “${confidentiality}”, which the policy does not know`,
    },
    { remedy: statedInService },
  );
}

function assetWithoutLevel(asset: Asset): Issue {
  const name = nameOf(asset);
  return unknown(
    'confidentiality',
    {
      ja: `取り扱う「${name}」の機密性の等級が分からないため、対象か判定できません`,
      en: `handles “${name}”, whose confidentiality level is not known`,
    },
    {
      remedy: {
        ja: `情報資産「${name}」の classification.confidentiality にポリシーの等級を書くか、取り扱う情報のうち最も高い等級をサービスの confidentiality に書いてください。`,
        en: `Write the policy's level in classification.confidentiality of the asset “${name}”, or the highest level of what the service handles in its confidentiality.`,
      },
      missing: { record: asset, path: 'classification.confidentiality' },
      waits: true,
      trace: [
        {
          record: asset,
          path: 'classification.confidentiality',
          message: { ja: '等級の分からない情報資産', en: 'the asset whose level is not known' },
        },
      ],
    },
  );
}
