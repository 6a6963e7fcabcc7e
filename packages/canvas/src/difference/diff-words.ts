/** A piece of text that both have, or that one of them has. */
export interface TextPiece {
  readonly change: 'same' | 'added' | 'removed';
  readonly text: string;
}

type List = readonly string[];

/** Comparisons of one word with another that a difference may take; past it, lines are compared instead of words. */
const mostComparisons = 4_000_000;

/**
 * What differs between two texts, word by word: a longest common subsequence of what is left between the beginning and the
 * end that both have. Long texts are compared line by line, very long ones as a whole. The pieces without those that were
 * added give `before`, without those that were removed `after`.
 */
export function diffWords(before: string, after: string): readonly TextPiece[] {
  const whole: readonly TextPiece[] = [
    { change: 'removed', text: before },
    { change: 'added', text: after },
  ];
  const pieces = diffLists(wordsOf(before), wordsOf(after)) ?? diffLists(linesOf(before), linesOf(after)) ?? whole;
  return joinPieces(pieces);
}

function wordsOf(text: string): List {
  return text.match(/\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [];
}

function linesOf(text: string): List {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** Undefined when it would take too long. */
function diffLists(before: List, after: List): readonly TextPiece[] | undefined {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const left = before.slice(start, before.length - end);
  const right = after.slice(start, after.length - end);
  if (left.length * right.length > mostComparisons) return undefined;
  return [
    { change: 'same', text: before.slice(0, start).join('') },
    ...longestCommon(left, right),
    { change: 'same', text: before.slice(before.length - end).join('') },
  ];
}

/** The table holds, for each pair of places, how much what follows them has in common. */
function longestCommon(before: List, after: List): readonly TextPiece[] {
  const width = after.length + 1;
  const common = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number): number => common[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      const isSame = before[row] === after[column];
      common[row * width + column] = isSame
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pieces: TextPiece[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    const [left, right] = [before[row], after[column]];
    if (left !== undefined && left === right) {
      pieces.push({ change: 'same', text: left });
      [row, column] = [row + 1, column + 1];
    } else if (left !== undefined && (right === undefined || at(row + 1, column) >= at(row, column + 1))) {
      pieces.push({ change: 'removed', text: left });
      row += 1;
    } else {
      pieces.push({ change: 'added', text: right ?? '' });
      column += 1;
    }
  }
  return pieces;
}

/** Neighbours of one kind become one piece, and a blank that stands between two changes belongs to them. */
function joinPieces(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const found: TextPiece[] = [];
  let [removed, added, blank] = ['', '', ''];
  const push = (change: TextPiece['change'], text: string): void => {
    const last = found.at(-1);
    if (last?.change === change) found[found.length - 1] = { change, text: last.text + text };
    else if (text !== '') found.push({ change, text });
  };
  const flush = (same: string): void => {
    push('removed', removed);
    push('added', added);
    push('same', blank + same);
    [removed, added, blank] = ['', '', ''];
  };
  for (const { change, text } of pieces) {
    if (change === 'same') {
      const isBlank = text.trim() === '' && !text.includes('\n') && removed + added !== '';
      if (isBlank) blank += text;
      else flush(text);
      continue;
    }
    removed += change === 'removed' ? blank + text : blank;
    added += change === 'added' ? blank + text : blank;
    blank = '';
  }
  flush('');
  return found;
}
