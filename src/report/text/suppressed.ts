import type { Language } from '../../localized.ts';
import type { Result } from '../../result.ts';
import { pipelineTexts } from '../../text/pipeline.ts';
import { reportTexts } from '../../text/report.ts';
import { placeOf } from '../labelled.ts';
import type { Sheet } from './sheet.ts';

/** Lists the findings that do not count, each with what it is that suppresses it. */
export function tellSuppressed(sheet: Sheet, { findings }: Result, language: Language): void {
  const suppressed = findings.filter(({ suppression }) => suppression !== null);
  if (suppressed.length === 0) return;
  sheet.paragraph('', reportTexts[language].suppressedTitle(suppressed.length), sheet.chalk.bold);
  for (const { location, message, ruleId, suppression } of suppressed) {
    sheet.paragraph('  ', message[language]);
    if (suppression !== null) sheet.paragraph('      ', pipelineTexts[language].suppressed(suppression));
    sheet.paragraph('      ', `${ruleId}  ${placeOf(location)}`, sheet.chalk.dim);
  }
  sheet.line();
}
