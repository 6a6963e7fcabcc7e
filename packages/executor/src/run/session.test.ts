import { fakeChatModel } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { createTestExecutor } from '../testing/test-executor.ts';
import { chat, modelNode, output, textInput, textOutput } from '../testing/test-nodes.ts';

const from = (address: string): { from: string } => ({ from: address });

test('question and answer are appended with the end of the run, under the message they follow', async () => {
  //  question ──▶ ask ──▶ reply
  const { run, log } = createTestExecutor({
    nodes: [textInput, modelNode(fakeChatModel({ replies: ['Fine'] })), chat, output, textOutput],
  });
  const flow = {
    prompt: { type: 'test.output', inputs: { value: from('question.text') } },
    question: { type: 'test.text-input' },
    model: { type: 'test.model' },
    ask: { type: 'test.chat', inputs: { model: from('model.model'), prompt: from('question.text') } },
    reply: { type: 'test.text-output', inputs: { text: from('ask.answer') } },
  };
  const result = await run(flow, {
    inputs: { question: 'How are you?' },
    session: { sessionId: 'talk', parentMessageId: 'before' },
  });
  expect(result.status).toBe('completed');
  expect(log.messages).toMatchObject([
    { id: 'run-question', parent: 'before', role: 'user', content: 'How are you?', runId: 'run' },
    { id: 'run-answer', parent: 'run-question', role: 'assistant', content: 'Fine', runId: 'run' },
  ]);
});
