import { addressOf } from '../workbook.ts';
import { declaration, escapeXml, namespaces } from './write-text.ts';

/** A note at a cell. */
export interface WrittenNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** @returns the part that holds the texts of the notes of a sheet (ECMA-376-1, 18.7) */
export function notesXml(notes: readonly WrittenNote[]): string {
  const list = notes.map(
    ({ row, column, text }) =>
      `<comment ref="${addressOf(row, column)}" authorId="0"><text><t xml:space="preserve">${escapeXml(text)}</t></text></comment>`,
  );
  return `${declaration}<comments xmlns="${namespaces.main}"><authors><author>sekisho</author></authors><commentList>${list.join('')}</commentList></comments>`;
}

/** @returns the part that says where the boxes of the notes are drawn, without which Excel shows none (ECMA-376-4, 19.4) */
export function noteBoxesXml(notes: readonly WrittenNote[]): string {
  const boxes = notes.map(noteBox).join('');
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="note" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${boxes}</xml>`;
}

/** A box is as high as its text needs in some 25 characters of full width a line. */
function noteBox({ row, column, text }: WrittenNote, index: number): string {
  const lines = text.split('\n').reduce((total, line) => total + Math.max(1, Math.ceil(line.length / 22)), 0);
  const place = [column, 12, Math.max(row - 2, 0), 4, column + 3, 60, Math.max(row - 2, 0) + lines + 1, 4];
  return `<v:shape id="note${index + 1}" type="#note" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${place.join(', ')}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`;
}
