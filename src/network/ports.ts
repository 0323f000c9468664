import { groupBy } from '../base/groups.ts';
import { furthestEnd } from '../base/ranges.ts';

/** A port or a range of them, of one protocol or of whichever. */
export interface PortRange {
  readonly protocol: string;
  readonly first: number;
  readonly last: number;
}

/** `443`, `8000-8010`, `tcp/443`, `443/udp` */
const notation = /^(?:(?<before>[a-z]+)\/)?(?<first>\d+)(?:-(?<last>\d+))?(?:\/(?<after>[a-z]+))?$/;

/** Notations for “no limit”, alone or with a protocol (`any/tcp`). */
const everything =
  /^(?:[a-z]+\/)?(?:any|all|\*|任意(?:の?(?:ポート|アドレス))?|全部|(?:全て|すべて|全)(?:の?(?:ポート|アドレス))?|(?:制限|限定|指定)(?:なし|無し)|無制限|無指定)(?:\/[a-z]+)?$/;

/** Whether a text means that there is no limit: `any`, `*`, 任意. */
export function isEverything(written: string | number): boolean {
  return everything.test(plain(written));
}

/** Whether a text can be read as ports, or as all of them. */
export function arePorts(written: string | number): boolean {
  const range = parsePorts(written);
  return (
    isEverything(written) ||
    (range !== undefined && range.first <= range.last && range.last >= 1 && range.last <= 65_535)
  );
}

/** Whether these cover all ports, together if not alone. */
export function isEveryPort(...written: readonly (string | number)[]): boolean {
  if (written.some(isEverything)) return true;
  const ranges = written.map(parsePorts).filter((range) => range !== undefined);
  if (countWithRepeats(ranges) < 65_535) return false;
  const byProtocol = groupBy(ranges, ({ protocol }) => protocol);
  const ofAny = furthestEnd(joined(byProtocol.get('') ?? []));
  return [...byProtocol].some(([, own]) => {
    const ofOwn = furthestEnd(own);
    let next = 1;
    while (next <= 65_535) {
      const end = Math.max(ofAny(next) ?? 0, ofOwn(next) ?? 0);
      if (end < next) return false;
      next = end + 1;
    }
    return true;
  });
}

/** @returns how many ports ranges hold, those of several counted for each: most lists name a few, and nothing is left to ask */
export function countWithRepeats(ranges: readonly PortRange[]): number {
  let count = 0;
  for (const { first, last } of ranges) if (last >= first) count += last - first + 1;
  return count;
}

/** The permitted ports that are not among those named; ports that cannot be read are taken as named. */
export function portsBeyond(
  permitted: readonly (string | number)[],
  named: readonly (string | number)[],
): readonly (string | number)[] {
  const ranges = named.map(parsePorts).filter((range) => range !== undefined);
  if (ranges.length < named.length) return permitted.filter((port) => isEveryPort(port));
  const isHeld = holding(ranges);
  return permitted.filter((port) => {
    const range = parsePorts(port);
    return range === undefined ? isEverything(port) : !isHeld(range);
  });
}

/** @returns whether one of the ranges holds another; a port without a protocol matches every protocol */
function holding(ranges: readonly PortRange[]): (inner: PortRange) => boolean {
  const ofAll = furthestEnd(ranges);
  const byProtocol = new Map(
    [...groupBy(ranges, ({ protocol }) => protocol)].map(([protocol, own]) => [protocol, furthestEnd(own)]),
  );
  return ({ protocol, first, last }) => {
    const alike = protocol === '' ? [ofAll] : [byProtocol.get(''), byProtocol.get(protocol)];
    return alike.some((furthest) => (furthest?.(first) ?? -1) >= last);
  };
}

/** Joins ranges that overlap or follow each other. */
function joined(ranges: readonly PortRange[]): PortRange[] {
  const result: PortRange[] = [];
  for (const range of ranges.toSorted((one, other) => one.first - other.first)) {
    const before = result.at(-1);
    if (before === undefined || range.first > before.last + 1) result.push(range);
    else result.splice(-1, 1, { ...before, last: Math.max(before.last, range.last) });
  }
  return result;
}

/** @returns the ports that a text means; `undefined` where it cannot be read as such */
export function parsePorts(written: string | number): PortRange | undefined {
  const groups = notation.exec(plain(written))?.groups;
  if (groups === undefined) return undefined;
  const { before, after, first = '', last = first } = groups;
  return { protocol: before ?? after ?? '', first: Number(first), last: Number(last) };
}

/** Normalises full-width characters and the many dashes that people write in a range. */
function plain(written: string | number): string {
  const text = String(written);
  // Most are so already.
  if (/^[!-@[-`{-}]*$/.test(text)) return text;
  return text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[~〜‐-―−]/g, '-')
    .toLowerCase();
}
