/**
 * A written number with a point for decimals and nothing between thousands: `1 234,56`, `1,234.56` and `1.234,56` give
 * `1234.56`. A single comma before three digits separates thousands in English and decimals elsewhere; a single point is
 * always a decimal one. What only looks like a number (a date, a version, an address: `12.03.2024`) keeps its signs.
 */
export function normaliseNumber(written: string, language?: string): string {
  const text = written.replaceAll(/[\s\u00a0\u202f'’]/g, '');
  const signs: string[] = text.match(/[.,]/g) ?? [];
  if (signs.length === 0) return text;
  const last = signs.at(-1);
  if (new Set(signs).size === 2) {
    const isMixed = signs.indexOf(last ?? '') !== signs.length - 1;
    return isMixed ? text : text.replaceAll(last === ',' ? '.' : ',', '').replace(',', '.');
  }
  if (signs.length > 1) return /^\d{1,3}([.,]\d{3})+$/.test(text) ? text.replaceAll(/[.,]/g, '') : text;
  if (last === '.') return text;
  return /^\d{1,3},\d{3}$/.test(text) && language === 'en' ? text.replace(',', '') : text.replace(',', '.');
}
