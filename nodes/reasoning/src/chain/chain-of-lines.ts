import { trace } from '@jacquard/node-kit';

/** So many thoughts of one text are told apart; what comes after belongs to the last. */
const most = 60;

type ThoughtItem = ReturnType<typeof trace<'thought'>>;

/** Tells the lines of a text as a chain of thoughts while it is written. */
export interface ChainOfLines {
  /** The lines that this piece has ended. */
  add(piece: string): readonly ThoughtItem[];
  /** What is left at the end. */
  end(): readonly ThoughtItem[];
  /** The last thought's id and depth: what follows hangs on it. */
  readonly last: { readonly parents: readonly string[]; readonly depth: number };
}

/** The chain of the call of that name; below `parents`, which stand at `depth`. */
export function createChainOfLines(call: string, parents: readonly string[] = [], depth = 0): ChainOfLines {
  let open = '';
  let told = 0;
  let last = { parents, depth };
  const hasRoom = (): boolean => told + 1 < most;
  const tell = (line: string): readonly ThoughtItem[] => {
    const text = line.trim();
    if (text === '') return [];
    told += 1;
    const id = `${call} ${told}`;
    const item = trace('thought', {
      id,
      parents: [...last.parents],
      depth: last.depth + 1,
      text,
      from: { call },
    });
    last = { parents: [id], depth: last.depth + 1 };
    return [item];
  };
  return {
    add(piece) {
      open += piece;
      const items: ThoughtItem[] = [];
      if (!hasRoom()) return items;
      const lines = open.split('\n');
      while (lines.length > 1 && hasRoom()) items.push(...tell(lines.shift() ?? ''));
      open = lines.join('\n');
      return items;
    },
    end() {
      const rest = open;
      open = '';
      return tell(rest);
    },
    get last() {
      return last;
    },
  };
}
