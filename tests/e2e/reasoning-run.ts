import type { ReasoningForm, ReasoningItem } from '@jacquard/flow';

type Item = {
  readonly [Form in ReasoningForm]: { readonly form: Form; readonly data: ReasoningItem<Form> };
}[ReasoningForm];

const titles = {
  en: { vote: 'Ask eight times', tree: 'Search the tree', trials: 'Write and test', prompts: 'Find a prompt' },
  fr: {
    vote: 'Demander huit fois',
    tree: 'Chercher l’arbre',
    trials: 'Écrire et tester',
    prompts: 'Trouver un prompt',
  },
} as const;

/** The file of a run in which four strategies show their insides: votes, a tree with pruned thoughts, trials with tests, ranked prompts. */
export function reasoningRunFile(language: 'en' | 'fr' = 'en'): string {
  const names = titles[language];
  const nodes = {
    vote: { type: 'reasoning.self-consistency', title: names.vote, items: votes() },
    tree: { type: 'reasoning.tree-of-thoughts', title: names.tree, items: tree() },
    trials: { type: 'reasoning.reflexion', title: names.trials, items: trials() },
    prompts: { type: 'reasoning.optimise-prompt', title: names.prompts, items: prompts() },
  };
  const places = { vote: { x: 0, y: 0 }, tree: { x: 300, y: 0 }, trials: { x: 600, y: 0 }, prompts: { x: 900, y: 0 } };
  const flow = {
    jacquard: 1,
    name: names.tree,
    nodes: Object.fromEntries(Object.entries(nodes).map(([id, { type, title }]) => [id, { type, title }])),
    layout: { nodes: places },
  };
  const events: object[] = [{ type: 'run-start', runId: 'r', flowId: 'f', flow, inputs: {} }];
  for (const [id, { items }] of Object.entries(nodes)) {
    const of = { step: id, node: id, attempt: 1 };
    events.push({ type: 'step-start', ...of, inputs: {} });
    for (const item of items) events.push({ type: 'step-trace', ...of, item });
    events.push({ type: 'step-end', ...of, outputs: {}, duration: 2400 });
  }
  events.push({ type: 'run-end', status: 'completed', outputs: {}, duration: 9600 });
  const at = Date.parse('2026-03-14T09:26:53Z');
  return JSON.stringify({
    'jacquard-run': 1,
    version: '0.1.0',
    exportedAt: at + 10_000,
    run: { id: 'r', flowId: 'f', status: 'completed', startedAt: at, endedAt: at + 9600, pinned: false },
    events: events.map((event, index) => ({ ...event, seq: index + 1, at: at + index * 20 })),
    values: {},
    files: [],
  });
}

function call(name: string, prompt: string, ...answers: readonly string[]) {
  return {
    form: 'model-call',
    data: {
      name,
      model: 'SmolLM2 135M',
      location: 'local',
      identity: 'smollm2-135m',
      messages: [{ role: 'user', content: prompt }],
      settings: { temperature: 0.7, maxTokens: 256 },
      answers: answers.map((text) => ({ text, finish: 'stop' })),
      inputTokens: 42,
      outputTokens: 61 * answers.length,
      duration: 1800,
      ending: 'complete',
    },
  };
}

const loom =
  'A loom weaves 6 metres a day, and 3 looms weave for 2 days, but one stands still on the second. How much?';

function votes(): readonly object[] {
  const answers = ['30', '36', '30', null, '30 metres', '26', '30', undefined];
  const texts = answers.map((answer) =>
    answer === undefined
      ? 'First, 3 looms'
      : `3 looms weave 18 metres on the first day.\nOn the second day one stands still.\n${answer === null ? 'So it is a lot.' : `Answer: ${answer}`}`,
  );
  const items: Item[] = [{ form: 'bound', data: { calls: 8, tokens: 2048 } }];
  const groups = new Map<string, number[]>();
  for (const [sample, answer] of answers.entries()) {
    const text = texts[sample] ?? '';
    const failed = answer === undefined && { failed: 'provider-refused' };
    items.push({ form: 'sample', data: { sample, text, from: { call: 'samples', sample }, ...failed } });
    if (answer === undefined) continue;
    items.push({ form: 'extracted-answer', data: { sample, answer } });
    if (answer === null) continue;
    const name = answer.replace(' metres', '');
    groups.set(name, [...(groups.get(name) ?? []), sample]);
    const counted = [...groups].map(([group, samples]) => ({ answer: group, samples, weight: samples.length }));
    items.push({ form: 'vote', data: { rule: 'numeric', groups: counted, chosen: 0, confidence: 0.5 + sample / 15 } });
  }
  items.push({ form: 'stop', data: { reason: 'complete', calls: 8, tokens: 488, spared: 0 } });
  return [...items, call('samples', `${loom}\n\nLet’s think step by step.`, ...texts)];
}

