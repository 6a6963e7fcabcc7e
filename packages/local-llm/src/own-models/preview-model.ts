import { basename } from 'node:path';
import { stat } from 'node:fs/promises';
import { Problem } from '@jacquard/flow';
import type { Fetch } from '@jacquard/node-kit';
import type { LocatedFile } from '../download/model-source.ts';
import { addressSource, fileSource } from '../download/own-sources.ts';
import type { GgufDescription } from '../gguf/gguf-description.ts';
import { readSplitName } from '../gguf/split-name.ts';
import type { Describer } from '../host/describer.ts';
import type { Hub } from '../hub/hub.ts';
import { chooseQuantisation, groupQuantisations, quantisationIn, type Quantisation } from '../hub/quantisations.ts';
import type { ModelPreview, QuantisationChoice } from './model-preview.ts';
import { modelAddressText, type ModelAddress } from './parse-model-address.ts';
import { readHead } from './read-head.ts';

/** What looking at a model somewhere needs. */
export interface PreviewModelOptions {
  readonly fetch: Fetch;
  readonly hub: Hub;
  readonly describer: Describer;
  readonly signal: AbortSignal;
}

/** A preview with what adding the model goes by: it is not told to clients. */
export interface FoundPreview {
  readonly preview: Omit<ModelPreview, 'id' | 'existing'>;
  readonly address: ModelAddress;
}

/**
 * Looks at a model before it is fetched: where its files are and how large, and what the first says of itself. One that the
 * engine can't run is told with its reason (`refusal`). Throws what the source, the network or a broken file says.
 */
export async function previewModel(address: ModelAddress, options: PreviewModelOptions): Promise<FoundPreview> {
  const found = await locate(address, options);
  const [first] = found.files;
  if (!first) throw new Problem('model-source-absent', { reason: modelAddressText(address) });
  const about = await describeFirst(first, options);
  const size = found.files.reduce((sum, { expected }) => sum + expected.size, 0);
  const others = size - first.expected.size;
  const source = modelAddressText(found.address);
  const quantisation = found.quantisation ?? about.quantisation ?? '';
  const preview = {
    ...withoutDerived(about),
    source,
    name: about.name ?? nameIn(source),
    quantisation,
    size,
    parts: found.files.length,
    hasChecksum: found.files.every(({ expected }) => expected.sha256 !== undefined),
    choices: found.choices ?? [{ quantisation, source, size }],
    // The engine reckoned with the part that was read: what the others hold is weights.
    ...(typeof about.memory === 'number' && { memory: about.memory + others }),
    ...refusalOf(about),
  };
  return { preview, address: found.address };
}

// Somebody waits for this one answer, and there is no other source: a slow network has its time.
const patience = 20_000;

interface Located {
  readonly address: ModelAddress;
  readonly files: readonly LocatedFile[];
  readonly quantisation?: string;
  readonly choices?: readonly QuantisationChoice[];
}

async function locate(address: ModelAddress, { hub, fetch, signal }: PreviewModelOptions): Promise<Located> {
  if (address.kind === 'file') return { address, files: await fileSource(address.path).locate(signal) };
  if (address.kind === 'address') return { address, files: await addressSource(address.url, fetch).locate(signal) };
  const { place } = address;
  const listed = await hub.files(place, signal, patience);
  if (!listed && place.file !== undefined) return { address, files: await hub.probe(place, place.file, signal) };
  if (!listed) throw new Problem('model-repository-unknown', { repository: place.repository, host: hub.host });
  const offers = groupQuantisations(listed);
  const chosen = chooseQuantisation(offers, place);
  if (!chosen) throw notThere(place.repository, offers, hub, place.quantisation ?? place.file);
  const [first] = chosen.files;
  const files = chosen.files.map(({ path, size, sha256 }): LocatedFile => ({
    at: hub.place(place, path),
    expected: { size, sha256 },
    explain: (answer) => hub.explain(place, answer),
  }));
  const placed = (path: string | undefined): ModelAddress => ({
    kind: 'hub',
    place: { repository: place.repository, revision: place.revision, file: path },
  });
  const choices = offers.map(({ quantisation, size, files: [one] }) => {
    return { quantisation, size, source: modelAddressText(placed(one?.path)) };
  });
  return { address: placed(first?.path), files, quantisation: chosen.quantisation, choices };
}

function notThere(repository: string, offers: readonly Quantisation[], hub: Hub, wanted: string | undefined): Problem {
  if (offers.length === 0)
    return new Problem('model-repository-without-gguf', { repository, page: hub.page(repository) });
  const names = [...new Set(offers.map(({ quantisation }) => quantisation))].join(', ');
  return new Problem('model-quantisation-unknown', { repository, wanted: wanted ?? '', offers: names });
}

async function describeFirst(first: LocatedFile, options: PreviewModelOptions): Promise<GgufDescription> {
  const { describer, signal, fetch } = options;
  const { at, expected, explain } = first;
  if ('url' in at) return readHead({ fetch, place: at, expected, explain, describer, signal });
  const about = await stat(at.path).catch(() => undefined);
  if (about?.isFile() !== true) throw new Problem('model-part-missing', { file: basename(at.path) });
  return describer.describe(at.path, { signal });
}

function withoutDerived({ isForEmbeddings, ...about }: GgufDescription): Omit<GgufDescription, 'isForEmbeddings'> {
  void isForEmbeddings;
  return about;
}

function refusalOf({ isKnown, architecture }: GgufDescription): Pick<ModelPreview, 'refusal'> {
  if (isKnown !== false) return {};
  return { refusal: new Problem('model-architecture-unknown', { architecture }).toData() };
}

/** A name for a model whose file says none. */
function nameIn(source: string): string {
  const file = basename(source.split(/[?#]/)[0] ?? source);
  const stem = readSplitName(file)?.stem ?? file.replace(/\.gguf$/i, '');
  const packed = quantisationIn(stem);
  return stem.endsWith(packed) && stem !== packed ? stem.slice(0, -packed.length).replace(/[-_.]+$/, '') : stem;
}
