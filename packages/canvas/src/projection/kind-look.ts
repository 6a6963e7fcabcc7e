import type { Kind } from '@jacquard/flow';

/** How a kind looks: the name of its colour token, and the shape of its port, so that colour is never alone. */
export interface KindLook {
  readonly color:
    | 'text'
    | 'number'
    | 'json'
    | 'table'
    | 'documents'
    | 'model'
    | 'embeddings'
    | 'knowledge'
    | 'memory'
    | 'tool';
  readonly shape: 'circle' | 'square' | 'diamond' | 'pill';
}

const looks: Readonly<Record<Exclude<Kind['kind'], 'list'>, KindLook>> = {
  text: { color: 'text', shape: 'circle' },
  choice: { color: 'text', shape: 'circle' },
  number: { color: 'number', shape: 'circle' },
  boolean: { color: 'number', shape: 'circle' },
  any: { color: 'number', shape: 'circle' },
  variable: { color: 'number', shape: 'circle' },
  json: { color: 'json', shape: 'pill' },
  table: { color: 'table', shape: 'pill' },
  documents: { color: 'documents', shape: 'square' },
  passages: { color: 'documents', shape: 'square' },
  file: { color: 'documents', shape: 'square' },
  image: { color: 'documents', shape: 'square' },
  messages: { color: 'memory', shape: 'pill' },
  embedding: { color: 'embeddings', shape: 'pill' },
  embeddings: { color: 'embeddings', shape: 'diamond' },
  'chat-model': { color: 'model', shape: 'diamond' },
  'knowledge-base': { color: 'knowledge', shape: 'pill' },
  scorer: { color: 'json', shape: 'diamond' },
  tool: { color: 'tool', shape: 'diamond' },
};

/** The look of a kind; a list looks as its items do. */
export function kindLook(kind: Kind): KindLook {
  return kind.kind === 'list' ? kindLook(kind.of) : looks[kind.kind];
}
