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
  return ranges.some(({ protocol }) => {
    let next = 1;
    for (const { first, last } of ranges
      .filter((one) => one.protocol === '' || one.protocol === protocol)
      .sort((one, other) => one.first - other.first))
      if (first <= next) next = Math.max(next, last + 1);
    return next > 65_535;
  });
}

/** The permitted ports that are not among those named; ports that cannot be read are taken as named. */
export function portsBeyond(
  permitted: readonly (string | number)[],
  named: readonly (string | number)[],
): readonly (string | number)[] {
  const ranges = named.map(parsePorts);
  if (ranges.includes(undefined)) return permitted.filter((port) => isEveryPort(port));
  return permitted.filter((port) => {
    const range = parsePorts(port);
    if (range === undefined) return isEverything(port);
    return !ranges.some((one) => one !== undefined && holds(one, range));
  });
}

/** A port without a protocol matches every protocol. */
function holds(outer: PortRange, inner: PortRange): boolean {
  const alike = outer.protocol === '' || inner.protocol === '' || outer.protocol === inner.protocol;
  return alike && outer.first <= inner.first && inner.last <= outer.last;
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
  return String(written)
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[~〜‐-―−]/g, '-')
    .toLowerCase();
}
