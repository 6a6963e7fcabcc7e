import { LlamaGrammarEvaluationState, type LlamaContextSequence, type LlamaGrammar, type Token } from 'node-llama-cpp';
import { createJsonEnd } from './json-end.ts';
import type { Generation } from './host-protocol.ts';
import { blockTokens, type LoadedModel } from './loaded-model.ts';
import { createPieceDecoder } from './piece-decoder.ts';
import { createStopScanner } from './stop-scanner.ts';

/** How an answer ended, and how many tokens were drawn for it. */
export interface GenerationEnd {
  readonly finish: 'stop' | 'length';
  readonly outputTokens: number;
}

/**
 * Evaluates a prompt on an empty sequence and yields the answer's text as it is drawn, whole characters at a time. Ends
 * at the model's end of turn, a stop text (not part of the text), or after `maxTokens`. Rejects with the signal's
 * reason within a token, or a block of the prompt. `onRead` hears how many tokens of the prompt are evaluated.
 */
export async function* generate(
  loaded: LoadedModel,
  sequence: LlamaContextSequence,
  prompt: readonly Token[],
  generation: Generation,
  grammar: LlamaGrammar | undefined,
  signal: AbortSignal,
  onRead: (tokens: number) => void = () => undefined,
): AsyncGenerator<string, GenerationEnd, void> {
  const { model } = loaded;
  const { temperature, topP, seed, maxTokens, repeatPenalty } = generation;
  const decoder = createPieceDecoder<Token>((tokens, after) => model.detokenize(tokens, false, after));
  const scanner = createStopScanner(generation.stop);
  const lastBlock = await evaluatePrompt(sequence, prompt, signal, onRead);
  const recent: Token[] = [];
  const drawn = sequence.evaluate(lastBlock, {
    temperature,
    topP,
    topK: 0,
    seed,
    ...(repeatPenalty > 1 && !grammar && { repeatPenalty: { punishTokens: () => recent, penalty: repeatPenalty } }),
    ...(grammar && { grammarEvaluationState: new LlamaGrammarEvaluationState({ model, grammar }) }),
  });
  const isWhole = generation.schema ? createJsonEnd() : () => false;
  let outputTokens = 0;
  for await (const token of drawn) {
    signal.throwIfAborted();
    outputTokens += 1;
    remember(recent, token);
    const { text, stopped } = scanner.push(decoder.push(token));
    if (text !== '') yield text;
    if (stopped || isWhole(text)) return { finish: 'stop', outputTokens };
    if (outputTokens >= maxTokens) break;
  }
  const { text, stopped } = scanner.push(decoder.flush());
  const rest = stopped ? text : text + scanner.flush();
  if (rest !== '') yield rest;
  return { finish: outputTokens >= maxTokens && !stopped ? 'length' : 'stop', outputTokens };
}

const penalisedTokens = 64;

function remember(recent: Token[], token: Token): void {
  recent.push(token);
  if (recent.length > penalisedTokens) recent.shift();
}

/** Evaluates all whole blocks but the last and returns what is left: at least one token, from which drawing begins. */
async function evaluatePrompt(
  sequence: LlamaContextSequence,
  prompt: readonly Token[],
  signal: AbortSignal,
  onRead: (tokens: number) => void,
): Promise<Token[]> {
  let at = 0;
  for (; at + blockTokens < prompt.length; at += blockTokens) {
    await sequence.evaluateWithoutGeneratingNewTokens(prompt.slice(at, at + blockTokens));
    signal.throwIfAborted();
    onRead(at + blockTokens);
  }
  return prompt.slice(at);
}
