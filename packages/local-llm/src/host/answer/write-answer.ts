import { LlamaGrammarEvaluationState, type LlamaModel, type Token } from 'node-llama-cpp';
import { engineDrawing } from '../drawing/engine-options.ts';
import type { OpenGrammar } from '../grammar/open-grammar.ts';
import type { HostReplyOf } from '../host-reply.ts';
import type { Generation } from '../host-request.ts';
import { createJsonEnd } from '../grammar/json-end.ts';
import { createPieceDecoder } from '../text/piece-decoder.ts';
import type { Slot } from '../sequences/slot.ts';
import { createStopScanner } from '../text/stop-scanner.ts';
import { takeTurn, type SlotWork } from './slot-work.ts';
import { tokenLogprob } from './token-logprob.ts';

/** A piece of an answer's text, and the log-probabilities of its tokens where they were asked for. */
export interface AnswerPiece {
  readonly text: string;
  readonly logprobs?: HostReplyOf<'piece'>['logprobs'];
}

/** How an answer ended, and how many tokens were drawn for it. */
export interface AnswerEnd {
  readonly finish: 'stop' | 'length';
  readonly outputTokens: number;
}

/**
 * Draws an answer behind a prompt that the slot has read but for its last token, a token a turn, and yields it in pieces of whole
 * characters. Ends at the model's end of turn, a stop text (not part of the text), or after `maxTokens`. Rejects with the
 * signal's reason within a token. In answers that may call tools, texts of special tokens are kept: they mark the calls.
 */
export async function* writeAnswer(
  work: SlotWork,
  slot: Slot,
  last: Token,
  generation: Generation,
  grammar: OpenGrammar | undefined,
): AsyncGenerator<AnswerPiece, AnswerEnd, void> {
  const { model } = work.loaded;
  const keepsSpecial = generation.tools !== undefined;
  const decoder = createPieceDecoder<Token>((tokens, after) => model.detokenize(tokens, keepsSpecial, after));
  const scanner = createStopScanner(generation.stop);
  const isWhole = generation.schema ? createJsonEnd() : () => false;
  const rules = grammar && followGrammar(model, grammar);
  const drawing = engineDrawing(model, generation, () => rules?.state() !== undefined);
  const following = rules && { grammarEvaluationState: rules.state };
  const drawn = slot.sequence.evaluate([last], { ...drawing.options, ...following });
  const known: NonNullable<AnswerPiece['logprobs']> = [];
  const piece = (text: string): AnswerPiece =>
    generation.logprobs === undefined ? { text } : { text, logprobs: known.splice(0) };
  let outputTokens = 0;
  let before = last;
  try {
    while (outputTokens < generation.maxTokens) {
      const next = await takeTurn(work, slot, { kind: 'answer', tokens: 1 }, () => drawn.next());
      work.signal.throwIfAborted();
      if (next.done === true) break;
      const token = next.value;
      outputTokens += 1;
      drawing.drew(token);
      if (generation.logprobs !== undefined)
        known.push(await tokenLogprob(work, slot, before, token, generation.logprobs));
      before = token;
      const decoded = decoder.push(token);
      rules?.wrote(decoded);
      const { text, stopped } = scanner.push(decoded);
      if (text !== '' || stopped) yield piece(text);
      if (stopped || isWhole(text)) return { finish: 'stop', outputTokens };
    }
  } finally {
    await drawn.return();
  }
  const { text, stopped } = scanner.push(decoder.flush());
  const rest = stopped ? text : text + scanner.flush();
  if (rest !== '' || known.length > 0) yield piece(rest);
  return { finish: outputTokens >= generation.maxTokens && !stopped ? 'length' : 'stop', outputTokens };
}

/** A grammar that begins to hold when its mark was written; with something else behind the mark in one token it never does. */
function followGrammar(
  model: LlamaModel,
  { grammar, after }: OpenGrammar,
): { state(): LlamaGrammarEvaluationState | undefined; wrote(text: string): void } {
  let state = after === undefined ? new LlamaGrammarEvaluationState({ model, grammar }) : undefined;
  let written = '';
  return {
    state: () => state,
    wrote(text) {
      if (after === undefined || state) return;
      written += text;
      const at = written.indexOf(after);
      if (at >= 0 && written.slice(at + after.length).trim() === '')
        state = new LlamaGrammarEvaluationState({ model, grammar });
    },
  };
}
