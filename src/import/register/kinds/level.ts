import type { CellText } from '../cell-text.ts';
import { question, type Reading, value } from '../reading.ts';
import type { Field } from '../target.ts';

const axes: Readonly<Record<string, string>> = {
  confidentiality: '機密性',
  integrity: '完全性',
  availability: '可用性',
};

/** 機密性２, 自治体機密性３Ｂ, 3-A, 2, Ⅱ, folded */
const level =
  /^(?:自治体)?(?<axis>機密性|完全性|可用性)? ?[-\u2010-\u2015\u2212\u30fc]? ?(?:[1-9](?:[-\u2010-\u2015\u2212\u30fc]?[A-Da-d])?|I{1,3}|IV|V)$/u;

/** Reads a level as a policy may call one. It stays as it was written: the checker knows the policy, and folds it. */
export function readLevel({ text, folded }: CellText, { path }: Field): Reading {
  const found = level.exec(folded);
  if (found === null) return question('level');
  const { axis } = found.groups ?? {};
  const asked = axes[path.slice(path.lastIndexOf('.') + 1)];
  if (axis !== undefined && axis !== asked) return question('other-axis');
  // A plain digit is a number, as people write it into YAML.
  return value(path, /^[1-9]$/u.test(text) ? Number(text) : text);
}