function tree(): readonly object[] {
  const items: Item[] = [{ form: 'bound', data: { calls: 135, tokens: 17_280 } }];
  const calls: object[] = [];
  const grow = (parents: readonly string[], width: number): readonly string[] => {
    const grown: string[] = [];
    for (const parent of parents) {
      const name = `propose ${parent === '' ? '1' : `after ${parent}`}`;
      const texts = Array.from({ length: width }, (_, at) => `${at + 4} + ${9 - at} = 13 (left: ${at + 2} 10 13)`);
      calls.push(call(name, 'Input: 4 9 10 13\nPossible next steps:', texts.join('\n')));
      for (const [at, text] of texts.entries()) {
        const id = parent === '' ? `${at + 1}` : `${parent}.${at + 1}`;
        const depth = id.split('.').length;
        items.push({
          form: 'thought',
          data: { id, parents: parent === '' ? [] : [parent], depth, text, from: { call: name } },
        });
        grown.push(id);
      }
    }
    return grown;
  };
  let kept: readonly string[] = [''];
  for (const [step, width] of [6, 4, 4].entries()) {
    const grown = grow(kept, width);
    for (const [at, id] of grown.entries()) {
      const value = [60, 20.001, 1, 0.003][(at * 7) % 4] ?? 0;
      items.push({
        form: 'evaluation',
        data: { thought: id, value, verdicts: ['sure', 'likely', 'sure'], from: { call: `value ${id}` } },
      });
      calls.push(
        call(
          `value ${id}`,
          'Evaluate if given numbers can reach 24 (sure/likely/impossible)',
          'sure',
          'likely',
          'sure',
        ),
      );
    }
    kept = grown.filter((_, at) => (at * 7) % 4 < 2).slice(0, 4);
    const pruned = grown.filter((id) => !kept.includes(id));
    items.push({ form: 'selection', data: { depth: step + 1, kept: [...kept], pruned } });
  }
  items.push({ form: 'choice', data: { candidate: kept[0] ?? '' } });
  items.push({ form: 'stop', data: { reason: 'budget', calls: 135, tokens: 9120, spared: 0 } });
  return [...items, ...calls];
}

function trials(): readonly object[] {
  const names = ['adds two numbers', 'keeps the sign', 'an empty list is 0', 'takes floats', 'very large numbers'];
  const texts = [
    'def total(numbers):\n    return numbers[0] + numbers[1]',
    'def total(numbers):\n    result = 0\n    for number in numbers:\n        result += number\n    return result',
  ];
  const items: Item[] = [{ form: 'bound', data: { calls: 6, tokens: 3072 } }];
  for (const [index, text] of texts.entries()) {
    const trial = index + 1;
    items.push({ form: 'trial', data: { trial, text, from: { call: `act ${trial}` } } });
    for (const [at, name] of names.entries()) {
      const passed = index === 1 || at % 2 === 0;
      const message = passed ? {} : { message: 'IndexError: list index out of range' };
      items.push({ form: 'test-result', data: { trial, name, passed, ...message } });
    }
    if (index === 0) {
      const reflection =
        'The function reads two places of the list. It must go through all of it, and an empty one is 0.';
      items.push({ form: 'reflection', data: { trial, text: reflection, from: { call: 'reflect 1' } } });
    }
  }
  items.push({ form: 'stop', data: { reason: 'solved', calls: 3, tokens: 402, spared: 3 } });
  return [
    ...items,
    call('act 1', 'Write total(numbers).', texts[0] ?? ''),
    call('reflect 1', 'Why did these tests fail?', 'The function reads two places.'),
    call('act 2', 'Write total(numbers). Heed: go through all of it.', texts[1] ?? ''),
  ];
}

function prompts(): readonly object[] {
  const texts = [
    ['Write the opposite of the word.', 0, 0.7, 0.6],
    ['Give a word that means the contrary of the one that you are given, and nothing else.', 0, 0.9, 0.8],
    ['Answer with an antonym.', 0, 0.8, 0.85],
    ['Translate the word.', 0, 0.1, undefined],
    ['Answer with an antonym only, in lower case.', 1, 0.95, 0.9],
  ] as const;
  const items: Item[] = [{ form: 'bound', data: { calls: 120, tokens: 1920 } }];
  for (const [at, [text, round, train, heldOut]] of texts.entries()) {
    const id = `p${at + 1}`;
    const parent = round === 1 ? { parent: 'p3' } : {};
    items.push({ form: 'candidate', data: { id, text, round, from: { call: `propose ${at + 1}` }, ...parent } });
    items.push({ form: 'score', data: { candidate: id, on: 'train', value: train, right: train * 20, of: 20 } });
    if (heldOut !== undefined)
      items.push({
        form: 'score',
        data: { candidate: id, on: 'held-out', value: heldOut, right: heldOut * 20, of: 20 },
      });
  }
  items.push({ form: 'choice', data: { candidate: 'p5' } });
  items.push({ form: 'stop', data: { reason: 'complete', calls: 104, tokens: 611, spared: 16 } });
  return [
    ...items,
    ...texts.map(([text], at) =>
      call(`propose ${at + 1}`, 'I gave a friend an instruction. The pairs:\nhot → cold', text),
    ),
  ];
}
