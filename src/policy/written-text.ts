import type { Localized } from '../base/localized.ts';
import type { WrittenPolicy } from './extend.ts';

/** A text as a policy file writes it: in both languages, or in Japanese alone. */
export type WrittenText = string | (Pick<Localized, 'ja'> & Partial<Pick<Localized, 'en'>>);

/** Content of a policy file in which texts stand as they are written. */
export type AsWritten<Content> = Content extends Localized
  ? WrittenText
  : Content extends readonly (infer Item)[]
    ? readonly AsWritten<Item>[]
    : Content extends object
      ? { readonly [Key in keyof Content]: AsWritten<Content[Key]> }
      : Content;

/** A policy file's content but for its own rules, whose texts stand in files of their own. */
type WithoutOwnRules = Omit<WrittenPolicy, 'ownRules' | 'fields'>;

/** Gives every text of a policy in both languages; what is written in Japanese alone says so. */
export function inBothLanguages({
  title,
  issuer,
  note,
  scope,
  layers,
  vocabulary,
  scales,
  clauses,
  ...rest
}: AsWritten<WithoutOwnRules>): WithoutOwnRules {
  const { agencies, excludes, ...bounds } = scope ?? {};
  return {
    ...rest,
    title: inBoth(title),
    ...(issuer && { issuer: inBoth(issuer) }),
    ...(note && { note: inBoth(note) }),
    ...(scope && {
      scope: {
        ...bounds,
        ...(agencies && { agencies: agencies.map(named) }),
        ...(excludes && { excludes: excludes.map(named) }),
      },
    }),
    ...(layers && { layers: layers.map(named) }),
    ...(vocabulary && {
      vocabulary: Object.fromEntries(
        Object.entries(vocabulary).map(([list, words]) => [list, words.map(named)]),
      ),
    }),
    ...(scales && {
      scales: Object.fromEntries(Object.entries(scales).map(([axis, levels]) => [axis, levels.map(named)])),
    }),
    ...(clauses && {
      clauses: clauses.map(({ title: heading, summary, informs, ...clause }) => ({
        ...clause,
        ...(heading && { title: inBoth(heading) }),
        ...(summary && { summary: inBoth(summary) }),
        ...(informs && { informs: inBoth(informs) }),
      })),
    }),
  };
}

type Named<Item extends { readonly name?: WrittenText }> = Omit<Item, 'name'> &
  ('name' extends keyof Item
    ? undefined extends Item['name']
      ? { readonly name?: Localized }
      : { readonly name: Localized }
    : never);

/** @returns something with its name in both languages */
export function named<Item extends { readonly name?: WrittenText }>({ name, ...item }: Item): Named<Item> {
  return { ...item, ...(name && { name: inBoth(name) }) } as unknown as Named<Item>;
}

/** @returns a text in both languages */
export function inBoth(written: WrittenText): Localized {
  const { ja, en } = typeof written === 'string' ? { ja: written } : written;
  return en === undefined ? { ja, en: ja, only: 'ja' } : { ja, en };
}
