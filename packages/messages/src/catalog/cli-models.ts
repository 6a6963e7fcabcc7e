import type { Catalog } from '../message-entry.ts';

/** What `jacquard models` says of a model. */
export const cliModelMessages = {
  'cli-model-about': {
    title: { en: 'A model', fr: 'Un modèle' },
    detail: {
      en: '{name}[[\n  Id: {id}]][[\n  From: {source}]][[\n  Made for: {kind:word}]][[\n  Architecture: {architecture}]][[\n  Parameters: {parameters}]][[\n  Packed: {quantisation}]][[\n  Size: {size:bytes}]][[\n  Size: about {about:bytes}]][[\n  Memory: {memory:bytes} and more with longer texts]][[\n  Context: {context} tokens]][[\n  Languages: {languages}]][[\n  Licence: {licence}]][[\n  {note}]][[\n  Also there: {choices}]]',
      fr: '{name}[[\n  Nom : {id}]][[\n  Source : {source}]][[\n  Fait pour : {kind:word}]][[\n  Architecture : {architecture}]][[\n  Paramètres : {parameters}]][[\n  Format : {quantisation}]][[\n  Taille : {size:bytes}]][[\n  Taille : environ {about:bytes}]][[\n  Mémoire : {memory:bytes}, et plus avec de longs textes]][[\n  Contexte : {context} tokens]][[\n  Langues : {languages}]][[\n  Licence : {licence}]][[\n  {note}]][[\n  Aussi proposé : {choices}]]',
    },
  },
  'cli-model-without-template': {
    title: { en: 'No chat template', fr: 'Sans modèle de dialogue' },
    detail: {
      en: 'It has no chat template: it goes on with texts, but knows no messages.',
      fr: 'Il n’a pas de modèle de dialogue : il continue des textes, mais ne connaît pas les messages.',
    },
  },
  'cli-model-without-checksum': {
    title: { en: 'No checksum', fr: 'Sans empreinte' },
    detail: {
      en: 'The source states no checksum: the one that is computed with the download is kept from then on.',
      fr: 'La source n’indique pas d’empreinte : celle qui est calculée à la réception servira désormais.',
    },
  },
  'cli-model-fits-well': {
    title: { en: 'Has room', fr: 'Tient' },
    detail: { en: 'It has room in this machine’s memory.', fr: 'Il tient dans la mémoire de cette machine.' },
  },
  'cli-model-fits-tight': {
    title: { en: 'Has little room', fr: 'Tient de justesse' },
    detail: {
      en: 'It needs {needed:bytes}: it fits if other programs are closed.[[ {other} has room.]]',
      fr: 'Il lui faut {needed:bytes} : il tient si d’autres programmes sont fermés.[[ {other} y tient.]]',
    },
  },
  'cli-model-fits-too-large': {
    title: { en: 'Too large', fr: 'Trop grand' },
    detail: {
      en: 'It needs {needed:bytes}, which is more memory than this machine has.[[ {other} has room.]]',
      fr: 'Il lui faut {needed:bytes}, plus que la mémoire de cette machine.[[ {other} y tient.]]',
    },
  },
  'cli-model-ask': {
    title: { en: 'Fetch it?', fr: 'Le télécharger ?' },
    detail: { en: 'Fetch it? [Y/n]', fr: 'Le télécharger ? [O/n]' },
  },
  'cli-model-missing': {
    title: { en: 'Which model?', fr: 'Quel modèle ?' },
    detail: { en: 'The model’s name is missing.', fr: 'Le nom du modèle manque.' },
    hint: {
      en: 'For example: jacquard models add hf:Qwen/Qwen2.5-1.5B-Instruct-GGUF.',
      fr: 'Par exemple : jacquard models add hf:Qwen/Qwen2.5-1.5B-Instruct-GGUF.',
    },
  },
} satisfies Catalog;
