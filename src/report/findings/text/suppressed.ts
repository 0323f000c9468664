import type { Language } from '../../../base/localized.ts';
import type { Result } from '../../../result/result.ts';
import type { Sheet } from '../../paper/sheet.ts';
import { shownLocation } from '../labelled.ts';
import { pipelineTexts } from '../pipeline-words.ts';
import { reportTexts } from '../words.ts';

/** Lists, one after the other, the suppressed findings with the reason: those under an exception apart from those that the baseline lists. */
export function* tellSuppressed(sheet: Sheet, { findings }: Result, language: Language): Generator<string> {
  for (const kind of ['exception', 'baseline'] as const) {
    const suppressed = findings.filter(({ suppression }) => suppression?.kind === kind);
    if (suppressed.length === 0) continue;
    const { suppressedTitle } = reportTexts[language];
    sheet.paragraph('', suppressedTitle[kind](suppressed.length), sheet.chalk.bold);
    for (const { location, message, ruleId, suppression } of suppressed) {
      sheet.paragraph('  ', message[language]);
      if (suppression !== null) sheet.paragraph('      ', pipelineTexts[language].suppressed(suppression));
      sheet.paragraph('      ', `${ruleId}  ${shownLocation(location)}`, sheet.chalk.dim);
      yield sheet.taken();
    }
    sheet.line();
  }
}
