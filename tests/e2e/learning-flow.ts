const words = ['loom', 'reed', 'warp', 'weft', 'cloth', 'thread', 'needle', 'pattern', 'card'];

/** The tests that the program of `learningFlow` must pass, one a line. */
export const totalTests = [
  'assert(total([1, 2]) === 3)',
  'assert(total([1, 2, 3]) === 6)',
  'assertEquals(total([]), 0)',
];

/**
 * A flow with the two strategies that learn from what comes of it, on the model at that address: Reflexion writes a program until its
 * tests pass; a prompt that makes words plural is searched for with four examples, and three held out.
 */
export function learningFlow(baseUrl: string): object {
  return {
    jacquard: 1,
    name: 'Learns',
    nodes: {
      model: { type: 'models.openai-compatible', title: 'Slow model', inputs: { baseUrl, model: 'm' } },
      trials: {
        type: 'reasoning.reflexion',
        title: 'Write and test',
        inputs: {
          model: { from: 'model.model' },
          task: 'Write a JavaScript function total(numbers).',
          language: 'javascript',
          tests: { lines: totalTests },
        },
      },
      program: { type: 'io.text-output', title: 'Program', inputs: { text: { from: 'trials.answer' } } },
      prompts: {
        type: 'reasoning.optimise-prompt',
        title: 'Find a prompt',
        inputs: {
          model: { from: 'model.model' },
          examples: {
            value: { columns: ['word', 'plural'], rows: words.map((word) => ({ word, plural: `${word}s` })) },
          },
          proposals: 2,
          rounds: 1,
          variations: 1,
          scored: 4,
          heldOut: 3,
        },
      },
      winner: { type: 'io.text-output', title: 'Winner', inputs: { text: { from: 'prompts.prompt' } } },
    },
    layout: {
      nodes: {
        model: { x: 0, y: 0 },
        trials: { x: 320, y: 0 },
        program: { x: 640, y: 0 },
        prompts: { x: 960, y: 0 },
        winner: { x: 1280, y: 0 },
      },
    },
  };
}
