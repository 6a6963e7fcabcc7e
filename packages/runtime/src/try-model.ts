import { Problem } from '@jacquard/flow';
import type { LocalModels } from '@jacquard/local-llm';
import type { TryEvent } from '@jacquard/protocol';

/** Longest answer of a model that is tried, in tokens. */
const longestAnswer = 256;

/** Asks a model once, outside of any flow: its answer in pieces, then how fast it came. Never rejects; a problem is the last event. */
export async function* tryModel(
  local: Pick<LocalModels, 'chat'>,
  id: string,
  prompt: string,
  signal: AbortSignal,
): AsyncGenerator<TryEvent, void, void> {
  const started = performance.now();
  let first: number | undefined;
  let finish: 'stop' | 'length' | undefined;
  let tokens = { inputTokens: 0, outputTokens: 0 };
  try {
    const model = await local.chat(id, {}, signal);
    for await (const chunk of model.stream([{ role: 'user', content: prompt }], { maxTokens: longestAnswer, signal })) {
      first ??= performance.now();
      if (chunk.text !== '') yield { type: 'text', text: chunk.text };
      if (chunk.finish === 'stop' || chunk.finish === 'length') finish = chunk.finish;
      const { inputTokens = 0, outputTokens = 0 } = chunk.usage ?? {};
      if (chunk.usage) tokens = { inputTokens, outputTokens };
    }
    const ended = performance.now();
    const untilFirst = Math.round((first ?? ended) - started);
    const writing = (Math.max(0, tokens.outputTokens - 1) * 1000) / Math.max(1, ended - (first ?? ended));
    yield { type: 'end', ...(finish && { finish }), ...tokens, untilFirst, writing };
  } catch (error) {
    if (signal.aborted) return;
    const problem = Problem.is(error) ? error : new Problem('model-failed', { reason: String(error) }, { kind: 'bug' });
    yield { type: 'problem', problem: problem.toData() };
  }
}
