/** Chats that are had at once: their prompts are unlike, so that nothing is read once for two. */
export interface ChatLoad {
  readonly chats: number;
  /** Tokens of each answer. */
  readonly answerTokens: number;
}

const sentences = [
  'The loom stood by the window, and the light fell on a cloth that nobody had finished.',
  'A messenger brought cards with holes in them, tied together in a long chain.',
  'At noon the bells rang twice, though it was neither Sunday nor a holiday.',
  'In the evening the weaver counted her threads and found one more than the day before.',
  'Nobody in the village remembered who had built the bridge, or why it had two roofs.',
  'The baker kept a list of everyone who had ever asked him for bread without paying.',
];

let made = 0;

/** A prompt of about 200 tokens that no earlier one begins like. */
export function freshPrompt(): string {
  made += 1;
  const notes = Array.from(
    { length: 8 },
    (_note, row) => `${made}.${row}. ${sentences[(made + row) % sentences.length]}`,
  );
  return `Notes ${made * 7919}.\n${notes.join('\n')}\nTell a long story that begins with these notes.`;
}

/** How one round of a load went. Times in milliseconds. */
export interface LoadResult {
  readonly promptTokens: number;
  readonly answerTokens: number;
  readonly time: number;
  /** Until the last of the chats had its first token. */
  readonly worstFirst: number;
  /** Of answer tokens that the chats had when the first of them was done. */
  readonly fairness: number;
  /** The same, of the tokens from when all had a first one: while all were answered. */
  readonly fairnessTogether: number;
}

/** Jain's index of fairness (1984): 1 when all have the same, 1/n when one has all. */
function jainIndex(shares: readonly number[]): number {
  const sum = shares.reduce((total, share) => total + share, 0);
  const squares = shares.reduce((total, share) => total + share * share, 0);
  return squares === 0 ? 1 : (sum * sum) / (shares.length * squares);
}

/** Follows tokens as they come. */
export function createRecorder(chats: number): {
  token(chat: number): void;
  done(): void;
  /** `answerTokens`: as the model counts them, where pieces of text may be of several. */
  result(promptTokens: number, answerTokens?: number): LoadResult;
} {
  const began = performance.now();
  const counts = Array.from({ length: chats }, () => 0);
  const firsts: number[] = [];
  let atFirstEnd: number[] | undefined;
  let atLastFirst: number[] | undefined;
  return {
    token(chat) {
      if (counts[chat] === 0) firsts.push(performance.now() - began);
      counts[chat] = (counts[chat] ?? 0) + 1;
      if (firsts.length === chats) atLastFirst ??= [...counts];
    },
    done: () => void (atFirstEnd ??= [...counts]),
    result: (promptTokens, answerTokens = counts.reduce((sum, count) => sum + count, 0)) => ({
      promptTokens,
      answerTokens,
      time: performance.now() - began,
      worstFirst: Math.max(...firsts),
      fairness: jainIndex(atFirstEnd ?? counts),
      fairnessTogether: jainIndex((atFirstEnd ?? counts).map((count, chat) => count - (atLastFirst?.[chat] ?? 0))),
    }),
  };
}
