import type { Llama, LlamaModel, Token } from 'node-llama-cpp';
import { readEngineChoice } from '../engine/engine-choice.ts';
import type { TrialResult } from '../engine/trial.ts';
import { openGraphics, reasonOf } from './open-llama.ts';

// Tries an engine in a process that ends with its answer: a driver may crash, hang or hold memory. Writes a few tokens with a model
// twice, on the graphics processor and on the processor, and compares them.
const tokensWritten = 4;
const prompt = '1, 2, 3, 4, 5, 6, 7,';
/** The graphics processor's first token must be among so many that the processor holds most likely. */
const likelyTokens = 8;

const [modelPath] = process.argv.slice(2);
const result = await tryEngine(modelPath).catch((error: unknown): TrialResult => {
  return { outcome: 'fails', reason: reasonOf(error) };
});
process.send?.(result, () => process.exit(0));

async function tryEngine(path: string | undefined): Promise<TrialResult> {
  const { engine, folder } = readEngineChoice(process.env);
  if (engine === 'cpu') throw new Error('no engine was named');
  const llama = await openGraphics(engine, folder);
  const devices = await llama.getGpuDeviceNames();
  // A file that the processor can't write with says nothing of the engine.
  const processor = path === undefined ? undefined : await write(llama, path, 0).catch(() => undefined);
  if (path === undefined || processor === undefined) return { outcome: 'works', devices };
  const graphics = await write(llama, path, 'max');
  if (!processor.likely.includes(graphics.first)) return { outcome: 'writes-nonsense' };
  return { outcome: 'works', devices, speed: { graphics: graphics.speed, processor: processor.speed } };
}

interface Written {
  readonly first: Token;
  readonly likely: readonly Token[];
  readonly speed: number;
}

async function write(llama: Llama, path: string, gpuLayers: 'max' | 0): Promise<Written> {
  const model = await llama.loadModel({ modelPath: path, gpuLayers });
  try {
    return await writeWith(model);
  } finally {
    await model.dispose();
  }
}

async function writeWith(model: LlamaModel): Promise<Written> {
  const context = await model.createContext({ contextSize: 256, batchSize: 64, threads: 1 });
  const tokens: Token[] = [];
  let likely: readonly Token[] = [];
  let begun = 0;
  const answer = context
    .getSequence()
    .evaluateWithMetadata(model.tokenize(prompt), { probabilities: true }, { temperature: 0 });
  for await (const { token, probabilities } of answer) {
    if (tokens.length === 0) {
      likely = [...probabilities.keys()].slice(0, likelyTokens);
      begun = performance.now(); // shaders were compiled and the prompt read before
    }
    tokens.push(token);
    if (tokens.length > tokensWritten) break;
  }
  const [first] = tokens;
  if (first === undefined) throw new Error('the model wrote nothing');
  return { first, likely, speed: ((tokens.length - 1) * 1000) / Math.max(0.1, performance.now() - begun) };
}
