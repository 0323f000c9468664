import type { Asset, Service } from '../../generated/records.ts';
import type { InventoryView } from '../inventory/view.ts';
import { isDisposedOf, isKept } from './applicability.ts';
import { assetsCarriedBy } from './carried-assets.ts';
import { type Issue, type RuleContext, unknown } from './definition.ts';
import type { Applicability } from './fact-rule.ts';
import { nameOf } from './name.ts';
import type { Parameter } from './parameter.ts';

/**
 * For `when`: an external service that handles information of at least `minimum` of the canonical levels 3–1 of
 * confidentiality. The highest that it handles counts: its own level, or that of an asset that names it.
 */
export function serviceConfidentialityAtLeast(
  minimum: number,
): (service: Service, context: RuleContext) => Applicability {
  return (service, context) => {
    const own = context.atLeast({ classification: service }, 'confidentiality', minimum);
    if (own === true) return true;
    const inAssets = assetsReach(minimum, service, context);
    if (inAssets === true) return true;
    return own === undefined && service.confidentiality !== undefined ? notInScale(service) : inAssets;
  };
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

/** The parameter of rules that are asked of services from a level on, for `serviceReaches`. */
export const confidentialServices = {
  confidentialityAtLeast: {
    default: 2,
    about: {
      ja: '取り扱う情報の機密性がこの標準の等級以上の外部サービスに求める。null ならすべてに求める',
      en: 'asked of services that handle information of at least this canonical level of confidentiality; null asks it of all',
    },
  },
} satisfies Record<string, Parameter>;

/** For `when`: an external service that handles information of at least the level that `confidentialServices` is set to. */
export function serviceReaches(service: Service, context: RuleContext): Applicability {
  const { value } = context.parameter('confidentialityAtLeast');
  return typeof value !== 'number' || serviceConfidentialityAtLeast(value)(service, context);
}

/** @returns the assets that a service handles: those that name it and still exist */
export function assetsInService(service: Service, inventory: InventoryView): readonly Asset[] {
  return assetsCarriedBy(service, inventory).filter((asset) => !isDisposedOf(asset));
}

/** @returns an asset that a service handles which has at least that confidentiality and certainly still exists */
export function confidentialAssetIn(
  service: Service,
  minimum: number,
  context: RuleContext,
): Asset | undefined {
  return assetsInService(service, context.inventory).find(
    (asset) => context.atLeast(asset, 'confidentiality', minimum) && isKept(asset) === true,
  );
}

/** One confidential asset is enough; that there is none can only be said once every asset has a level. */
function assetsReach(minimum: number, service: Service, context: RuleContext): Applicability {
  if (confidentialAssetIn(service, minimum, context) !== undefined) return true;
  const assets = assetsInService(service, context.inventory);
  if (assets.length === 0 && service.confidentiality === undefined)
    return unknown('confidentiality', undefined, { remedy: statedInService });
  // By id and not by place: which of several is told must not depend on which is written first.
  const [open] = assets
    .filter((asset) => context.atLeast(asset, 'confidentiality', minimum) !== false)
    .sort((a, b) => askedFirst(a) - askedFirst(b) || (nameOf(a) < nameOf(b) ? -1 : 1));
  if (open === undefined) return false;
  return context.knowsLevel(open, 'confidentiality') ? perhapsDisposedOf(open) : assetWithoutLevel(open);
}

/** A level that is not written is asked for before one that is: an error of the inventory may report that already. */
function askedFirst({ classification }: Asset): number {
  return classification?.confidentiality === undefined ? 0 : 1;
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
        ja: `情報資産「${name}」の classification.confidentiality に、ポリシーの等級を書いてください。`,
        en: `Write the policy's level in classification.confidentiality of the asset “${name}”.`,
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

function perhapsDisposedOf(asset: Asset): Issue {
  const name = nameOf(asset);
  const path = 'disposal.date';
  return unknown(
    'confidentiality',
    {
      ja: `取り扱う「${name}」を廃棄したか分からないため、対象か判定できません`,
      en: `handles “${name}”, of which it is not known whether it is disposed of`,
    },
    {
      remedy: {
        ja: `情報資産「${name}」の ${path} に、廃棄した日か、まだ廃棄していなければ false を書いてください。`,
        en: `Write in ${path} of the asset “${name}” the day on which it was disposed of, or false if it is not yet.`,
      },
      missing: { record: asset, path },
      trace: [
        {
          record: asset,
          path,
          message: { ja: '廃棄した日の分からない情報資産', en: 'the asset without the day of its disposal' },
        },
      ],
    },
  );
}
