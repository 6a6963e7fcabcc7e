import { ask, drawSamples, renderTemplate, sideBySide, sourceOf } from '@jacquard/node-kit';
import { parseThoughts } from './parse-thoughts.ts';
import type { SearchTools, TreeState } from './search-settings.ts';

/** A thought before it is worth anything. */
export interface NewThought {
  readonly parent: TreeState | undefined;
  readonly thought: string;
  readonly from: { readonly call: string; readonly sample?: number };
}

/** So many states are gone on with at once. */
const atOnce = 8;

/**
 * Goes on from states by one thought each way: in the order of the states, whichever answer comes first. States for which no
 * call is left are not gone on with.
 */
export async function* generateThoughts(
  states: readonly (TreeState | undefined)[],
  step: number,
  tools: SearchTools,
): AsyncGenerator<{ readonly index: number; readonly thoughts: readonly NewThought[] }, void> {
  for await (const { index, result } of sideBySide(states, atOnce, (state) => goOn(state, step, tools))) {
    yield { index, thoughts: result };
  }
}

async function goOn(parent: TreeState | undefined, step: number, tools: SearchTools): Promise<readonly NewThought[]> {
  const { settings, model, seed, signal } = tools;
  const { width, generator, temperature, maxTokens } = settings;
  const content = renderTemplate(settings.prompts.generate, {
    problem: settings.problem,
    state: parent?.text ?? '',
    count: width,
    level: step,
    levels: settings.steps,
  });
  const name = `${generator} ${step}${parent === undefined ? '' : ` after ${parent.id}`}`;
  const options = { name, temperature, maxTokens, signal, seed };
  if (generator === 'propose') {
    if (!tools.allows()) return [];
    const { text } = await ask(model, content, options);
    return parseThoughts(text, width, settings.reading).map((thought) => ({ parent, thought, from: { call: name } }));
  }
  if (!tools.allows(width)) return [];
  const found: NewThought[] = [];
  for await (const { sample, text } of drawSamples(model, [{ role: 'user', content }], { ...options, count: width })) {
    const thought = text.trim();
    if (thought !== '') found[sample] = { parent, thought, from: sourceOf(model, name, sample) };
  }
  return found.filter((thought) => thought !== undefined);
}
