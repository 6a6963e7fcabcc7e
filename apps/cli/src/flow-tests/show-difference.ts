import type { JsonValue } from '@jacquard/flow';

const mostLines = 30;
const longestLine = 160;
const mostCompared = 2_000_000;

/** A line of a difference: what both have, what was expected alone, what came alone. */
export interface DifferenceLine {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

/** What differs between two values, line by line, as `diff` shows it: `-` expected, `+` what came. */
export function differenceOf(expected: JsonValue, actual: JsonValue): readonly DifferenceLine[] {
  return shorten(compare(linesOf(expected), linesOf(actual)));
}

function linesOf(value: JsonValue): readonly string[] {
  return (typeof value === 'string' ? value : JSON.stringify(value, undefined, 2)).split('\n');
}

/** By a longest common subsequence of lines; very long ones stand against each other as a whole. */
function compare(before: readonly string[], after: readonly string[]): DifferenceLine[] {
  if (before.length * after.length > mostCompared)
    return [...before.map((text) => line('-', text)), ...after.map((text) => line('+', text))];
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
  const lines: DifferenceLine[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    const [left, right] = [before[row], after[column]];
    if (left !== undefined && left === right) {
      lines.push(line(' ', left));
      [row, column] = [row + 1, column + 1];
    } else if (left !== undefined && (right === undefined || at(row + 1, column) >= at(row, column + 1))) {
      lines.push(line('-', left));
      row += 1;
    } else {
      lines.push(line('+', right ?? ''));
      column += 1;
    }
  }
  return lines;
}

function line(mark: DifferenceLine['mark'], text: string): DifferenceLine {
  return { mark, text: text.length > longestLine ? `${text.slice(0, longestLine)}…` : text };
}

/** Two lines around each change, and no more than fit on a screen. */
function shorten(lines: readonly DifferenceLine[]): readonly DifferenceLine[] {
  const isNear = (place: number): boolean =>
    lines.slice(Math.max(0, place - 2), place + 3).some(({ mark }) => mark !== ' ');
  const near = lines.filter((_line, place) => isNear(place));
  return near.length <= mostLines ? near : [...near.slice(0, mostLines), { mark: ' ', text: '…' }];
}
