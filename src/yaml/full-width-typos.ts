import type { Localized } from '../base/localized.ts';

/**
 * The remedy for a word in which a YAML indicator is full-width or lacks its space. Only for unknown words: a name may
 * contain any of these.
 *
 * @param word as written
 */
export function fullWidthTypoRemedy(word: string): Localized | undefined {
  if (/^[-\s]*\u3000|:\u3000/.test(word))
    return {
      ja: '全角の空白を半角の空白に直してください',
      en: 'write an ASCII space instead of the full-width one',
    };
  if (/^[A-Za-z][^\s:]*：/.test(word))
    return {
      ja: '全角のコロンを半角のコロンと半角空白 (: ) に直してください',
      en: 'write an ASCII colon and a space (: )',
    };
  if (/^[A-Za-z]+:\S/.test(word))
    return { ja: 'コロンの後に半角空白を入れてください', en: 'put a space after the colon' };
  if (/^[A-Za-z]+[，、]/.test(word))
    return { ja: '全角の読点・コンマを半角のコンマに直してください', en: 'write an ASCII comma' };
  return undefined;
}
