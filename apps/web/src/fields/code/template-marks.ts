import { portName } from '@jacquard/flow';

/** A `{{variable}}` in a text; places are UTF-16 code units. */
interface TemplateVariable {
  readonly from: number;
  readonly to: number;
  /** As it is written. */
  readonly name: string;
  /** The input that it makes. */
  readonly port: string;
}

/** Braces that look like a variable and are none: they stay in the text as they are. */
interface TemplateFault {
  readonly from: number;
  readonly to: number;
  readonly reason: 'open' | 'empty' | 'name' | 'long' | 'close';
}

export interface TemplateMarks {
  readonly variables: readonly TemplateVariable[];
  readonly faults: readonly TemplateFault[];
}

const longestName = 64;
/** What `templateVariables` of `@jacquard/flow` finds; a test holds the two together. */
const variable = /\{\{[ \t]{0,16}([\p{L}_][\p{L}\p{M}\p{N}_-]{0,63})[ \t]{0,16}\}\}/gu;

/** Where a template's variables stand, and what only looks like one, with the reason. Linear in the text. */
export function templateMarks(text: string): TemplateMarks {
  const variables = [...text.matchAll(variable)].map(({ index, 0: whole, 1: name = '' }) => ({
    from: index,
    to: index + whole.length,
    name,
    port: portName(name),
  }));
  const ends = [0, ...variables.map(({ to }) => to)];
  const starts = [...variables.map(({ from }) => from), text.length];
  const faults = starts.flatMap((end, index) => faultsIn(text, ends[index] ?? 0, end));
  return { variables, faults };
}

/** Braces in the text between two variables. */
function faultsIn(text: string, start: number, end: number): TemplateFault[] {
  const faults: TemplateFault[] = [];
  for (let at = start; at < end;) {
    const open = indexBefore(text, '{{', at, end);
    const close = indexBefore(text, '}}', at, end);
    if (open === end && close === end) break;
    const fault = close < open ? { from: close, to: close + 2, reason: 'close' as const } : openFault(text, open, end);
    faults.push(fault);
    at = fault.to;
  }
  return faults;
}

function openFault(text: string, open: number, end: number): TemplateFault {
  const inside = open + 2;
  const line = indexBefore(text, '\n', inside, end);
  const next = indexBefore(text, '{{', inside, line);
  const close = indexBefore(text, '}}', inside, line);
  if (close >= next) return { from: open, to: Math.max(inside, Math.min(next, inside + longestName)), reason: 'open' };
  const written = text.slice(inside, close).trim();
  const reason = written === '' ? 'empty' : written.length > longestName ? 'long' : 'name';
  return { from: open, to: close + 2, reason };
}

/** Where a mark begins that ends before `end`; `end` for none. */
function indexBefore(text: string, mark: string, from: number, end: number): number {
  const at = text.slice(from, end).indexOf(mark);
  return at < 0 ? end : from + at;
}
