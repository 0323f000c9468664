import type { Localized } from '../base/localized.ts';
import { suggest } from '../schema/suggest.ts';
import { type CanonicalLayer, canonicalLayers, type Layer, type Policy } from './policy.ts';

/** A canonical layer as policies have it by default. */
type UsualLayer = Layer & { readonly id: CanonicalLayer; readonly treatedAs: CanonicalLayer };

/** The layers that are known under every policy. */
export const usualLayers: readonly UsualLayer[] = [
  usual('mynumber', { ja: 'マイナンバー利用事務系', en: 'the MyNumber layer' }),
  usual('lgwan', { ja: 'LGWAN接続系', en: 'the LGWAN layer' }),
  usual('internet', { ja: 'インターネット接続系', en: 'the internet layer' }),
  usual('external', { ja: '外部', en: 'the outside' }),
];

function usual(id: CanonicalLayer, name: Localized): UsualLayer {
  return { id, name, treatedAs: id };
}

const usualById: ReadonlyMap<string, Layer> = new Map(usualLayers.map((layer) => [layer.id, layer]));

/**
 * What offices call the canonical layers beside their names. 基幹系, 情報系, 業務系 and the like are left out on
 * purpose: they mean different layers in different offices.
 */
const otherNames: Readonly<Record<CanonicalLayer, { readonly names: string[]; readonly stems: string[] }>> = {
  mynumber: { names: ['個人番号利用事務系', '番号利用事務系'], stems: ['番号', 'マイナンバー'] },
  lgwan: { names: [], stems: ['LGWAN'] },
  internet: { names: [], stems: ['インターネット'] },
  external: { names: [], stems: [] },
};

/** What only an office itself calls one of its layers. Behind the name of a layer, in brackets, they make no other layer of it. */
const nicknames: ReadonlySet<string> = new Set(
  ['基幹', '情報', '業務', '行政', '内部', '内部情報', '住民情報', '事務', '庁内'].map((stem) => `${stem}系`),
);

/** 番号系, 番号接続系, 番号系接続 …: a stem and 系, 接続 or both. */
const endings: readonly string[] = ['系', '接続系', '接続', '系接続系', '系接続'];

/**
 * Reads the word written for a layer: the id or a name of one of the policy's layers, or the name or a short form of a
 * canonical one, whatever its width, case and blanks. The ids of the policy take precedence, then its names, then the
 * canonical words.
 *
 * @returns the layer as the policy knows it; `undefined` where it knows none by that word, or several
 */
export function readLayer({ layers }: Pick<Policy, 'layers'>, written: string): Layer | undefined {
  const names = namesOf(layers);
  return layers.get(written) ?? names.get(fold(written)) ?? readTwice(names, fold(written));
}

/** @returns what may be written for a layer beside its id: its name, and what offices call the canonical layer that it is */
export function wordsOfLayer({ id, name }: Layer): string[] {
  const usualLayer =
    usualById.get(id)?.name.ja === name.ja ? usualLayers.find((one) => one.id === id) : undefined;
  const { names, stems } = usualLayer === undefined ? { names: [], stems: [] } : otherNames[usualLayer.id];
  return [...new Set([name.ja, ...names, ...stems.map((stem) => `${stem}系`)])].filter((word) => word !== id);
}

/**
 * A name followed in brackets by another name of the same layer, or by what an office calls it for itself:
 * マイナンバー利用事務系（個人番号利用事務系）, LGWAN接続系（情報系）. A nickname before the brackets is none: which of the two counts is
 * not said.
 */
function readTwice(names: Names, written: string): Layer | undefined {
  const { name = '', other = '' } = /^(?<name>[^()]+)\((?<other>[^()]+)\)$/.exec(written)?.groups ?? {};
  const layer = names.get(name);
  if (layer === names.get(other)) return layer;
  return nicknames.has(other) && !names.has(other) && layer?.treatedAs !== 'external' ? layer : undefined;
}

/** Whether a layer is stated: blanks alone count as missing. */
export function isLayerStated(written: string | undefined): written is string {
  return written !== undefined && written.trim() !== '';
}

/** Whether a word means the external layer under every policy. */
export function meansOutside(written: string): boolean {
  return readLayer({ layers: usualById }, written)?.id === 'external';
}

