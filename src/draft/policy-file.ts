import { axes } from '../policy/policy.ts';
import type { NearestProvisions, Offer } from './nearest.ts';
import type { Provision } from './provision.ts';
import type { Stated } from './stated.ts';
import { type Fullness, fileWords, headOf } from './words.ts';

/** What a draft is written of. */
export interface DraftContent {
  readonly id: string;
  readonly title: string;
  /** the name of the file, which the commands in it name */
  readonly file: string;
  readonly provisions: readonly Provision[];
  readonly stated: Stated;
  /** the lines of the document that none of them holds */
  readonly left: readonly string[];
  readonly nearest: NearestProvisions;
  /** whether it may hold the words of the document */
  readonly quotes: boolean;
}

/**
 * Writes a draft as a policy file.
 *
 * @param most how many characters it may have
 * @returns the file; `undefined` where it would be longer
 */
export function policyFile(content: DraftContent, fullness: Fullness, most: number): string | undefined {
  const lines = [...headLines(content, fullness), 'clauses:'];
  let bytes = Buffer.byteLength(lines.join('\n'));
  for (const provision of content.provisions) {
    const own = provision.isHeading
      ? headingLines(provision, content)
      : clauseLines(provision, content, fullness);
    bytes += Buffer.byteLength(own.join('\n')) + 1;
    if (bytes >= most) return undefined;
    lines.push(...own);
  }
  const left = leftLines(content, fullness);
  bytes += Buffer.byteLength(left.join('\n')) + 1;
  return bytes >= most ? undefined : `${[...lines, ...left].join('\n')}\n`;
}

function headLines(content: DraftContent, fullness: Fullness): string[] {
  const { id, title, file, quotes, stated } = content;
  return [
    ...headOf(file, { fullness, quotes }).map((line) => `# ${line}`),
    'sekisho: 1',
    `id: ${id}`,
    `title: ${scalar(title)}`,
    `#issuer: ${fileWords.issuer}`,
    'draft: true',
    ...(stated.editions.length === 0 ? [] : [`editions: [${stated.editions.join(', ')}]`]),
    ...scopeLines(content),
    ...scaleLines(content),
    '',
  ];
}

/** What was taken for furniture of pages is told, for a reader to see whether it was rightly left out. */
function leftLines({ left, quotes }: DraftContent, fullness: Fullness): string[] {
  if (left.length === 0) return [];
  const shown = quotes && fullness !== 'bare' ? left.flatMap((one) => comment('  ', one)) : [];
  return [...comment('', fileWords.left(left.length, shown.length > 0)), ...shown];
}

/** The names of organs are words of the document. */
function scopeLines({ stated, quotes }: DraftContent): string[] {
  const { agencies, excludes } = stated;
  if (agencies.length === 0 || !quotes) return [];
  const listed = (key: string, organs: Stated['agencies']) =>
    organs.length === 0
      ? []
      : [`  ${key}:`, ...organs.map(({ id, name }) => `    - { id: ${id}, name: ${scalar(name)} }`)];
  return ['', 'scope:', ...listed('agencies', agencies), ...listed('excludes', excludes)];
}

function scaleLines({ stated, provisions }: DraftContent): string[] {
  const refs = new Set(provisions.filter(({ isHeading }) => !isHeading).map(({ ref }) => ref));
  const scales = axes.flatMap((axis) => {
    const levels = stated.scales[axis] ?? [];
    if (levels.length === 0) return [];
    return [
      `  ${axis}:`,
      ...levels.map(({ level, means, name, clause }) => {
        const cited = refs.has(clause) ? `, clause: ${scalar(clause)}` : '';
        return `    - { level: ${scalar(level)}, means: ${means}, name: ${scalar(name)}${cited} }`;
      }),
    ];
  });
  return scales.length === 0 ? [] : ['', 'scales:', ...scales];
}

function headingLines({ ref, title }: Provision, { quotes }: DraftContent): string[] {
  const shown = [ref, ...(quotes && title !== undefined && !ref.endsWith(title) ? [title] : [])].join(' ');
  return comment('── ', shown);
}

function clauseLines(provision: Provision, content: DraftContent, fullness: Fullness): string[] {
  const { ref, text, modality, others } = provision;
  const { quotes, nearest } = content;
  const quoted = quotes && fullness !== 'bare' ? text.flatMap((one) => comment(fileWords.text, one)) : [];
  const differing =
    quotes && fullness !== 'bare'
      ? others
          .slice(0, mostOthers)
          .flatMap((one) => comment('', fileWords.others(one.modality, shortened(one.text, shortest))))
      : [];
  const hint = differing.length > 0 ? comment('', fileWords.mayPart) : [];
  const offers = fullness === 'full' ? offerLines(nearest.of(provision)) : [];
  return [
    ...quoted,
    ...differing,
    ...hint,
    ...offers,
    `  - ref: ${scalar(ref)}`,
    `    title: ${scalar(titleOf(provision, quotes))}`,
    `    summary: ${scalar(summaryOf(provision, quotes))}`,
    `    modality: ${modality}`,
    '',
  ];
}

/** how many sentences that bind in another way are told */
const mostOthers = 3;
const shortest = 30;
const longestSummary = 120;

function titleOf({ ref, title, text }: Provision, quotes: boolean): string {
  if (title !== undefined) return title;
  const [first = ''] = text;
  return quotes && first !== '' ? shortened(first.split(/[。、，]/u)[0] ?? first, shortest) : ref;
}

/** The beginning of the text is no summary, but it says what one is to be written of; without it, the heading has to do. */
function summaryOf(provision: Provision, quotes: boolean): string {
  const text = provision.text.join('');
  return quotes && text !== '' ? shortened(text, longestSummary) : titleOf(provision, quotes);
}

function shortened(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

function offerLines(offers: readonly Offer[]): string[] {
  if (offers.length === 0) return comment('', fileWords.noneNear);
  return [
    `  # ${fileWords.near}`,
    ...offers.map(({ policy, ref, title, rules }) => {
      const cited = rules.length === 0 ? fileWords.noRules : rules.join(', ');
      return `  #   ${policy} ${ref} ${title}: ${cited}`;
    }),
  ];
}

/** how long a line of a comment is, in characters */
const commentWidth = 60;

/** @returns a text as the lines of a comment */
function comment(before: string, text: string): string[] {
  const characters = [...`${before}${text}`];
  const lines: string[] = [];
  for (let at = 0; at < characters.length; at += commentWidth)
    lines.push(`  # ${characters.slice(at, at + commentWidth).join('')}`);
  return lines;
}

/** A text as JSON has it is one in YAML, whatever is in it. */
function scalar(text: string): string {
  return JSON.stringify(text);
}
