/** A flow that searches a small tree of thoughts with the model at that address, and asks a person after each level. */
export function askingFlow(baseUrl: string): object {
  return {
    jacquard: 1,
    name: 'Asks',
    nodes: {
      model: { type: 'models.openai-compatible', title: 'Slow model', inputs: { baseUrl, model: 'm' } },
      tree: {
        type: 'reasoning.tree-of-thoughts',
        title: 'Search the tree',
        inputs: {
          model: { from: 'model.model' },
          problem: 'When are beans sown?',
          steps: 2,
          width: 3,
          beam: 2,
          asksPerson: true,
        },
      },
      found: { type: 'io.text-output', title: 'Found', inputs: { text: { from: 'tree.path' } } },
    },
    layout: { nodes: { model: { x: 0, y: 0 }, tree: { x: 320, y: 0 }, found: { x: 640, y: 0 } } },
  };
}

/** A flow that asks the model at that address eight times and counts the answers, and searches a small tree of thoughts. */
export function reasoningFlow(baseUrl: string): object {
  return {
    jacquard: 1,
    name: 'Reasons',
    nodes: {
      model: { type: 'models.openai-compatible', title: 'Slow model', inputs: { baseUrl, model: 'm' } },
      vote: {
        type: 'reasoning.self-consistency',
        title: 'Ask eight times',
        inputs: { model: { from: 'model.model' }, question: 'How many metres do three looms weave?', samples: 8 },
      },
      tree: {
        type: 'reasoning.tree-of-thoughts',
        title: 'Search the tree',
        inputs: {
          model: { from: 'model.model' },
          problem: 'When are beans sown?',
          steps: 2,
          width: 3,
          beam: 2,
        },
      },
      frame: {
        type: 'prompts.template',
        title: 'Frame',
        inputs: { template: 'It is {{answer}}', answer: { from: 'vote.answer' } },
      },
      reply: { type: 'io.text-output', title: 'Reply', inputs: { text: { from: 'frame.text' } } },
      found: { type: 'io.text-output', title: 'Found', inputs: { text: { from: 'tree.answer' } } },
    },
    layout: {
      nodes: {
        model: { x: 0, y: 0 },
        vote: { x: 320, y: 0 },
        tree: { x: 640, y: 0 },
        frame: { x: 960, y: 0 },
        reply: { x: 1280, y: 0 },
        found: { x: 960, y: 400 },
      },
    },
  };
}
