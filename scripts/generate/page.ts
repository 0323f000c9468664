import { type Language, type Localized, languages } from '../../src/base/localized.ts';

/** What stands above the sections of a page of the documentation. */
export interface PageHead {
  readonly title: Localized;
  /** that it is generated, and of what */
  readonly generated: Localized;
  readonly intro: Localized;
  /** its file in each language; they lie in the same folder */
  readonly files: Readonly<Record<Language, string>>;
}

const contents: Localized = { ja: '目次', en: 'Contents' };
const names: Localized = { ja: '日本語', en: 'English' };

/**
 * A page as Markdown: its title, where it comes from, the way to it in the other language, the contents, and the sections.
 *
 * @param listed the lines of the contents
 */
export function page(
  { title, generated, intro, files }: PageHead,
  listed: readonly string[],
  sections: readonly string[],
  language: Language,
): string {
  const others = languages.filter((one) => one !== language);
  const lines = [
    `# ${title[language]}`,
    '',
    `<!-- ${generated[language]} -->`,
    '',
    intro[language],
    '',
    ...others.flatMap((other) => [`[${names[other]}](${fileName(files[other])})`, '']),
    `## ${contents[language]}`,
    '',
    ...listed,
    '',
    ...sections,
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function fileName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
