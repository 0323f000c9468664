import type { ShownAgainst } from '../../result/against.ts';
import type { CountedAs } from '../../result/finding.ts';
import type { VerdictCounts } from '../../result/result.ts';
import { type Content, type Html, html } from './template.ts';

/** What has a mark: a verdict, the status of a clause, the label of a finding, or the reason for its suppression. */
export type MarkKind = keyof VerdictCounts | ShownAgainst | CountedAs;

/**
 * The signs that Japanese offices use (○ × △ －). Each has its own shape, so that none is told apart by colour alone.
 */
const signs: Readonly<Record<MarkKind, string>> = {
  pass: '○',
  met: '○',
  attested: '◎',
  fail: '×',
  violation: '×',
  'not-met': '×',
  unconfirmed: '×',
  'inventory-error': '！',
  improvement: '▲',
  'to-improve': '▲',
  unanswered: '×',
  uncovered: '□',
  unknown: '？',
  review: '△',
  excepted: '◇',
  exception: '◇',
  baseline: '◆',
  notApplicable: '－',
  'not-applicable': '－',
  transitional: '▷',
  informs: '・',
  'not-needed': '・',
  announced: '▷',
  ended: '／',
};

/** The four colours that stand behind the signs. */
function toneOf(marked: MarkKind): 'good' | 'bad' | 'open' | 'quiet' {
  switch (marked) {
    case 'pass':
    case 'met':
    case 'attested':
      return 'good';
    case 'fail':
    case 'violation':
    case 'inventory-error':
    case 'not-met':
    case 'unconfirmed':
    case 'unanswered':
      return 'bad';
    case 'unknown':
    case 'review':
    case 'improvement':
    case 'to-improve':
    // Another document may answer it: a box for whoever looks.
    case 'uncovered':
      return 'open';
    default:
      return 'quiet';
  }
}

/** A sign and its word. The sign is decorative and hidden from screen readers. */
export function mark(marked: MarkKind, word: Content): Html {
  return html`<span class="mark ${toneOf(marked)}"><span aria-hidden="true">${signs[marked]}</span> ${word}</span>`;
}
