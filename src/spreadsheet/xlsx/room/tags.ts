/** A tag of an XML part, and the text between it and the next. */
export interface Tag {
  readonly isEnd: boolean;
  /** without a prefix */
  readonly name: string;
  readonly attributes: string;
  readonly text: string;
}

const tag = /<(\/?)((?:[\w.-]+:)?)([\w.-]+)((?:[^>"']|"[^"]*"|'[^']*')*)>([^<]*)/gu;

/** Goes over the tags of a part; what is given back takes the place of their attributes and the text behind them. */
export function mapTags(
  xml: string,
  change: (
    tag: Tag,
  ) => { readonly attributes?: string; readonly text?: string; readonly before?: string } | undefined,
): string {
  return xml.replaceAll(
    tag,
    (whole, end: string, prefix: string, name: string, attributes: string, text: string) => {
      const changed = change({ isEnd: end === '/', name, attributes, text });
      if (changed === undefined) return whole;
      const { before = '' } = changed;
      return `${before}<${end}${prefix}${name}${changed.attributes ?? attributes}>${changed.text ?? text}`;
    },
  );
}

/** @returns the value of an attribute as it is written */
export function attributeOf(attributes: string, name: string): string | undefined {
  return new RegExp(`(?<=^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u')
    .exec(attributes)
    ?.slice(1)
    .find((one) => one !== undefined);
}

/** @returns the attributes with another value of some of them, where they are there */
export function withAttributes(
  attributes: string,
  names: readonly string[],
  change: (value: string, name: string) => string,
): string {
  return attributes.replaceAll(
    /(?<=^|\s)([\w:.-]+)(\s*=\s*)(?:"([^"]*)"|'([^']*)')/gu,
    (whole, name: string, equals: string, double?: string, single?: string) => {
      if (!names.includes(name)) return whole;
      const value = double ?? single ?? '';
      const changed = change(value, name);
      return changed === value ? whole : `${name}${equals}"${changed}"`;
    },
  );
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function plainText(xml: string): string {
  return xml.replaceAll(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu,
    (whole, hex?: string, code?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole;
      const point = hex === undefined ? Number(code) : Number.parseInt(hex, 16);
      return point > 0x10ffff ? whole : String.fromCodePoint(point);
    },
  );
}
