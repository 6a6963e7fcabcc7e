/** What models write before an answer: the form of GSM8K (`####`), of few-shot prompts, of the papers on chains of thought. */
const usualMarkers = [
  '####',
  'the answer is',
  'answer is',
  'final answer:',
  'answer:',
  'la réponse est',
  'réponse finale :',
  'réponse finale:',
  'réponse :',
  'réponse:',
] as const;

/** A marker of one letter says too little within a line: `DNA: …`. */
const usualLine = /^[ \t]*A[ \t]*:/gimu;

/**
 * What stands after the last marker, up to the end of its line (of the next one with text, when nothing follows on its own). Capitals
 * don't count, and a marker is no end of another word. After a marker that was given, the rest of the line is taken as it is; the
 * usual ones stand in sentences, so quotation marks and a full stop around the answer are left out there.
 */
export function findMarked(text: string, marker = ''): string | undefined {
  const plain = text
    .replaceAll(/(?<![\p{L}\p{N})])\*\*|\*\*(?![\p{L}\p{N}(])/gu, '')
    .replaceAll(/[\u00a0\u202f]/gu, ' ');
  const wanted = marker.trim();
  if (wanted !== '') return lineFrom(plain, endOfLast(plain, wanted));
  const ends = [...usualMarkers.map((one) => endOfLast(plain, one)), endOfUsualLine(plain)];
  const line = lineFrom(plain, Math.max(...ends));
  const bare = line === undefined ? '' : bareAnswer(line);
  return bare === '' ? undefined : bare;
}

function endOfLast(text: string, marker: string): number {
  const sought = marker.replaceAll(/[\u00a0\u202f]/gu, ' ').replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
  const before = /^[\p{L}\p{N}]/u.test(marker) ? String.raw`(?<![\p{L}\p{N}])` : '';
  const after = /[\p{L}\p{N}]$/u.test(marker) ? String.raw`(?![\p{L}\p{N}])` : '';
  const last = [...text.matchAll(new RegExp(`${before}${sought}${after}`, 'giu'))].at(-1);
  return last === undefined ? -1 : last.index + last[0].length;
}

function endOfUsualLine(text: string): number {
  const last = [...text.matchAll(usualLine)].at(-1);
  return last === undefined ? -1 : last.index + last[0].length;
}

function lineFrom(text: string, begin: number): string | undefined {
  if (begin < 0) return undefined;
  const [line = ''] = text
    .slice(begin)
    .replace(/^[\s:]+/u, '')
    .split('\n', 1);
  return line.trim() === '' ? undefined : line.trim();
}

function bareAnswer(line: string): string {
  return line
    .replace(/^["“«'`]+\s*/u, '')
    .replace(/\s*["”»'`]+$/u, '')
    .replace(/(?<=[^.])\.$/u, '')
    .replace(/\s*["”»'`]+$/u, '');
}
