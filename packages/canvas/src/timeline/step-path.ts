/** The parts of a step's path: `each[3]/grade` is the node `grade` in the frame `each[3]/`. */
export interface StepPath {
  /** What stands before the node's id; empty at the top. */
  readonly frame: string;
  readonly node: string;
}

/** Splits a step's path. */
export function parseStepPath(path: string): StepPath {
  const cut = path.lastIndexOf('/') + 1;
  return { frame: path.slice(0, cut), node: path.slice(cut) };
}

/** The loop or sub-flow that a frame belongs to: `each[3]/` is turn 3 of `each`, `sub/` is `sub`. */
export interface FrameOwner {
  readonly scope: string;
  /** From 0; undefined for a sub-flow. */
  readonly turn: number | undefined;
}

/** Whose frame this is; undefined at the top. */
export function frameOwner(frame: string): FrameOwner | undefined {
  if (frame === '') return undefined;
  const end = frame.length - 1;
  const open = frame.endsWith(']/') ? frame.lastIndexOf('[') : -1;
  if (open < 0) return { scope: frame.slice(0, end), turn: undefined };
  return { scope: frame.slice(0, open), turn: Number(frame.slice(open + 1, end - 1)) };
}

/** Everything around a step, from the inside out: its frame, the scope of that, the frame of the scope, and so on. */
export function* placesAround(path: string): Generator<string> {
  for (let { frame } = parseStepPath(path); frame !== '';) {
    yield frame;
    const { scope } = frameOwner(frame) ?? { scope: '' };
    yield scope;
    ({ frame } = parseStepPath(scope));
  }
}
