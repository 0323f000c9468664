import type { MarkKind } from '../../paper/mark.ts';
import { type Html, html } from '../../paper/template.ts';

/** A part of a bar: what it counts, and in which word. */
export interface Share {
  readonly marked: MarkKind;
  readonly word: string;
  readonly count: number;
}

const width = 640;
const height = 20;
/** The smallest width of a part that is not zero, so that it stays visible. */
const minimumWidth = 4;

/** The parts differ by pattern as well as by colour, for readers who cannot tell the colours apart. */
export const barPatterns: Html = html`<svg class="patterns" aria-hidden="true" focusable="false"><defs>
<pattern id="bar-bad" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="bad" width="8" height="8"/></pattern>
<pattern id="bar-error" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="bad" width="6" height="6"/><rect class="paper" x="2" y="2" width="2" height="2"/></pattern>
<pattern id="bar-improve" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect class="paper" width="6" height="6"/><rect class="bad" width="2" height="6"/></pattern>
<pattern id="bar-open" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="paper" width="6" height="6"/><rect class="open" width="3" height="6"/></pattern>
<pattern id="bar-review" width="5" height="5" patternUnits="userSpaceOnUse"><rect class="paper" width="5" height="5"/><rect class="open" width="2" height="2"/></pattern>
<pattern id="bar-good" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="good" width="8" height="8"/></pattern>
<pattern id="bar-attested" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="good" width="6" height="6"/><rect class="paper" width="6" height="2"/></pattern>
<pattern id="bar-quiet" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="paper" width="8" height="8"/></pattern>
<pattern id="bar-absent" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="paper" width="6" height="6"/><rect class="quiet" x="2" y="2" width="1.2" height="1.2"/></pattern>
<pattern id="bar-excepted" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="paper" width="6" height="6"/><rect class="quiet" width="6" height="2"/></pattern>
<pattern id="bar-known" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="paper" width="6" height="6"/><rect class="quiet" width="2" height="6"/></pattern>
</defs></svg>
`;

const patterns: Readonly<Record<MarkKind, string>> = {
  pass: 'good',
  met: 'good',
  attested: 'attested',
  fail: 'bad',
  violation: 'bad',
  'not-met': 'bad',
  unconfirmed: 'bad',
  'inventory-error': 'error',
  improvement: 'improve',
  'to-improve': 'improve',
  unanswered: 'bad',
  uncovered: 'review',
  unknown: 'open',
  review: 'review',
  excepted: 'excepted',
  exception: 'excepted',
  baseline: 'known',
  notApplicable: 'absent',
  'not-applicable': 'absent',
  transitional: 'excepted',
  informs: 'quiet',
  'not-needed': 'quiet',
  announced: 'quiet',
  ended: 'absent',
};

/**
 * A plain bar of several parts.
 *
 * @param whole what the full width stands for, where that is more than the sum of the parts
 * @param label the bar in words; without it, the bar only repeats figures that stand beside it
 */
export function bar(shares: readonly Share[], whole = sum(shares), label?: string): Html {
  let x = 0;
  const parts = shares
    .filter(({ count }) => count > 0)
    .map(({ marked, word, count }) => {
      const wide = Math.max(minimumWidth, (count / whole) * width);
      const part = html`<rect x="${round(x)}" width="${round(wide)}" height="${height}" fill="url(#bar-${patterns[marked]})"><title>${word} ${count}</title></rect>`;
      x += wide;
      return part;
    });
  // Raising small parts to the smallest width makes the sum exceed the bar, so all parts are scaled back to fit.
  const scale = x > width ? html` transform="scale(${round(width / x, 4)} 1)"` : undefined;
  const said = label === undefined ? html`aria-hidden="true"` : html`role="img" aria-label="${label}"`;
  return html`<svg class="bar" viewBox="0 0 ${width} ${height}" ${said} focusable="false"><g${scale}>${parts}</g></svg>`;
}

/** The pattern of a part, as a legend shows it. */
export function swatch(marked: MarkKind): Html {
  return html`<svg class="swatch" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><rect width="20" height="20" fill="url(#bar-${patterns[marked]})"/></svg>`;
}

/** @returns the sum of the parts of a bar */
export function sum(shares: readonly Share[]): number {
  return shares.reduce((all, { count }) => all + count, 0);
}

function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}
