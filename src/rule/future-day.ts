import { type Day, isToCome } from '../date.ts';
import { type Issue, type IssueDetails, unknown } from './definition.ts';

/**
 * The day of something done or approved is not stated as of the day judged by: either none is written, or one that is
 * still to come, which the message then names.
 */
export function dayUnknown(
  path: string,
  written: Day | boolean | undefined,
  asOf: Day,
  details?: IssueDetails,
): Issue {
  if (!isToCome(written, asOf)) return unknown(path, undefined, details);
  const message = {
    ja: `${path} の「${written}」が判定日 ${asOf} より後で、まだその日になっていません`,
    en: `states “${written}” in ${path}, which is after the day judged by (${asOf}) and has not come yet`,
  };
  const remedy = {
    ja: `誤りであれば、${path} を実際の日に直してください。これから行うものであれば、行うまで空けておいてください。`,
    en: `If it is a mistake, write the actual day in ${path}; if it is still to be done, leave it empty until then.`,
  };
  return unknown(path, message, { remedy, ...details });
}
