import type { FlowDocument } from '../flow-document.ts';

/** A flow of these nodes. */
export function flowOf(nodes: FlowDocument['nodes'], more: Partial<FlowDocument> = {}): FlowDocument {
  return { jacquard: 1, name: 'Sample', nodes, ...more };
}

/** A flow without issues that has every part of the format. */
export const wholeFlow: FlowDocument = {
  jacquard: 1,
  name: 'Whole',
  description: 'Has every part.',
  language: 'en',
  limits: { time: 60, steps: 100 },
  overrides: ['chat.temperature'],
  nodes: {
    question: { type: 'io.text-input', title: 'Question', inputs: { default: 'Why?' } },
    tone: { type: 'io.choice-input', inputs: { options: ['kind', 'short'] } },
    constructor: {
      type: 'prompts.template',
      inputs: {
        template: { lines: ['{{question}}', '', 'Be {{tone}}.'] },
        question: { from: 'question.text' },
        tone: { from: 'tone.choice' },
      },
    },
    model: { type: 'models.chat-model', inputs: { model: 'default' } },
    server: { type: 'models.server', inputs: { address: 'https://models.example/v1', key: { secret: 'house-key' } } },
    chat: {
      type: 'models.chat',
      inputs: { model: { from: 'model.model' }, prompt: { from: 'constructor.text' }, temperature: 0.5 },
      onError: { fallback: { answer: 'No answer.' } },
      retry: { attempts: 3, delay: 1 },
      timeout: 30,
    },
    split: { type: 'data.split', inputs: { text: { from: 'chat.answer' }, by: 'line' }, onError: 'port' },
    each: {
      type: 'control.for-each',
      inputs: { items: { from: 'split.parts' }, concurrency: 2 },
      nodes: {
        again: {
          type: 'control.repeat-until',
          inputs: { max: 3 },
          state: { draft: { first: { from: 'each.item' }, next: { from: 'improve.answer' } } },
          until: { value: true },
          nodes: {
            improve: {
              type: 'models.chat',
              inputs: { model: { from: 'server.model' }, prompt: { from: 'again.draft' } },
            },
          },
          outputs: { best: { from: 'improve.answer' } },
        },
      },
      outputs: { result: { from: 'again.best' } },
    },
    join: { type: 'data.join', inputs: { texts: { from: 'each.result' } } },
    file: { type: 'data.read-file', inputs: { file: { file: 'documents/a.txt' } }, disabled: true },
    merge: { type: 'control.merge', inputs: { values: [{ from: 'join.text' }, { from: 'question.text' }] } },
    reply: { type: 'io.text-output', inputs: { text: { from: 'merge.value' } } },
    rows: { type: 'io.json-output', inputs: { json: { from: 'split.error' } } },
  },
  types: { 'control.for-each': 1, 'models.chat': 1 },
  layout: {
    nodes: { chat: { x: 10, y: -20 }, question: { x: 0, y: 0, width: 300 } },
    notes: { note: { x: 1, y: 2, text: { lines: ['Try', 'this'] } } },
    groups: { group: { title: 'Both', nodes: ['chat', 'split'] } },
  },
};
