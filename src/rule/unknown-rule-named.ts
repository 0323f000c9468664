import type { Localized } from '../base/localized.ts';
import { fail, type Issue } from './definition.ts';

/**
 * @param path where the rule is named
 * @param meant the rule that is probably meant
 * @param subject what names it: an exception, a correction
 * @returns that no such rule exists
 */
export function unknownRuleNamed(
  path: string,
  id: string,
  meant: string | undefined,
  subject: Localized,
): Issue {
  const did =
    meant === undefined
      ? { ja: '', en: '' }
      : { ja: `。${meant} ではありませんか`, en: `; did you mean ${meant}?` };
  const remedy =
    meant === undefined
      ? {
          ja: `rules の「${id}」を、${subject.ja}の対象とするルールの id に改めてください。id は指摘に示され、sekisho rules でも見られます。`,
          en: `Change “${id}” in rules to the id of the rule that the ${subject.en} is for; findings show it, and so does sekisho rules.`,
        }
      : {
          ja: `rules の「${id}」を、${meant} のことであれば ${meant} に改めてください。ほかのルールの id は sekisho rules で見られます。`,
          en: `If ${meant} is meant, change “${id}” in rules to ${meant}. sekisho rules lists the ids of all rules.`,
        };
  const message = {
    ja: `ルールの一覧にない「${id}」を対象としています${did.ja}`,
    en: `names the rule “${id}”, which does not exist${did.en}`,
  };
  return fail(path, message, { remedy });
}
