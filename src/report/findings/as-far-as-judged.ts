import type { Language } from '../../base/localized.ts';
import type { Result } from '../../result/result.ts';
import { reportTexts } from './words.ts';

/** @returns that nothing was found, said of the rules that ran alone where others did not */
export function asFarAsJudged(found: string, { leftOut }: Result, language: Language): string {
  return leftOut.length === 0 ? found : reportTexts[language].amongJudged(found);
}
