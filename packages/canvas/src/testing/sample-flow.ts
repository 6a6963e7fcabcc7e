import type { FlowDocument } from '@jacquard/flow';
import { applyCommand, type Command } from '../command.ts';

/**
 *                      model ─────────┐
 *                                     ▼
 *   question ──▶ split ──▶ each ( item ──▶ part ──▶ all ) ──▶ join ──▶ reply
 *       └───────────────────────────────────────────────────────▲
 */
export const sampleFlow: FlowDocument = {
  jacquard: 1,
  name: 'Sample',
  nodes: {
    question: { type: 'io.text-input' },
    model: { type: 'models.chat-model' },
    split: { type: 'data.split', inputs: { text: { from: 'question.text' } } },
    each: {
      type: 'control.for-each',
      inputs: { items: { from: 'split.parts' } },
      nodes: {
        part: {
          type: 'models.chat',
          inputs: { model: { from: 'model.model' }, prompt: { from: 'each.item' }, system: 'Be brief.' },
        },
      },
      outputs: { all: { from: 'part.answer' } },
    },
    join: { type: 'data.join', inputs: { texts: [{ from: 'each.all' }, { from: 'question.text' }] } },
    reply: { type: 'io.text-output', inputs: { text: { from: 'join.text' } } },
  },
  types: {
    'control.for-each': 1,
    'data.join': 1,
    'data.split': 1,
    'io.text-input': 1,
    'io.text-output': 1,
    'models.chat': 1,
    'models.chat-model': 1,
  },
  layout: {
    nodes: { question: { x: 0, y: 0 }, each: { x: 600, y: 0, width: 500, height: 300 }, part: { x: 150, y: 96 } },
    notes: { hint: { x: 0, y: 300, text: 'Try it.' } },
    groups: { work: { title: 'Work', nodes: ['split', 'each'] } },
  },
};

/** The sample flow after some commands. */
export function sampleAfter(...commands: readonly Command[]): FlowDocument {
  return commands.reduce(applyCommand, sampleFlow);
}
