import { type Localized, setApart } from '../../base/localized.ts';
import { wordValue } from '../merge/merge-words.ts';
import type { RenamedRow } from './identify.ts';

/** Words a row that is called otherwise than last time, and keeps its id. */
export function wordRenamed({ id, from, to }: RenamedRow): Localized {
  return {
    ja: `「${id}」の名称が${setApart(wordValue(from).ja)}から${setApart(wordValue(to).ja)}に変わりました。ほかの項目が同じなので、同じ1件として扱います`,
    en: `"${id}" is called ${wordValue(to).en} now, no longer ${wordValue(from).en}; all else is the same, so it stays the same record`,
  };
}
