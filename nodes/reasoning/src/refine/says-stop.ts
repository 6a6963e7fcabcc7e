/**
 * Whether feedback says that nothing is left to improve: the sign stands on its first or last line, and nothing else does. Capitals,
 * marks and the space around don't count; a sign within a sentence (“if there is nothing to improve, …”) doesn't, either.
 */
export function saysStop(feedback: string, sign: string): boolean {
  const wanted = plain(sign);
  if (wanted === '') return false;
  const lines = feedback
    .split('\n')
    .map(plain)
    .filter((line) => line !== '');
  return lines.at(0) === wanted || lines.at(-1) === wanted;
}

function plain(line: string): string {
  return line
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
