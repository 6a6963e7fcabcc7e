import { emptyView, type RunView, type StepView } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { outputOfRun } from './output-of-run.ts';

const output = { id: 'reply', port: 'text', kind: { kind: 'text' } } as const;

function running(step?: Partial<StepView>, view: Partial<RunView> = {}): RunView {
  const steps = new Map<string, StepView>();
  if (step) {
    steps.set('chat', {
      step: 'chat',
      node: 'chat',
      attempt: 1,
      status: 'running',
      texts: {},
      trace: [],
      kept: false,
      isHandled: false,
      ...step,
    });
  }
  return {
    ...emptyView('run'),
    flow: {
      jacquard: 1,
      name: 'Talk',
      nodes: {
        chat: { type: 'models.chat' },
        reply: { type: 'io.chat-output', inputs: { text: { from: 'chat.answer' } } },
      },
    },
    steps,
    latest: new Map(step ? [['chat', 'chat']] : []),
    ...view,
  };
}

test('the text of the step that feeds the output shows while it is written', () => {
  expect(outputOfRun(running(), output)).toEqual({ state: 'waiting' });
  expect(outputOfRun(running({ texts: { answer: 'Hel' } }), output)).toEqual({ state: 'streaming', text: 'Hel' });
});

test('the final value replaces it', () => {
  const view = running({ texts: { answer: 'Hel' } }, { status: 'completed', outputs: { reply: 'Hello' } });
  expect(outputOfRun(view, output)).toEqual({ state: 'there', value: 'Hello' });
});

test('an output that will not come says why', () => {
  expect(outputOfRun(running(undefined, { status: 'completed', skipped: ['reply'] }), output)).toEqual({
    state: 'skipped',
  });
  expect(outputOfRun(running({ texts: { answer: 'Hel' } }, { status: 'cancelled' }), output)).toEqual({
    state: 'never',
    text: 'Hel',
  });
});

test('what is no text is not drawn before it is whole', () => {
  const table = { ...output, kind: { kind: 'table' } } as const;
  expect(outputOfRun(running({ texts: { answer: 'Hel' } }), table)).toEqual({ state: 'waiting' });
});
