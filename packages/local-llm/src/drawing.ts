import { randomInt } from 'node:crypto';
import type { ChatModelSettings, ChatOptions } from '@jacquard/node-kit';
import type { JsonValue } from '@jacquard/flow';
import type { Generation } from './host/host-request.ts';

/** What answers are drawn with where a call doesn't say. */
export interface Drawing {
  readonly temperature: number;
  readonly topP: number;
  readonly topK: number;
  readonly minP: number;
  readonly repeatPenalty: number;
}

/**
 * What is used where neither call, node nor publisher says. The top 40 hold nearly all of what a model means, and drawing from
 * them takes a tenth less time than from the whole vocabulary.
 */
export const generalDrawing: Drawing = { temperature: 0.7, topP: 0.95, topK: 40, minP: 0, repeatPenalty: 1 };

// Small models sometimes never end their turn: an answer without a limit of its own stops here, and says so (`length`).
export const defaultMaxTokens = 1024;

/** A node's settings over a publisher's. */
export function drawingOf(settings: ChatModelSettings, own: Drawing): Drawing {
  return {
    temperature: settings.temperature ?? own.temperature,
    topP: settings.topP ?? own.topP,
    topK: settings.topK ?? own.topK,
    minP: settings.minP ?? own.minP,
    repeatPenalty: settings.repeatPenalty ?? own.repeatPenalty,
  };
}

/** All that the host must know to draw the answers of a call. A seed that nobody gave is drawn here. */
export function generationOf(drawing: Drawing, maxTokens: number, options: ChatOptions): Generation {
  return {
    temperature: options.temperature ?? drawing.temperature,
    topP: options.topP ?? drawing.topP,
    topK: options.topK ?? drawing.topK,
    minP: options.minP ?? drawing.minP,
    repeatPenalty: options.repeatPenalty ?? drawing.repeatPenalty,
    tokenBias: [...(options.tokenBias ?? [])],
    seed: (options.seed ?? randomInt(2 ** 32)) >>> 0,
    stop: (options.stop ?? []).filter((text) => text !== ''),
    maxTokens: options.maxTokens ?? maxTokens,
    samples: options.samples ?? 1,
    ...(options.logprobs !== undefined && { logprobs: options.logprobs }),
    ...(options.schema !== undefined && { schema: options.schema }),
    ...(options.grammar !== undefined && { grammar: options.grammar }),
    ...(options.tools !== undefined && options.tools.length > 0 && { tools: [...options.tools] }),
    ...(options.toolChoice !== undefined && { toolChoice: options.toolChoice }),
  };
}

/** The settings that are part of an identity. */
export function presentSettings(settings: ChatModelSettings): JsonValue {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
