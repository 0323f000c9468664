import type { Localized } from '../base/localized.ts';
import { type Setting, wordSetting } from '../base/setting.ts';
import { fromLevel } from './own-words.ts';
import {
  axes,
  axisNames,
  type Policy,
  type RuleCitation,
  type Scale,
  standingIn,
  type WrittenPredicate,
} from './policy.ts';

/** @returns of which records, and with which numbers, a clause asks a rule: 機密性Ⅲ以上, maxAge 12か月 */
export function wordTerms(
  { atLeast = {}, where, parameters = {} }: Pick<RuleCitation, 'atLeast' | 'where' | 'parameters'>,
  scales: Policy['scales'],
): Localized[] {
  const levels = axes.flatMap((axis): Localized[] => {
    const level = atLeast[axis];
    return level === undefined ? [] : [fromLevel(axis, [labelOf(level, scales[axis])])];
  });
  const numbers = Object.entries(parameters).map(([name, value]): Localized => {
    const { ja, en } = value === null ? none : wordSetting(value as Setting);
    return { ja: `${name} ${ja}`, en: `${name} ${en}` };
  });
  return [...levels, ...(where === undefined ? [] : [wordPredicate(where, scales)]), ...numbers];
}

const none: Localized = { ja: '定めなし', en: 'none' };

/** Words a condition: contains に my-number がある、かつ機密性が Ⅱ 以上. */
function wordPredicate(written: WrittenPredicate, scales: Policy['scales']): Localized {
  const each = (tests: unknown) => (tests as WrittenPredicate[]).map((one) => wordPredicate(one, scales));
  return joined(
    Object.entries(written).map(([key, test]) => {
      if (key === 'all') return joined(each(test), 'and');
      if (key === 'any') {
        const { ja, en } = joined(each(test), 'or');
        return { ja: `「${ja}」`, en: `(${en})` };
      }
      if (key !== 'not') return wordLeaf(key, test, scales);
      const { ja, en } = wordPredicate(test as WrittenPredicate, scales);
      return { ja: `「${ja}」でない`, en: `not (${en})` };
    }),
    'and',
  );
}

function joined(parts: readonly Localized[], by: 'and' | 'or'): Localized {
  return {
    ja: parts
      .map(({ ja }) => ja)
      .reduce(
        (all, one) => `${all}${by === 'and' ? '、かつ' : '、又は'}${/^[!-~]/.test(one) ? ' ' : ''}${one}`,
      ),
    en: parts.map(({ en }) => en).join(` ${by} `),
  };
}

function wordLeaf(path: string, written: unknown, scales: Policy['scales']): Localized {
  const { ja, en } = wordPath(path);
  const axis = axes.find((one) => path === `$level.${one}`);
  const worded = (value: unknown) => (axis && isLevel(value) ? labelOf(value, scales[axis]) : String(value));
  const tests: [string, unknown][] =
    typeof written === 'object' && written !== null && !Array.isArray(written)
      ? Object.entries(written)
      : [['is', written]];
  return joined(
    tests.map(([operator, value]) => {
      const values = [value].flat().map(worded);
      const [oneJa, oneEn] = [values.join(' か '), values.join(' or ')];
      const texts: Readonly<Record<string, Localized>> = {
        is: { ja: `${ja}が ${oneJa}`, en: `${en} is ${oneEn}` },
        not: { ja: `${ja}が ${oneJa} でない`, en: `${en} is not ${oneEn}` },
        present: {
          ja: `${ja}が書かれて${value === true ? 'いる' : 'いない'}`,
          en: `${en} is ${value === true ? '' : 'not '}stated`,
        },
        atLeast: { ja: `${ja}が ${oneJa} 以上`, en: `${en} is ${oneEn} or more` },
        atMost: { ja: `${ja}が ${oneJa} 以下`, en: `${en} is ${oneEn} or less` },
        covers: { ja: `${ja}に ${values.join(' と ')} がある`, en: `${en} has ${values.join(' and ')}` },
        some: { ja: `${ja}に ${oneJa} がある`, en: `${en} has ${oneEn}` },
        each: { ja: `${ja}が ${oneJa} だけ`, en: `${en} has ${oneEn} alone` },
      };
      return texts[operator] ?? { ja: '', en: '' };
    }),
    'and',
  );
}

/** A level as the policy writes it, however a clause does. */
function labelOf(written: string | number, scale: Scale): string {
  return standingIn(scale, written)?.level.label ?? String(written);
}

function isLevel(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function wordPath(path: string): Localized {
  const axis = axes.find((one) => path === `$level.${one}`);
  if (axis !== undefined) return axisNames[axis];
  if (path === '$layers') return { ja: '系', en: 'the layer' };
  if (path === '$agency') return { ja: '機関', en: 'the agency' };
  if (path === '$division') return { ja: '所管課', en: 'the division' };
  return { ja: `${path} `, en: path };
}