/** @returns the layers of several policies, each id once, as the first of them has it */
export function layersOf(policies: readonly Pick<Policy, 'layers'>[]): Layer[] {
  return [...new Map(policies.flatMap(({ layers }) => [...layers]).reverse()).values()].reverse();
}

/**
 * The layers that a body has for a canonical one: those that its policy states and treats as it, else the one of that id. A
 * layer with the id of another canonical one keeps its own name, whatever it is treated as.
 *
 * @param isWritten whether the inventory writes a layer: the usual one is then there as well, beside those of the policy
 */
export function layersMeaning(
  id: CanonicalLayer,
  layers: Policy['layers'] = usualById,
  isWritten: (layer: Layer) => boolean = () => false,
): readonly Layer[] {
  const itself = layers.get(id) ?? usualById.get(id);
  const own = [...layers.values()].filter(
    (layer) => layer.treatedAs === id && !isUsual(layer) && (layer.id === id || !isCanonical(layer)),
  );
  const isThere = itself !== undefined && isUsual(itself) && (own.length === 0 || isWritten(itself));
  return isThere ? [itself, ...own] : own.length > 0 || itself === undefined ? own : [itself];
}

/** @returns the layers to choose from: those of the policies, and of the usual ones those that none of theirs stands for */
export function layersToChoose(policies: readonly Pick<Policy, 'layers'>[]): Layer[] {
  const meant = new Set(
    policies.flatMap(({ layers }) =>
      canonicalLayers.flatMap((id) => layersMeaning(id, layers).map((layer) => layer.id)),
    ),
  );
  return layersOf(policies).filter((layer) => !isUsual(layer) || meant.has(layer.id));
}

/** Whether policies have layers beside the canonical ones. */
export function haveOwnLayers(policies: readonly Pick<Policy, 'layers'>[]): boolean {
  return layersOf(policies).some((layer) => !isCanonical(layer));
}

function isCanonical({ id }: Layer): boolean {
  return usualById.has(id);
}

/** Whether no policy states a layer, so that it is there by default alone. */
function isUsual(layer: Layer): boolean {
  return usualById.get(layer.id) === layer;
}

/** @returns the word that was probably meant by one that no layer has */
export function nearestLayer(
  policies: readonly Pick<Policy, 'layers'>[],
  written: string,
): string | undefined {
  const layers = layersToChoose(policies);
  return suggest(written, [
    ...layers.map(({ id }) => id),
    ...layers.map(({ name }) => name.ja),
    ...canonicalLayers
      .filter((id) => layers.some((layer) => layer.id === id))
      .flatMap((id) => otherNames[id].stems.map((stem) => `${stem}系`)),
  ]);
}

type Layers = Policy['layers'];

/** The layers of a policy by their normalised words; `undefined` for a word that means several. */
type Names = ReadonlyMap<string, Layer | undefined>;

const known = new WeakMap<Layers, Names>();

function namesOf(layers: Layers): Names {
  let names = known.get(layers);
  if (names === undefined) {
    const own = [...layers.values()].filter((layer) => !isUsual(layer));
    const canonical = usualLayers.flatMap((usualLayer): [string, Layer][] => {
      const layer = layers.get(usualLayer.id) ?? usualLayer;
      const { names: others, stems } = otherNames[usualLayer.id];
      const shorts = stems.flatMap((stem) => endings.map((end) => stem + end));
      return [...textsOf(usualLayer), ...others, ...shorts].map((text) => [text, layer]);
    });
    const byId = [...layers.values()].map((layer): [string, Layer] => [layer.id, layer]);
    const byName = own.flatMap((layer) => textsOf(layer).map((text): [string, Layer] => [text, layer]));
    names = new Map([canonical, byName, byId].flatMap((words) => [...folded(words)]));
    known.set(layers, names);
  }
  return names;
}

function textsOf({ name }: Layer): string[] {
  return [name.ja, name.en];
}

function folded(named: readonly (readonly [string, Layer])[]): Names {
  const names = new Map<string, Layer | undefined>();
  for (const [text, layer] of named) {
    const name = fold(text);
    names.set(name, names.has(name) && names.get(name) !== layer ? undefined : layer);
  }
  return names;
}

/** Width, case, blanks and the article of an English name make no difference. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/^the\s+/, '')
    .replaceAll(/\s/g, '');
}
