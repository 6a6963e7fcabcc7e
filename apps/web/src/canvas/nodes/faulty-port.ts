import type { ProblemData } from '@jacquard/flow';

/** Inputs to look at first, for errors that name none: what was asked for is where it can be put right. */
const inputsOfCode: Readonly<Record<string, readonly string[]>> = {
  'answer-not-of-schema': ['schema'],
  'answer-no-label': ['labels'],
  'model-schema-unsupported': ['schema'],
  'pattern-too-long': ['pattern'],
  'model-context-full': ['prompt', 'messages', 'passages'],
  'result-not-finite': ['expression'],
  'csv-quote-open': ['text'],
  'knowledge-empty': ['knowledge'],
  'knowledge-not-found': ['knowledge'],
  'flow-not-found': ['flow'],
  'file-not-found': ['file', 'files'],
  'file-not-text': ['file', 'files'],
};

/** Params of many errors that tell of more than the input of the same name. */
const told: ReadonlySet<string> = new Set(['answer', 'name', 'origin', 'reason', 'status', 'detail', 'fault', 'host']);

/** Whether an error of a node's run is about one of its inputs: it names it, or tells what stood in it. */
export function isFaultOf({ code, params }: Pick<ProblemData, 'code' | 'params'>, input: string): boolean {
  if (params['port'] === input || params['input'] === input) return true;
  if (Object.hasOwn(inputsOfCode, code)) return inputsOfCode[code]?.includes(input) === true;
  if (input === 'model') return code.startsWith('model-') || code.startsWith('provider-');
  return Object.hasOwn(params, input) && !told.has(input);
}
