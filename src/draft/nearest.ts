import { foldText } from '../base/fold-text.ts';
import { addToGroup } from '../base/groups.ts';
import type { Policy } from '../policy/policy.ts';

/** A provision of another policy that is like one of the document. */
export interface Offer {
  /** the id of its policy */
  readonly policy: string;
  readonly ref: string;
  readonly title: string;
  /** the ids of the rules that it cites */
  readonly rules: readonly string[];
}

/** What is compared: the words of a provision, and those of what it stands in. */
export interface Compared {
  readonly title?: string;
  readonly text: readonly string[];
  readonly within: readonly string[];
}

/** how many provisions are offered at most */
const mostOffers = 3;

/** how like a provision must be to be offered: below, they share no more than common words */
const leastLikeness = 0.12;

/** how much the words of a heading weigh beside those of a text */
const weights = { title: 2.5, text: 1, within: 0.5 } as const;

/**
 * Finds provisions that are like one of a document: by the pairs of letters that both have, the rarer the more telling.
 * Japanese has no blanks between words, and pairs of letters need no dictionary.
 */
export class NearestProvisions {
  readonly #offers: readonly Offer[];
  /** by pair of letters: which offers have it, and how much it weighs in them */
  readonly #index = new Map<number, { readonly at: number; readonly weight: number }[]>();
  readonly #rarity: ReadonlyMap<number, number>;

  constructor(policies: readonly Policy[]) {
    const provisions = policies.flatMap(provisionsOf);
    this.#offers = provisions.map(({ offer }) => offer);
    const counts = new Map<number, number>();
    const all = provisions.map(({ words }) => pairsOf(words));
    for (const pairs of all) for (const pair of pairs.keys()) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    this.#rarity = new Map([...counts].map(([pair, count]) => [pair, Math.log(1 + all.length / count)]));
    for (const [at, pairs] of all.entries())
      for (const [pair, weight] of this.#weighed(pairs)) addToGroup(this.#index, pair, { at, weight });
  }

  /** @returns the provisions that are most like one, the nearest first */
  of(provision: Compared): Offer[] {
    const likeness = new Float64Array(this.#offers.length);
    for (const [pair, weight] of this.#weighed(pairsOf(provision)))
      for (const other of this.#index.get(pair) ?? [])
        likeness[other.at] = (likeness[other.at] ?? 0) + weight * other.weight;
    return [...likeness]
      .map((value, at) => ({ value, at }))
      .filter(({ value }) => value >= leastLikeness)
      .sort((one, other) => other.value - one.value || one.at - other.at)
      .slice(0, mostOffers)
      .flatMap(({ at }) => this.#offers[at] ?? []);
  }

  /** @returns pairs with their weights, so that a long text is no nearer than a short one */
  #weighed(pairs: ReadonlyMap<number, number>): [pair: number, weight: number][] {
    const weighed: [number, number][] = [];
    let squares = 0;
    for (const [pair, count] of pairs) {
      const weight = Math.sqrt(count) * (this.#rarity.get(pair) ?? rarest);
      squares += weight * weight;
      weighed.push([pair, weight]);
    }
    const length = Math.sqrt(squares) || 1;
    for (const one of weighed) one[1] /= length;
    return weighed;
  }
}

/** how telling a pair of letters is that no other policy has: it makes a text less like any of them */
const rarest = 2;

/** The duties of one provision are offered together: a document counts provisions, not duties. */
function provisionsOf(policy: Policy): { readonly offer: Offer; readonly words: Compared }[] {
  const groups = new Map<string, Policy['clauses'][number][]>();
  for (const clause of policy.clauses) addToGroup(groups, clause.ref.replace(/\[\d+\]$/, ''), clause);
  return [...groups].map(([ref, clauses]) => {
    const [first] = clauses;
    const titles = clauses.map(({ title }) => title.ja).join('');
    return {
      offer: {
        policy: policy.id,
        ref,
        title: first?.title.ja ?? '',
        rules: [...new Set(clauses.flatMap(({ rules }) => rules.map(({ id }) => id)))],
      },
      words: { title: titles, text: clauses.map(({ summary }) => summary.ja), within: [] },
    };
  });
}

/** how much of a text is compared, in characters: more tells nothing more */
const mostCompared = 4000;

/** @returns the pairs of letters of a provision, as one number each, with how often it has them */
function pairsOf({ title = '', text, within }: Compared): Map<number, number> {
  const pairs = new Map<number, number>();
  const add = (words: string, weight: number) => {
    const folded = foldText(words).toLowerCase();
    for (const [run] of folded.matchAll(/[\p{L}\p{N}]+/gu))
      for (let at = 0; at + 1 < run.length; at += 1) {
        const one = run.charCodeAt(at);
        const other = run.charCodeAt(at + 1);
        // Endings and particles are in every text.
        if (isHiragana(one) && isHiragana(other)) continue;
        const pair = one * 0x10000 + other;
        pairs.set(pair, (pairs.get(pair) ?? 0) + weight);
      }
  };
  add(title, weights.title);
  add(beginningOf(text), weights.text);
  for (const heading of within) add(heading, weights.within);
  return pairs;
}

function isHiragana(code: number): boolean {
  return code > 0x3040 && code < 0x30a0;
}

function beginningOf(text: readonly string[]): string {
  return text.join('\n').slice(0, mostCompared);
}
