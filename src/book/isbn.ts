/**
 * An ISBN, with or without hyphens and spaces, of 13 or 10 digits → the 13 digits of its bar code; undefined where its
 * length, prefix or check digit is wrong (ISO 2108, annex C).
 */
export function parseIsbn(text: string): string | undefined {
  const digits = text.replace(/[\s-]/g, "").toUpperCase();
  if (/^97[89]\d{10}$/.test(digits)) return checkDigit(digits.slice(0, 12)) === digits[12] ? digits : undefined;
  if (!/^\d{9}[\dX]$/.test(digits) || checkDigitOfTen(digits.slice(0, 9)) !== digits[9]) return undefined;
  const stem = `978${digits.slice(0, 9)}`;
  return stem + checkDigit(stem);
}

/** Weights 1 and 3 in turn; all thirteen add up to a multiple of 10. */
function checkDigit(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return String((10 - (sum % 10)) % 10);
}

/** Weights 10 to 2; all ten add up to a multiple of 11, X being ten. */
function checkDigitOfTen(nine: string): string {
  const sum = [...nine].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? "X" : String(check);
}
