import { emptyView, type RunView, type StepView } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { citedAnswerOf } from './cited-answer-of.ts';

const port = { node: 'answer', cited: 'answer' };
const quoted = { outcome: 'not-found', quotations: [], language: 'en' } as const;
const told = (data: StepView['trace'][number]['data'], attempt = 1) => ({ form: 'cited-answer', data, at: 0, attempt });

function viewWith(step: Partial<StepView>): RunView {
  const whole: StepView = {
    step: 'answer',
    node: 'answer',
    attempt: 1,
    status: 'running',
    texts: {},
    trace: [],
    kept: false,
    isHandled: false,
    ...step,
  };
  return { ...emptyView('r'), steps: new Map([['answer', whole]]), latest: new Map([['answer', 'answer']]) };
}

test('while the step runs, what it told last shows; when it is through, its output', () => {
  expect(citedAnswerOf(viewWith({}), port)).toBeUndefined();
  const running = viewWith({ trace: [told(quoted), { ...told('a prompt'), form: 'prompt' }] });
  expect(citedAnswerOf(running, port)).toEqual({ answer: quoted, isWriting: true });
  const done = viewWith({
    status: 'done',
    outputs: { answer: { ...quoted, outcome: 'partly' } },
    trace: [told(quoted)],
  });
  expect(citedAnswerOf(done, port)).toEqual({ answer: { ...quoted, outcome: 'partly' }, isWriting: false });
});

test('what an earlier attempt told counts for nothing, and so does data of another form', () => {
  expect(citedAnswerOf(viewWith({ attempt: 2, trace: [told(quoted, 1)] }), port)).toBeUndefined();
  expect(citedAnswerOf(viewWith({ trace: [told({ quotations: 'none' })] }), port)).toBeUndefined();
});
