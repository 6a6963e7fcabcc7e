import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeRecord } from '../write-record.ts';
import type { FetchableModel } from '../fetchable-model.ts';
import { ggufDescriptionSchema } from '../gguf/gguf-description.ts';
import { modelAddressText, type ModelAddress } from './parse-model-address.ts';

const placeSchema = z.object({ repository: z.string(), revision: z.string().optional(), file: z.string().optional() });

const addedSchema = z.object({
  id: z.string(),
  name: z.string(),
  address: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('hub'), place: placeSchema }),
    z.object({ kind: z.literal('address'), url: z.string() }),
    z.object({ kind: z.literal('file'), path: z.string() }),
  ]),
  size: z.number(),
  quantisation: z.string(),
  description: ggufDescriptionSchema,
});
/** A model that a person added, and what was read of it beforehand. */
export type AddedModel = z.infer<typeof addedSchema>;

/** The models that people added, kept beside the files in `added-models.json`: a model is listed with its source also before and after it is here. */
export interface AddedModels {
  list(): Promise<AddedModel[]>;
  /** Replaces one of the same id. */
  add(model: AddedModel): Promise<void>;
  remove(id: string): Promise<void>;
}

/** See {@link AddedModels}. */
export function createAddedModels(folder: string): AddedModels {
  const record = join(folder, 'added-models.json');
  let writing: Promise<unknown> = Promise.resolve();
  const list = async (): Promise<AddedModel[]> => {
    try {
      return z.array(addedSchema).parse(JSON.parse(await readFile(record, 'utf8')));
    } catch {
      return []; // absent or damaged: the files are listed as files
    }
  };
  const change = (edit: (models: AddedModel[]) => AddedModel[]): Promise<void> => {
    const written = writing.then(async () => {
      await mkdir(folder, { recursive: true });
      await writeRecord(record, edit(await list()));
    });
    writing = written.catch(() => undefined);
    return written;
  };
  return {
    list,
    add: (model) => change((models) => [...models.filter(({ id }) => id !== model.id), model]),
    remove: (id) => change((models) => models.filter((model) => model.id !== id)),
  };
}

/** As what is fetched. */
export function fetchableOf({ id, name, address, size, quantisation, description }: AddedModel): FetchableModel {
  const { kind = 'chat', parameters = '', contextTokens = 0, languages, licence = '', memory } = description;
  const facts = { id, name, kind, parameters, contextTokens, languages, licence, quantisation, size };
  return {
    ...facts,
    description: { en: '', fr: '' },
    addedFrom: addressShown(address),
    ...(typeof memory === 'number' && { memory }),
    ...(address.kind === 'hub' && { huggingFace: address.place }),
    ...(address.kind === 'address' && { url: address.url }),
    ...(address.kind === 'file' && { path: address.path }),
  };
}

/** Without what is signed or secret in an address, and without the path on the machine. */
function addressShown(address: ModelAddress): string {
  if (address.kind === 'file') return address.path.replaceAll('\\', '/').split('/').at(-1) ?? '';
  if (address.kind === 'hub') return modelAddressText(address);
  const url = new URL(address.url);
  return `${url.origin}${url.pathname}`;
}
