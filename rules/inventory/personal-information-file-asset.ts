import {
  type Asset,
  addToGroup,
  allRecords,
  defineRule,
  foldText,
  type InventoryView,
  type Issue,
  type Localized,
  mendFilesFirst,
  nameOf,
  oncePerInventory,
  type PersonalInformationFile,
  pass,
  unknown,
} from '#rule';

/**
 * A file of personal information is kept in an asset: one that it names under `assets`, or one of the same name. Where neither
 * is so, nobody can tell whether it is in the inventory under another name or not in it, which is no violation. That the
 * ids under `assets` exist is for inventory/dangling-reference to say.
 */
export const personalInformationFileAsset = defineRule({
  id: 'inventory/personal-information-file-asset',
  title: {
    ja: '個人情報ファイルは、情報資産として台帳に載っている',
    en: 'Files of personal information stand in the inventory as assets',
  },
  rationale: {
    ja: '個人情報ファイル簿に載せたファイルも情報資産であり、分類、保管、持ち出し、廃棄などの対策は情報資産ごとに判定します。対応する情報資産が分からないファイルは、どの対策も確かめられないまま残ります。',
    en: 'What stands in the list of files of personal information is an information asset, too, and classification, storage, carrying and disposal are judged asset by asset. Of a file whose asset is not known, none of this is judged.',
  },
  remedy: {
    ja: 'このファイルを記録した情報資産の id を assets に書いてください。情報資産が台帳になければ、区分 assets に加えてください。',
    en: 'Write the id of the asset that holds the file under assets. If the inventory does not have the asset, add it to the section assets.',
  },
  appliesTo: 'personalInformationFiles',
  integrity: true,
  check: (file, { inventory }) => {
    if ((file.assets ?? []).length > 0) return pass;
    const name = folded(file);
    if (name !== undefined && assetsByName(inventory).has(name)) return pass;
    return standsInNone(file, inventory);
  },
  examples: {
    pass: `
assets:
  - { id: resident-records, name: 住民基本台帳データ }
  - { id: tax-ledger, name: 固定資産課税台帳 ファイル }
personalInformationFiles:
  - { id: file-1, name: 住民基本台帳ファイル, assets: [resident-records] }
  - { id: file-2, name: 固定資産課税台帳ファイル }
`,
    unknown: `
assets:
  - { id: resident-records, name: 住民基本台帳データ }
personalInformationFiles:
  - { id: file-1, name: 住民基本台帳ファイル, assets: [resident-records] }
  - { id: file-2, name: 要介護認定ファイル }
`,
  },
  mutation: {
    files: {
      'files.yaml': 'personalInformationFiles: [{ id: 避難者, name: 避難者名簿ファイル, agency: mayor }]\n',
    },
    verdict: 'unknown',
    at: 'files assets',
  },
});

function standsInNone(file: PersonalInformationFile, inventory: InventoryView): Issue {
  const message = {
    ja: 'どの情報資産に記録されているか分かりません（assets に書かれておらず、同じ名称の情報資産もありません）',
    en: 'does not say which asset it is kept in: assets names none, and no asset has its name',
  };
  if (!inventory.readable) return unknown('assets', message, mendFilesFirst);
  if (!inventory.states('assets'))
    return unknown('assets', message, { missing: { section: 'assets', what: allRecords } });
  const stem = stemOf(file);
  if (stem === undefined) return unknown('assets', message);
  return unknown('assets', message, { remedy: whatToWrite(nameOf(file), assetsByStem(inventory).get(stem)) });
}

/** Names the asset that is called nearly the same, if there is one alone: it is for a person to say that it is meant. */
function whatToWrite(name: string, alike: readonly Asset[] = []): Localized {
  const add = {
    ja: `台帳になければ、name を「${name}」とする1件を区分 assets に加えてください`,
    en: `If the inventory does not have it, add a record to the section assets whose name is “${name}”`,
  };
  const [asset] = alike;
  if (asset === undefined || alike.length > 1)
    return {
      ja: `このファイルを記録した情報資産の id を、このファイルの assets に書いてください。${add.ja}。`,
      en: `Write the id of the asset that holds the file under assets of the file. ${add.en}.`,
    };
  return {
    ja: `情報資産「${nameOf(asset)}」に記録していれば、このファイルに assets: [${asset.id}] と書いてください。別の情報資産であれば、その id を書いてください。${add.ja}。`,
    en: `If the asset “${nameOf(asset)}” holds it, write assets: [${asset.id}] in the file; if it is another asset, write its id. ${add.en}.`,
  };
}

/** The name of a file or an asset as it is compared: width, case and blanks do not tell two apart. An empty record has none. */
function folded({ name, id }: Partial<PersonalInformationFile | Asset>): string | undefined {
  const written = name ?? id;
  return written === undefined ? undefined : foldText(written).toLowerCase();
}

/** 「住民基本台帳ファイル」 is probably kept in 「住民基本台帳データ」. */
function stemOf(record: PersonalInformationFile | Asset): string | undefined {
  return folded(record)?.replace(/(?<=..)(?:ファイル|データベース|データ|情報)$/u, '');
}

const assetsByName = oncePerInventory(
  (inventory): ReadonlySet<string> =>
    new Set(inventory.records('assets').flatMap((asset) => folded(asset) ?? [])),
);

const assetsByStem = oncePerInventory((inventory): ReadonlyMap<string, readonly Asset[]> => {
  const assets = new Map<string, Asset[]>();
  for (const asset of inventory.records('assets')) {
    const stem = stemOf(asset);
    if (stem !== undefined) addToGroup(assets, stem, asset);
  }
  return assets;
});
