/**
 * What people put behind a node and before it, likeliest first, by the kind at the loose end and the family of the node
 * there. Types that a server doesn't know are passed over; what isn't named here follows by kind and family. So the list
 * under a dropped wire begins with what is meant most often: it hides nothing.
 */
type Usual = Readonly<Record<string, readonly string[]>>;

const answers = ['io.chat-output', 'io.text-output', 'prompts.template', 'models.chat', 'data.extract'];

/** Who reads: `FAMILY KIND`, or `KIND` for any family. */
export const usualReaders: Usual = {
  'io text': [
    'prompts.template',
    'retrieval.search',
    'models.chat',
    'models.classify',
    'models.structured-output',
    'retrieval.answer-with-sources',
    'data.split',
  ],
  'prompts text': ['models.chat', 'models.structured-output', 'models.classify'],
  'models text': answers,
  'reasoning text': answers,
  'agents text': answers,
  'retrieval text': ['io.chat-output', 'io.text-output', 'models.chat', 'prompts.template'],
  'data text': ['prompts.template', 'models.chat', 'io.text-output'],
  text: ['models.chat', 'io.chat-output', 'prompts.template'],
  'memory messages': ['models.chat', 'retrieval.search'],
  messages: ['models.chat', 'retrieval.search'],
  passages: ['retrieval.answer-with-sources', 'retrieval.rank-again', 'retrieval.passages-as-text', 'retrieval.search'],
  documents: ['retrieval.make-passages', 'retrieval.search'],
  'chat-model': ['models.chat', 'retrieval.answer-with-sources', 'models.structured-output', 'models.classify'],
  'knowledge-base': ['retrieval.search'],
  embeddings: ['retrieval.search', 'retrieval.embed'],
  table: ['data.filter-rows', 'control.for-each', 'data.sort-rows', 'data.select-columns', 'io.table-output'],
  list: ['control.for-each', 'data.join'],
  json: ['data.json-path', 'io.json-output', 'data.make-table', 'prompts.template'],
  file: ['data.read-file', 'retrieval.load-files', 'data.parse-csv'],
  boolean: ['control.if', 'control.switch'],
  choice: ['control.switch', 'io.text-output'],
  number: ['data.arithmetic', 'control.compare'],
};

/** Who gives, in the same form. */
export const usualSources: Usual = {
  'models text': ['prompts.template', 'io.chat-input', 'io.text-input'],
  'retrieval text': ['io.chat-input', 'io.text-input', 'prompts.template'],
  'io text': ['models.chat', 'retrieval.answer-with-sources', 'prompts.template'],
  'prompts text': ['io.chat-input', 'io.text-input', 'models.chat'],
  text: ['io.text-input', 'io.chat-input', 'prompts.template', 'models.chat'],
  messages: ['memory.chat-history', 'prompts.chat-messages'],
  passages: ['retrieval.search', 'retrieval.rank-again', 'retrieval.make-passages'],
  documents: ['retrieval.load-files'],
  'chat-model': ['models.chat-model', 'models.openai', 'models.openai-compatible'],
  'knowledge-base': ['retrieval.knowledge-base'],
  embeddings: ['retrieval.embeddings', 'models.openai-compatible-embeddings'],
  table: ['data.parse-csv', 'data.make-table', 'data.filter-rows'],
  list: ['data.split', 'control.for-each', 'data.parse-json'],
  json: ['io.json-input', 'models.structured-output', 'data.parse-json'],
  file: ['io.file-input'],
  boolean: ['control.compare'],
  choice: ['models.classify', 'io.choice-input'],
  number: ['io.number-input', 'data.arithmetic'],
};
