import type { Language } from '../base/localized.ts';
import { type StarterFile, schemaFile } from './starter-file.ts';
import { starterWords } from './words.ts';

/**
 * @param policyFiles the policies of the body in the folder
 * @returns what editors and git are told of the folder
 */
export function surroundings(language: Language, policyFiles: readonly string[]): StarterFile[] {
  return [
    asJson('.vscode/settings.json', editorSettings(policyFiles)),
    // It completes and checks YAML by the schemas; without it an editor knows nothing of them.
    asJson('.vscode/extensions.json', { recommendations: ['redhat.vscode-yaml'] }),
    { name: '.gitattributes', text: attributes(language) },
  ];
}

function editorSettings(policyFiles: readonly string[]): Readonly<Record<string, unknown>> {
  const policies = ['*.policy.yaml', ...policyFiles.filter((name) => !name.endsWith('.policy.yaml'))];
  // As sekisho itself never takes them for an inventory.
  const others = ['sekisho.config.yaml', ...policies, '*.rules.yaml', '*.mapping.yaml', 'expected.yaml'];
  return {
    'files.encoding': 'utf8',
    'files.eol': '\n',
    '[yaml]': { 'editor.insertSpaces': true, 'editor.tabSize': 2 },
    // Whatever is added beside the first files is an inventory, too, and has no line that names a schema.
    'yaml.schemas': {
      [`./${schemaFile('inventory')}`]: ['*.yaml', ...others.map((name) => `!${name}`)],
      [`./${schemaFile('configuration')}`]: ['sekisho.config.yaml'],
      ...(policyFiles.length > 0 && {
        [`./${schemaFile('policy')}`]: policies,
        [`./${schemaFile('rules')}`]: ['*.rules.yaml'],
      }),
    },
    // It is on the internet, and knows other files that happen to be called alike.
    'yaml.schemaStore.enable': false,
  };
}

function attributes(language: Language): string {
  const [ofEvidence = '', ofInventory = ''] = starterWords[language].attributes;
  return `# ${ofEvidence}
* -text
# ${ofInventory}
*.yaml text eol=lf
*.json text eol=lf
`;
}

function asJson(name: string, content: unknown): StarterFile {
  return { name, text: `${JSON.stringify(content, undefined, 2)}\n` };
}
