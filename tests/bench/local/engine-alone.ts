import { getLlama, LlamaLogLevel, TokenBias, type LlamaContextSequence, type Token } from 'node-llama-cpp';
import { createRecorder, freshPrompt, type ChatLoad, type LoadResult } from './chat-load.ts';

/** One way to use the engine without a host. */
export interface EngineSetting {
  readonly contexts: number;
  readonly threads: number;
  /** Answers that are written together in a context. */
  readonly width: number;
}

/** What the engine is asked for: a load with a setting, or how fast it reads. */
export type EngineOrder =
  | { readonly kind: 'load'; readonly setting: EngineSetting; readonly load: ChatLoad }
  | { readonly kind: 'reading'; readonly setting: EngineSetting };

const blockTokens = 64;

// node-llama-cpp by itself, in a process of its own: chats are cut over contexts, prompts are read, then answers are written together.
const [modelPath = ''] = process.argv.slice(2);
const llama = await getLlama({
  gpu: false,
  build: 'never',
  skipDownload: true,
  progressLogs: false,
  logLevel: LlamaLogLevel.error,
  maxThreads: 0,
});
const model = await llama.loadModel({ modelPath, gpuLayers: 0 });
// As the host is asked: the ends of texts and turns are kept away, so that all write as many tokens.
const withoutEnds = TokenBias.for(model);
for (const end of [0, 2]) withoutEnds.set(end as Token, { logit: -100 }); // boundary: ids of the starter model
process.on('disconnect', () => process.exit(0));
process.on('message', (order: EngineOrder) => {
  void (order.kind === 'load' ? runLoad(order.setting, order.load) : readingRate(order.setting)).then((result) =>
    process.send?.(result),
  );
});
process.send?.('ready');

/** As the starter model's chat template writes it. */
function promptOf(text: string): Token[] {
  const system = 'You are a helpful AI assistant named SmolLM, trained by Hugging Face';
  const turns = `<|im_start|>system\n${system}<|im_end|>\n<|im_start|>user\n${text}<|im_end|>\n`;
  return model.tokenize(`${turns}<|im_start|>assistant\n`, true);
}

async function openSequences(setting: EngineSetting, chats: number): Promise<LlamaContextSequence[][]> {
  const each = Math.ceil(chats / setting.contexts);
  const options = {
    sequences: each,
    contextSize: 1024,
    batchSize: Math.max(blockTokens, each),
    threads: setting.threads,
  };
  const contexts = await Promise.all(Array.from({ length: setting.contexts }, () => model.createContext(options)));
  return contexts.map((context) => Array.from({ length: each }, () => context.getSequence()));
}

async function runLoad(setting: EngineSetting, { chats, answerTokens }: ChatLoad): Promise<LoadResult> {
  const sequences = await openSequences(setting, chats);
  const prompts = Array.from({ length: chats }, () => promptOf(freshPrompt()));
  const recorder = createRecorder(chats);
  const work = sequences.map(async (own, context) => {
    const mine = prompts.flatMap((prompt, chat) => (chat % setting.contexts === context ? [{ prompt, chat }] : []));
    const answers: { chat: number; next: () => Promise<unknown> }[] = [];
    for (const [index, { prompt, chat }] of mine.entries()) {
      const sequence = own[index];
      if (!sequence) continue;
      await read(sequence, prompt);
      const drawn = sequence.evaluate(prompt.slice(-1), {
        temperature: 0.8,
        topP: 0.95,
        topK: 40,
        seed: chat,
        tokenBias: withoutEnds,
        yieldEogToken: true,
      });
      answers.push({ chat, next: () => drawn.next() });
    }
    for (let token = 0; token < answerTokens; token += 1) {
      for (let from = 0; from < answers.length; from += setting.width) {
        const together = answers.slice(from, from + setting.width);
        await Promise.all(together.map(({ next }) => next()));
        for (const { chat } of together) recorder.token(chat);
      }
    }
    recorder.done();
  });
  await Promise.all(work);
  const result = recorder.result(prompts.reduce((sum, prompt) => sum + prompt.length, 0));
  for (const [first] of sequences) await first?.context.dispose();
  return result;
}

async function read(sequence: LlamaContextSequence, prompt: readonly Token[]): Promise<void> {
  const before = prompt.slice(0, -1);
  for (let at = 0; at < before.length; at += blockTokens)
    await sequence.evaluateWithoutGeneratingNewTokens(before.slice(at, at + blockTokens));
}

/** Tokens a second that prompts are read at, in all contexts together. */
async function readingRate(setting: EngineSetting): Promise<number> {
  const sequences = await openSequences(setting, setting.contexts);
  const began = performance.now();
  const counts = await Promise.all(
    sequences.map(async ([sequence]) => {
      let count = 0;
      if (!sequence) return count;
      for (let round = 0; round < 3; round += 1) {
        const prompt = promptOf(freshPrompt());
        await read(sequence, prompt);
        await sequence.clearHistory();
        count += prompt.length;
      }
      return count;
    }),
  );
  const rate = (counts.reduce((sum, count) => sum + count, 0) * 1000) / (performance.now() - began);
  for (const [first] of sequences) await first?.context.dispose();
  return rate;
}
