import type { Language, Localized } from '../base/localized.ts';
import type { Shape } from '../schema/shape.ts';
import { asScalar, exampleLines, mappingLines } from './example-lines.ts';
import { type Example, text } from './examples.ts';
import { editorLine, remark, type StarterFile, taken } from './starter-file.ts';
import { starterWords } from './words.ts';

/** What may be settled later, with what many set. */
const further: Example = {
  marking: text('自治体機密性2・取扱注意', 'confidentiality 2, handle with care'),
  exclude: [text('下書き/**', 'drafts/**')],
  unknown: 'error',
  failOn: 'warning',
};

/** What the configuration is made of. */
export interface ConfigurationRequest {
  readonly language: Language;
  /** what a configuration may hold */
  readonly configuration: Shape;
  /** the policy, as the configuration names it */
  readonly policy: string;
  readonly policyTitle: Localized;
}

/** @returns the file that says by which policy the inventory is judged, and what else may be settled */
export function configurationFile(request: ConfigurationRequest): StarterFile {
  const { language, configuration, policy, policyTitle } = request;
  const place = { shape: configuration, path: 'configuration', language };
  const [lang] = mappingLines({ lang: language }, place, '');
  const lines = [
    editorLine('configuration'),
    remark(starterWords[language].configuration),
    'sekisho: 1',
    ...exampleLines([
      { code: `policy: ${asScalar(policy)}`, about: policyTitle[language] },
      ...(lang === undefined ? [] : [lang]),
    ]),
    ...exampleLines(mappingLines(further, place, '')).map(taken),
  ];
  return { name: 'sekisho.config.yaml', text: `${lines.join('\n')}\n` };
}
