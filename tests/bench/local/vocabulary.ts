import { getLlama, LlamaLogLevel, type Token } from 'node-llama-cpp';
import { openHostSide } from './host-side.ts';
import { percent, print } from './print.ts';

/** Beginnings of blocks of Unicode: Latin, Greek, Cyrillic, Hebrew, Arabic, Devanagari, Thai, kana, Han, Hangul, emoji, maths. */
const scripts = [
  0x20, 0xc0, 0x3b1, 0x430, 0x5d0, 0x627, 0x905, 0xe01, 0x3042, 0x4e00, 0xac00, 0x1f600, 0x2200, 0x1100, 0x13a0, 0x10d0,
];
const count = 1000;

/** Tokens beside the engine's own for strings in many scripts; probabilities, and what is drawn, beside what they say. */
export async function compareVocabulary(): Promise<void> {
  const { model, path, close } = await openHostSide();
  try {
    await compareTokens(path, async (text) => (await model.tokenize?.(text)) ?? []);
    const next = await model.nextTokens?.('The loom stood by the', 20);
    const sum = [...softmax(next?.logits ?? new Float32Array())].reduce((total, value) => total + value, 0);
    print(`probabilities of ${next?.logits.length ?? 0} tokens sum to ${sum.toFixed(6)}`);
  } finally {
    await close();
  }
}

async function compareTokens(
  path: string,
  tokenize: (text: string) => Promise<readonly { readonly id: number; readonly bytes: string }[]>,
): Promise<void> {
  const options = { build: 'never', skipDownload: true, progressLogs: false, logLevel: LlamaLogLevel.error } as const;
  const llama = await getLlama({ ...options, gpu: false });
  const engine = await llama.loadModel({ modelPath: path, gpuLayers: 0, vocabOnly: true });
  let sameIds = 0;
  let sameBytes = 0;
  for (let index = 0; index < count; index += 1) {
    const text = textOf(index);
    const own = await tokenize(text);
    const bare: readonly Token[] = engine.tokenize(text, false);
    if (own.map(({ id }) => id).join(' ') === bare.join(' ')) sameIds += 1;
    if (own.map(({ bytes }) => bytes).join('') === Buffer.from(text).toString('hex')) sameBytes += 1;
  }
  await engine.dispose();
  print(
    `tokens equal the engine's own for ${percent(sameIds, count)} of ${count} strings in ${scripts.length} scripts`,
  );
  print(`the bytes of the tokens are the string's for ${percent(sameBytes, count)}`);
}

/** A string of a script or two, the same for the same number. */
function textOf(index: number): string {
  const start = scripts[index % scripts.length] ?? 0x20;
  const other = scripts[(index * 7) % scripts.length] ?? 0x20;
  const characters = Array.from({ length: 3 + (index % 40) }, (_character, at) => {
    const code = (at % 5 === 4 ? other : start) + ((index * 31 + at * 17) % 60);
    return at % 7 === 6 ? ' ' : String.fromCodePoint(code);
  });
  return characters.join('');
}

function softmax(logits: Float32Array): Float64Array {
  const largest = logits.reduce((most, logit) => Math.max(most, logit), -Infinity);
  const weights = Float64Array.from(logits, (logit) => Math.exp(logit - largest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
