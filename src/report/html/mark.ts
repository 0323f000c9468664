import type { ClauseStatus, VerdictCounts } from '../../result.ts';
import { type Content, type Html, html } from '../template.ts';

/** What a mark can stand for: a verdict, the status of a clause, or that a finding does not count. */
export type Marked = keyof VerdictCounts | ClauseStatus | 'suppressed';

/** The signs that Japanese offices use (○ × △ －), each its own shape, so that none rests on colour. */
const signs: Readonly<Record<Marked, string>> = {
  pass: '○',
  met: '○',
  attested: '◎',
  fail: '×',
  'not-met': '×',
  unanswered: '×',
  unknown: '？',
  review: '△',
  excepted: '◇',
  suppressed: '◇',
  notApplicable: '－',
  'not-applicable': '－',
  informs: '・',
};

/** The four colours that stand behind the signs. */
function toneOf(marked: Marked): 'good' | 'bad' | 'open' | 'quiet' {
  switch (marked) {
    case 'pass':
    case 'met':
    case 'attested':
      return 'good';
    case 'fail':
    case 'not-met':
    case 'unanswered':
      return 'bad';
    case 'unknown':
    case 'review':
      return 'open';
    default:
      return 'quiet';
  }
}

/** A sign and the word for it. The sign is for the eye alone. */
export function mark(marked: Marked, word: Content): Html {
  return html`<span class="mark ${toneOf(marked)}"><span aria-hidden="true">${signs[marked]}</span> ${word}</span>`;
}
