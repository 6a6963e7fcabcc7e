/**
 * Makes a port's name from any text: `Très bien !` → `Tres-bien`. Letters that ASCII has no form of are written as
 * their code points, so that two labels rarely meet.
 */
export function portName(text: string): string {
  const ascii = text
    .slice(0, 200)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w\s\p{P}\p{S}\p{Z}-]/gu, (letter) => `u${(letter.codePointAt(0) ?? 0).toString(16)}`);
  const joined = ascii.replaceAll(/[^\w-]+/g, '-').replaceAll(/^-+|-+$/g, '');
  if (joined === '' || joined === '__proto__') return '_';
  return /^[A-Za-z_]/.test(joined) ? joined : `_${joined}`;
}
