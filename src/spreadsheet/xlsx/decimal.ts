/** the digits that Excel keeps of a number (ECMA-376-1, section 18.3.1.96); what lies behind is noise of binary fractions */
const significantDigits = 15;

/**
 * Writes a number in full, without powers and separators: 0.30000000000000004 is 0.3, and 1e21 has its 22 digits.
 *
 * @param format how many digits are written even if they are zero; as hundredths where it is `percent`
 */
export function decimalText(
  value: number,
  format: { readonly integerDigits?: number; readonly decimals?: number; readonly percent?: boolean } = {},
): string {
  const { integerDigits = 1, decimals = 0, percent = false } = format;
  if (
    integerDigits < 2 &&
    decimals === 0 &&
    !percent &&
    Number.isSafeInteger(value) &&
    Math.abs(value) < 1e15
  )
    return String(value);
  const [mantissa = '0', power = '0'] = Math.abs(value)
    .toExponential(significantDigits - 1)
    .split('e');
  const digits = mantissa.replace('.', '').replace(/0+$/, '');
  // The point is moved for hundredths, which multiplying would do with new noise.
  const point = value === 0 ? 0 : Number(power) + 1 + (percent ? 2 : 0);
  const integer = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '';
  const fraction = (point >= 0 ? digits.slice(point) : `${'0'.repeat(-point)}${digits}`).padEnd(
    decimals,
    '0',
  );
  const sign = value < 0 ? '-' : '';
  const rest = fraction === '' ? '' : `.${fraction}`;
  return `${sign}${integer.padStart(Math.max(integerDigits, 1), '0')}${rest}${percent ? '%' : ''}`;
}
