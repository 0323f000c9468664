/**
 * A percentage, never rounded to 0 % or 100 % unless it is exactly that: with one fail among thousands, passes are not
 * 100.0 %.
 */
export function percent(count: number, whole: number): string {
  if (whole === 0) return '';
  const rounded = ((count / whole) * 100).toFixed(1);
  if (count > 0 && rounded === '0.0') return '< 0.1 %';
  if (count < whole && rounded === '100.0') return '> 99.9 %';
  return `${rounded} %`;
}
