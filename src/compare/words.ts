import type { Localized } from '../base/localized.ts';
import type { Beyond } from '../result/result.ts';
import { whyBeyond } from '../result/words.ts';

/** Why a finding counts again that was known or permitted, as a sentence behind its remedy. */
export const lapsedTexts = {
  baseline: (name: string, beyond: Beyond): Localized => {
    const why = whyBeyond(beyond);
    return {
      ja: `（既知の指摘としてベースライン ${name} に載っていますが、${why.ja}ため、再び数えます。元に戻すか、確かめたうえで --update-baseline で載せ直してください。）`,
      en: `(The baseline ${name} lists it, but ${why.en}, so it counts again: undo that, or check it and renew the baseline by --update-baseline.)`,
    };
  },
};
