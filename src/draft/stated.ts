import { builtInOrgans } from '../../generated/organs.ts';
import { foldText } from '../base/fold-text.ts';
import type { Axis } from '../policy/policy.ts';
import { kanjiValue } from './numerals.ts';
import type { Provision } from './provision.ts';

/** What a document states of itself, beside its provisions. */
export interface Stated {
  /** the days on which its editions came into force */
  readonly editions: readonly string[];
  readonly agencies: readonly Organ[];
  readonly excludes: readonly Organ[];
  readonly scales: Readonly<Partial<Record<Axis, readonly StatedLevel[]>>>;
}

interface Organ {
  readonly id: string;
  readonly name: string;
}

interface StatedLevel {
  readonly level: string;
  readonly means: number;
  readonly name: string;
  readonly clause: string;
}

/** Finds what a document states plainly. What it leaves open stays open: nothing is guessed. */
export function statedIn(provisions: readonly Provision[]): Stated {
  const scope = scopeIn(provisions);
  return { editions: editionsIn(provisions), ...scope, scales: scalesIn(provisions) };
}

const eras: Readonly<Record<string, number>> = { 昭和: 1925, 平成: 1988, 令和: 2018 };
const number = '(?:元|[0-9０-９]{1,2}|[〇一二三四五六七八九十]{1,3})';
const beginning = new RegExp(
  `(?<era>昭和|平成|令和)[ \\u3000]*(?<year>${number})年[ \\u3000]*(?<month>${number})月[ \\u3000]*(?<day>${number})日[ \\u3000]*(?:から|より)[ \\u3000]*施行`,
  'u',
);

function editionsIn(provisions: readonly Provision[]): string[] {
  const days = provisions
    .filter(({ ref, title = '' }) => /^附則|^付則/.test(ref) || /施行(?:期日|日)/.test(title))
    .flatMap(({ text }) => dayIn(text[0] ?? '') ?? []);
  return [...new Set(days)].sort();
}

function dayIn(text: string): string | undefined {
  const { era = '', year = '', month = '', day = '' } = beginning.exec(text)?.groups ?? {};
  const first = eras[era];
  if (first === undefined) return undefined;
  const parts = [first + counted(year), counted(month), counted(day)];
  const written = parts.map((part) => String(part).padStart(2, '0')).join('-');
  const date = new Date(`${written}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || !date.toISOString().startsWith(written) ? undefined : written;
}

function counted(written: string): number {
  if (written === '元') return 1;
  return kanjiValue(written) ?? Number(written.normalize('NFKC'));
}

/** 「適用される行政機関は、A、B及びCとする」「…とし、Dを除く」 */
const listOfOrgans =
  /(?:機関|部局|組織|団体)(?:の範囲)?[^。、]{0,20}は、?(?<list>[^。]+?)(?:とする|とし、|とし(?=[^、])|である|です)/u;
const excluded = /(?:とし、|ただし、|、|^)(?<list>[^、。]{2,40})(?:を|は)除く/u;

function scopeIn(provisions: readonly Provision[]): Pick<Stated, 'agencies' | 'excludes'> {
  for (const { modality, text } of provisions) {
    if (modality !== 'scope') continue;
    const sentence = text.join('').slice(0, 1000);
    const names = namesIn(listOfOrgans.exec(sentence)?.groups?.['list'] ?? '');
    if (names.length < 2 || !names.every(isOrgan)) continue;
    const left = namesIn(excluded.exec(sentence)?.groups?.['list'] ?? '').filter(isOrgan);
    const organs = asOrgans([...names, ...left]);
    return { agencies: organs.slice(0, names.length), excludes: organs.slice(names.length) };
  }
  return { agencies: [], excludes: [] };
}

function namesIn(list: string): string[] {
  return list
    .replaceAll(/（[^（）]*）|\([^()]*\)/g, '')
    .split(/、|及び|並びに|および|ならびに|又は|，/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function isOrgan(name: string): boolean {
  return (
    name.length <= 40 &&
    /(?:局|部|会|委員|長|院|所|室|課|団|組合|企業|者|校|園|水道|議会|館|センター)$/u.test(name)
  );
}

/** The ids that built-in policies have for organs of the same name; others are numbered. */
function asOrgans(names: readonly string[]): Organ[] {
  const taken = new Set<string>();
  return [...new Set(names)].map((name, index) => {
    const known = organIds.get(foldText(name));
    const id = known !== undefined && !taken.has(known) ? known : `organ-${index + 1}`;
    taken.add(id);
    return { id, name };
  });
}

/** The organs of built-in policies, of which each is an id and a name in both languages. */
const organIds: ReadonlyMap<string, string> = new Map(
  Object.values(builtInOrgans).flatMap((all) =>
    all.flatMap((id, at): [string, string][] => (at % 3 === 0 ? [[foldText(all[at + 1] ?? ''), id]] : [])),
  ),
);

const axisOf: Readonly<Record<string, readonly [axis: Axis, most: number]>> = {
  機密性: ['confidentiality', 3],
  完全性: ['integrity', 2],
  可用性: ['availability', 2],
};

/** Levels that the document counts as the usual ones are: 機密性3 to 1, 3A among them. Of others nobody knows what they mean. */
function scalesIn(provisions: readonly Provision[]): Stated['scales'] {
  const found = new Map<Axis, StatedLevel[]>();
  const unusual = new Set<Axis>();
  for (const { ref, title = '' } of provisions) {
    const [, name = '', digit = '', letter = ''] =
      /^(機密性|完全性|可用性)([0-9])([A-C]?)$/.exec(foldText(title)) ?? [];
    const [axis, most] = axisOf[name] ?? [];
    if (axis === undefined || most === undefined) continue;
    const means = Number(digit);
    const levels = found.get(axis) ?? [];
    found.set(axis, levels);
    const level = `${digit}${letter}`;
    if (means < 1 || means > most || levels.some((one) => one.level === level)) unusual.add(axis);
    levels.push({ level, means, name: foldText(title), clause: ref });
  }
  return Object.fromEntries(
    [...found].flatMap(([axis, levels]) =>
      unusual.has(axis) || levels.length < 2
        ? []
        : [[axis, levels.toSorted((a, b) => b.means - a.means || (a.level < b.level ? -1 : 1))]],
    ),
  );
}
