import { f32, flag, text, texts, u32, type GgufValue } from './gguf-values.ts';
import type { GgufContent, GgufTensor, Packing } from './write-gguf.ts';

/** What a model that is made on the spot is like. Its weights are random: it writes nonsense, at the speed of a real one. */
export interface MadeModelOptions {
  readonly name?: string;
  /** What the file says of itself; another than `llama` makes a file that the engine doesn't know, or another's shape. */
  readonly architecture?: string;
  readonly contextLength?: number;
  readonly withoutTemplate?: boolean;
  readonly chatTemplate?: string;
  readonly layers?: number;
  /** Numbers of a token's vector; a multiple of 64. */
  readonly width?: number;
  /** Numbers between the two matrices of a layer's feed-forward part. */
  readonly feedForward?: number;
  readonly heads?: number;
  /** Heads of keys and values; fewer than `heads` is grouped-query attention. */
  readonly keyHeads?: number;
  readonly vocabularySize?: number;
  readonly packing?: Packing;
  /** More metadata, or other values of it. */
  readonly metadata?: Readonly<Record<string, GgufValue>>;
}

/** ChatML, which most small models speak. */
const chatMl =
  "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n' }}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";

/**
 * A chat model of the Llama architecture. As it is, two small layers (about 1 MB, made in milliseconds); with the layers,
 * width and vocabulary of a real one it takes the room and time of that. It hardly ever ends by itself.
 */
export function madeChatModel(options: MadeModelOptions = {}): GgufContent {
  const { architecture = 'llama', layers = 2, width = 64, heads = width / 16, contextLength = 2048 } = options;
  const { keyHeads = heads, feedForward = width * 3, packing = 'f16', vocabularySize = 512 } = options;
  const vocabulary = wordPieces(vocabularySize);
  const chatTemplate = options.chatTemplate ?? chatMl;
  const metadata: Record<string, GgufValue> = {
    'general.architecture': text(architecture),
    'general.name': text(options.name ?? 'Made for tests'),
    'general.file_type': u32({ f32: 0, f16: 1, q4_0: 2, q8_0: 7 }[packing]),
    [`${architecture}.context_length`]: u32(contextLength),
    [`${architecture}.embedding_length`]: u32(width),
    [`${architecture}.block_count`]: u32(layers),
    [`${architecture}.feed_forward_length`]: u32(feedForward),
    [`${architecture}.attention.head_count`]: u32(heads),
    [`${architecture}.attention.head_count_kv`]: u32(keyHeads),
    [`${architecture}.attention.layer_norm_rms_epsilon`]: f32(1e-5),
    [`${architecture}.rope.dimension_count`]: u32(width / heads),
    'tokenizer.ggml.model': text('llama'),
    'tokenizer.ggml.tokens': texts(vocabulary.pieces),
    'tokenizer.ggml.scores': { type: 'f32s', value: vocabulary.pieces.map((_piece, index) => -index) },
    'tokenizer.ggml.token_type': { type: 'i32s', value: vocabulary.kinds },
    'tokenizer.ggml.bos_token_id': u32(1),
    'tokenizer.ggml.eos_token_id': u32(4),
    'tokenizer.ggml.unknown_token_id': u32(0),
    'tokenizer.ggml.add_bos_token': flag(false),
    'tokenizer.ggml.add_space_prefix': flag(false),
    ...(options.withoutTemplate !== true && { 'tokenizer.chat_template': text(chatTemplate) }),
    ...options.metadata,
  };
  const matrix = (name: string, from: number, to: number): GgufTensor => ({ name, shape: [from, to], packing });
  const norm = (name: string): GgufTensor => ({ name, shape: [width], packing: 'f32', fill: 1 });
  const keyWidth = (width / heads) * keyHeads;
  const layer = (index: number): GgufTensor[] => [
    norm(`blk.${index}.attn_norm.weight`),
    matrix(`blk.${index}.attn_q.weight`, width, width),
    matrix(`blk.${index}.attn_k.weight`, width, keyWidth),
    matrix(`blk.${index}.attn_v.weight`, width, keyWidth),
    matrix(`blk.${index}.attn_output.weight`, width, width),
    norm(`blk.${index}.ffn_norm.weight`),
    matrix(`blk.${index}.ffn_gate.weight`, width, feedForward),
    matrix(`blk.${index}.ffn_down.weight`, feedForward, width),
    matrix(`blk.${index}.ffn_up.weight`, width, feedForward),
  ];
  const tensors = [
    matrix('token_embd.weight', width, vocabularySize),
    norm('output_norm.weight'),
    ...Array.from({ length: layers }, (_, index) => layer(index)).flat(),
  ];
  return { metadata, tensors };
}

const special = ['<unk>', '<s>', '</s>', '<|im_start|>', '<|im_end|>'];

/** SentencePiece's kinds: 1 normal, 2 unknown, 3 control, 6 byte. Every text can be written by its bytes. */
function wordPieces(size: number): { readonly pieces: string[]; readonly kinds: number[] } {
  const bytes = Array.from({ length: 256 }, (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`);
  const letters = '▁etaoinshrdlucmfwypvbgkjqxzETAOINSHRDLUCMFWYPVBGKJQXZ0123456789.,;:!?-\'"()éèàçêôîû'.split('');
  const words: string[] = [];
  for (const [first, ...rest] of pairsOf(letters)) words.push(first + rest.join(''));
  const pieces = [...special, ...bytes, ...letters, ...words];
  for (let index = pieces.length; index < size; index += 1) pieces.push(`▁w${index}`);
  if (size < special.length + bytes.length) throw new Error('a vocabulary has at least 261 pieces');
  const kindOf = (index: number): number =>
    index === 0 ? 2 : index < special.length ? 3 : index < special.length + bytes.length ? 6 : 1;
  return { pieces: pieces.slice(0, size), kinds: Array.from({ length: size }, (_, index) => kindOf(index)) };
}

function pairsOf(letters: readonly string[]): [string, string][] {
  return letters.flatMap((first) => letters.map((second): [string, string] => [first, second]));
}
