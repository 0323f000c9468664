import type { Mapping } from '../../base/mapping.ts';
import type { RecordSection } from '../../register/state.ts';
import { blockLines } from './written-value.ts';

/** A file of one section, with a comment at its head that says where it is from, and blank lines between its records. */
export function writeSection(section: RecordSection, records: readonly Mapping[], header: string): string {
  const comment =
    header.trim() === ''
      ? []
      : [
          ...header
            .trimEnd()
            .split(/\r\n|\n|\r/)
            .map(asComment),
          '',
        ];
  const lines = records.flatMap((record, index) => [
    ...(index === 0 ? [] : ['']),
    ...recordLines(record, '  '),
  ]);
  return `${[...comment, `${section}:`, ...lines].join('\n')}\n`;
}

/** The lines of a record as an item of a list. */
export function recordLines(record: Mapping, indentation: string): string[] {
  const lines = Object.entries(record).flatMap(([key, value]) => blockLines(key, value, `${indentation}  `));
  const [first = '', ...rest] = lines;
  return [`${indentation}- ${first.slice(indentation.length + 2)}`, ...rest];
}

function asComment(line: string): string {
  return line.startsWith('#') ? line : line === '' ? '#' : `# ${line}`;
}
