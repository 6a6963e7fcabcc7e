import { kindSchema, type JsonValue, type Kind, type Language, type Words } from '@jacquard/flow';

const names: Readonly<Record<Exclude<Kind['kind'], 'list' | 'variable'>, Words>> = {
  text: { en: 'text', fr: 'texte' },
  number: { en: 'number', fr: 'nombre' },
  boolean: { en: 'yes or no', fr: 'oui ou non' },
  choice: { en: 'choice', fr: 'choix' },
  json: { en: 'JSON', fr: 'JSON' },
  table: { en: 'table', fr: 'tableau' },
  documents: { en: 'documents', fr: 'documents' },
  passages: { en: 'passages', fr: 'passages' },
  messages: { en: 'messages', fr: 'messages' },
  file: { en: 'file', fr: 'fichier' },
  image: { en: 'image', fr: 'image' },
  embedding: { en: 'embedding', fr: 'vecteur (embedding)' },
  any: { en: 'any value', fr: 'toute valeur' },
  'chat-model': { en: 'chat model', fr: 'modèle de conversation' },
  embeddings: { en: 'embedding model', fr: 'modèle de vecteurs (embeddings)' },
  'knowledge-base': { en: 'knowledge base', fr: 'base documentaire' },
  scorer: { en: 'scorer', fr: 'évaluateur' },
  tool: { en: 'tool', fr: 'outil' },
};

/** A kind in words, as the port's tooltip and the sentences show it. What isn't a kind is written as it is. */
export function kindName(value: JsonValue | Kind, language: Language): string {
  const parsed = kindSchema.safeParse(value);
  if (!parsed.success) return typeof value === 'string' ? value : JSON.stringify(value);
  return nameOf(parsed.data, language);
}

function nameOf(kind: Kind, language: Language): string {
  if (kind.kind === 'variable') return names.any[language];
  if (kind.kind !== 'list') return names[kind.kind][language];
  const item = nameOf(kind.of, language);
  return language === 'fr' ? `liste (${item})` : `list of ${item}`;
}
