import { basename, dirname, join } from 'node:path';
import { stat } from 'node:fs/promises';
import { Problem } from '@jacquard/flow';
import { GgufFileType, GgufInsights, readGgufFileInfo, type GgufFileInfo } from 'node-llama-cpp';
import { checkGgufHead } from '../gguf/check-gguf-head.ts';
import { ggufDescriptionSchema, type GgufDescription, type ModelKind } from '../gguf/gguf-description.ts';
import { allParts } from '../gguf/split-name.ts';

// What memory is reckoned with: the smallest context that is opened, read in blocks of so many tokens.
const smallestContext = 2048;
const blockTokens = 64;

/** How a file is looked at. */
export interface DescribeOptions {
  /** Only the file's beginning is there: what a download will bring. */
  readonly isHead?: boolean | undefined;
}

/**
 * Reads what a GGUF file says of itself, without its weights. Throws `model-file-broken` when it isn't one, `model-file-cut`
 * where bytes are missing, and `model-file-hostile` where it states what no model has.
 */
export async function describeGguf(path: string, { isHead = false }: DescribeOptions = {}): Promise<GgufDescription> {
  const parts = isHead ? [path] : allParts(basename(path)).map((name) => join(dirname(path), name));
  for (const part of parts) await checkPart(part, isHead);
  const info = await readGgufFileInfo(path, { logWarnings: false, spliceSplitFiles: !isHead }).catch(
    (error: unknown) => {
      throw new Problem('model-file-broken', { reason: error instanceof Error ? error.message : String(error) });
    },
  );
  const insights = await GgufInsights.from(info).catch(() => undefined);
  return ggufDescriptionSchema.parse({ ...metadataOf(info), ...(await insightsOf(info, insights)) });
}

async function checkPart(path: string, isHead: boolean): Promise<void> {
  const { size } = await stat(path).catch(() => {
    throw new Problem('model-part-missing', { file: basename(path) });
  });
  const { fileEnd, headEnd } = checkGgufHead(path);
  const needed = isHead ? headEnd : fileEnd;
  // The padding behind the last tensor may be left out, so that only what is needed counts.
  if (size < needed && !(isHead && size >= headEnd - 32)) throw new Problem('model-file-cut', { size, needed });
}

function metadataOf({ metadata, architectureMetadata }: GgufFileInfo): Omit<GgufDescription, 'isKnown'> {
  const { general, tokenizer } = metadata;
  const contextTokens = Number(architectureMetadata?.context_length);
  const languages = 'languages' in general && Array.isArray(general.languages) ? general.languages : [];
  return {
    name: short(general.name),
    architecture: short(general.architecture) ?? '',
    contextTokens: Number.isSafeInteger(contextTokens) && contextTokens > 0 ? contextTokens : undefined,
    parameters: 'size_label' in general ? short(general.size_label) : undefined,
    licence: short(general.license),
    languages: languages.slice(0, 300).map((language) => String(language).slice(0, 20)),
    hasChatTemplate: typeof tokenizer?.chat_template === 'string',
    quantisation: quantisationOf(general.file_type),
  };
}

async function insightsOf(info: GgufFileInfo, insights: GgufInsights | undefined): Promise<Partial<GgufDescription>> {
  const kind = kindOf(info, insights);
  const counted = insights && (info.splicedParts > 1 || !isSplit(info)) ? insights.totalParameters : 0;
  const stated = 'size_label' in info.metadata.general ? short(info.metadata.general.size_label) : undefined;
  return {
    isKnown: insights?.isSupportedByLlamaCpp ?? false,
    kind,
    isForEmbeddings: kind === 'embeddings',
    parameters: stated ?? (counted > 0 ? countText(counted) : undefined),
    memory: (insights && (await memoryOf(insights))) ?? null,
  };
}

/** Weights and the smallest context, in main memory, as llama.cpp would take them. */
async function memoryOf(insights: GgufInsights): Promise<number | undefined> {
  try {
    const contextSize = Math.min(smallestContext, insights.trainContextSize ?? smallestContext);
    const [model, context] = await Promise.all([
      insights.estimateModelResourceRequirementsV2({ gpuLayers: 0 }),
      insights.estimateContextResourceRequirementsV2({ contextSize, modelGpuLayers: 0, batchSize: blockTokens }),
    ]);
    const memory = Math.ceil(model.cpuRam + context.cpuRam);
    return Number.isSafeInteger(memory) && memory > 0 ? memory : undefined;
  } catch {
    return undefined; // a kind of model that the engine knows nothing of: its size still says something
  }
}

function kindOf({ metadata, architectureMetadata }: GgufFileInfo, insights: GgufInsights | undefined): ModelKind {
  const pooling: unknown = architectureMetadata?.pooling_type;
  // llama.cpp's types of pooling: 1 to 3 (mean, first, last) give vectors, 4 is for ranking.
  if (pooling === 4 || insights?.supportsRanking === true) return 'reranking';
  const givesVectors = pooling === 1 || pooling === 2 || pooling === 3;
  return givesVectors || isEncoder(metadata.general.architecture) ? 'embeddings' : 'chat';
}

/** Encoders (BERT and its kin) write nothing: vectors are all that they give. */
function isEncoder(architecture: string): boolean {
  return /bert|^(t5encoder|gemma-embedding)$/.test(architecture);
}

function isSplit({ metadata }: GgufFileInfo): boolean {
  return 'split' in metadata;
}

function quantisationOf(type: number | undefined): string | undefined {
  const name = type === undefined ? undefined : GgufFileType[type];
  return name?.replace(/^(?:MOSTLY|ALL)_/u, '');
}

/** 134,515,008 → `135M`. */
function countText(count: number): string {
  const [unit, letter] = count >= 1e9 ? [1e9, 'B'] : [1e6, 'M'];
  return `${Number((count / unit).toPrecision(count >= 1e9 ? 2 : 3))}${letter}`;
}

function short(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, 200) : undefined;
}
