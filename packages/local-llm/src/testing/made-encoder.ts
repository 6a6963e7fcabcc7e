import { f32, flag, text, texts, u32, type GgufValue } from './gguf-values.ts';
import type { MadeModelOptions } from './made-model.ts';
import type { GgufContent, GgufTensor } from './write-gguf.ts';

/** What an encoder gives: a vector of a text, or how well a document answers a query. */
export type EncoderKind = 'embeddings' | 'reranking';

/** An encoder of BERT's architecture with random weights: vectors of texts, or their ranks, without any sense in them. */
export function madeEncoder(kind: EncoderKind, options: MadeModelOptions = {}): GgufContent {
  const { layers = 2, width = 64, heads = width / 16, feedForward = width * 4, contextLength = 512 } = options;
  const { vocabularySize = 512, packing = 'f16', architecture = 'bert' } = options;
  const metadata: Record<string, GgufValue> = {
    'general.architecture': text(architecture),
    'general.name': text(options.name ?? 'Encoder made for tests'),
    'general.file_type': u32(1),
    [`${architecture}.context_length`]: u32(contextLength),
    [`${architecture}.embedding_length`]: u32(width),
    [`${architecture}.block_count`]: u32(layers),
    [`${architecture}.feed_forward_length`]: u32(feedForward),
    [`${architecture}.attention.head_count`]: u32(heads),
    [`${architecture}.attention.layer_norm_epsilon`]: f32(1e-12),
    [`${architecture}.attention.causal`]: flag(false),
    // llama.cpp's types of pooling: 1 is the mean, 4 is for ranking.
    [`${architecture}.pooling_type`]: u32(kind === 'reranking' ? 4 : 1),
    'tokenizer.ggml.model': text('bert'),
    'tokenizer.ggml.tokens': texts(pieces(vocabularySize)),
    'tokenizer.ggml.token_type_count': u32(2),
    'tokenizer.ggml.padding_token_id': u32(0),
    'tokenizer.ggml.unknown_token_id': u32(1),
    'tokenizer.ggml.cls_token_id': u32(2),
    'tokenizer.ggml.bos_token_id': u32(2),
    'tokenizer.ggml.eos_token_id': u32(3),
    'tokenizer.ggml.seperator_token_id': u32(3),
    'tokenizer.ggml.mask_token_id': u32(4),
    ...options.metadata,
  };
  const linear = (name: string, from: number, to: number, weights = packing): GgufTensor[] => [
    { name: `${name}.weight`, shape: [from, to], packing: weights },
    { name: `${name}.bias`, shape: [to], packing: 'f32', fill: 0 },
  ];
  const norm = (name: string): GgufTensor[] => [
    { name: `${name}.weight`, shape: [width], packing: 'f32', fill: 1 },
    { name: `${name}.bias`, shape: [width], packing: 'f32', fill: 0 },
  ];
  const layer = (index: number): GgufTensor[] => [
    ...['attn_q', 'attn_k', 'attn_v', 'attn_output'].flatMap((part) => linear(`blk.${index}.${part}`, width, width)),
    ...norm(`blk.${index}.attn_output_norm`),
    ...linear(`blk.${index}.ffn_up`, width, feedForward),
    ...linear(`blk.${index}.ffn_down`, feedForward, width),
    ...norm(`blk.${index}.layer_output_norm`),
  ];
  const tensors: GgufTensor[] = [
    { name: 'token_embd.weight', shape: [width, vocabularySize], packing },
    { name: 'token_types.weight', shape: [width, 2], packing: 'f32' },
    { name: 'position_embd.weight', shape: [width, contextLength], packing: 'f32' },
    ...norm('token_embd_norm'),
    ...Array.from({ length: layers }, (_, index) => layer(index)).flat(),
    ...(kind === 'reranking' ? [...linear('cls', width, width), ...linear('cls.output', width, 1, 'f32')] : []),
  ];
  return { metadata, tensors };
}

/** WordPiece as GGUF writes it: what begins a word has `▁` before it, what goes on has nothing. */
function pieces(size: number): string[] {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789.,;:!?-\'"()'.split('');
  const words = ['the', 'loom', 'book', 'library', 'cat', 'what', 'is', 'of', 'and', 'weaves', 'rain'];
  const all = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]', ...letters.map((letter) => `▁${letter}`), ...letters];
  all.push(...words.map((word) => `▁${word}`));
  for (let index = all.length; index < size; index += 1) all.push(`[unused${index}]`);
  return all.slice(0, size);
}
