/** Four words, each written twice in a loop: a flow that needs no model. */
export const structureFlow = {
  jacquard: 1,
  name: 'Words',
  nodes: {
    text: { type: 'io.text-input', title: 'Text', inputs: { default: 'one two three four' } },
    split: {
      type: 'data.split',
      title: 'Cut',
      inputs: { text: { from: 'text.text' }, into: 'separator', separator: ' ' },
    },
    each: {
      type: 'control.for-each',
      title: 'For each word',
      inputs: { items: { from: 'split.parts' }, concurrency: 1 },
      nodes: {
        twice: {
          type: 'prompts.template',
          title: 'Twice',
          inputs: { template: '{{word}}-{{word}}', word: { from: 'each.item' } },
        },
      },
      outputs: { all: { from: 'twice.text' } },
    },
    join: { type: 'data.join', title: 'Together', inputs: { texts: { from: 'each.all' }, separator: ' ' } },
    out: { type: 'io.text-output', title: 'Result', inputs: { text: { from: 'join.text' } } },
  },
  layout: {
    nodes: {
      text: { x: 0, y: 0 },
      split: { x: 300, y: 0 },
      each: { x: 600, y: 0 },
      twice: { x: 200, y: 96 },
      join: { x: 1260, y: 0 },
      out: { x: 1560, y: 0 },
    },
  },
};
