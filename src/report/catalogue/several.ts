import { type SeveralTopics, type TopicReference, topicKinds } from '../../result/vocabulary.ts';
import type { Reporter, ReportOptions } from '../format.ts';
import { columns } from '../paper/columns.ts';
import { fieldTexts } from './field-words.ts';
import { Page } from './page.ts';

/** How many things of one kind are listed. */
const most = 20;

/** With fewer columns than this left for the title, a command gets a line of its own. */
const roomy = 30;

/** What a word may mean, shortly, by kind: each with the command that explains it. */
export const severalText: Reporter<SeveralTopics> = (several, options) =>
  listed(several, fieldTexts[options.language].severalMeant(several.asked), options);

/** The same behind the explanation of what the word means in the first place. */
export const alsoText: Reporter<SeveralTopics> = (several, options) =>
  listed(several, fieldTexts[options.language].alsoSaid(several.asked), options);

function listed(several: SeveralTopics, heading: string, options: ReportOptions): string {
  const page = new Page(options);
  const texts = fieldTexts[options.language];
  page.paragraph('', heading, 'bold');
  page.line();
  for (const kind of topicKinds) {
    const found = several.references.filter((reference) => reference.kind === kind);
    if (found.length === 0) continue;
    page.paragraph('', texts.kinds[kind], 'dim');
    const shown = found
      .slice(0, most)
      .map((one) => ({ command: commandFor(one, several.options), title: one.title[options.language] }));
    writeCommands(page, shown);
    if (found.length > most) page.paragraph('  ', texts.more(found.length - most), 'dim');
    page.line();
  }
  return page.toString();
}

function writeCommands(
  page: Page,
  shown: readonly { readonly command: string; readonly title: string }[],
): void {
  const width = Math.max(...shown.map(({ command }) => columns(command))) + 2;
  const beside = page.width - 2 - width >= roomy;
  for (const { command, title } of shown) {
    const painted = page.paint(command, 'cyan');
    if (!beside) page.line(`  ${painted}`);
    page.paragraph(beside ? `  ${painted}${' '.repeat(width - columns(command))}` : '    ', title);
  }
}

/**
 * The command that explains a topic, to be copied into whatever shell. What a policy file writes is put between quotes, and
 * what would act between these is shown alone.
 */
function commandFor({ address }: TopicReference, options: string): string {
  if (/^[\w./\p{L}-]+$/u.test(address)) return `sekisho explain ${address}${options}`;
  return /["$`\\!%\p{C}]/u.test(address) ? address : `sekisho explain "${address}"${options}`;
}
