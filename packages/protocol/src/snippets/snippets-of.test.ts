import type { FlowInterface, FlowPort } from '@jacquard/flow';
import { expect, test } from 'vitest';
import type { CallSubject } from './call-subject.ts';
import { clientUse } from './client-use.ts';
import { snippetsOf } from './snippets-of.ts';

const text = (id: string, more: Partial<FlowPort> = {}): FlowPort => ({
  id,
  kind: { kind: 'text' },
  port: 'text',
  type: 'io.text-input',
  optional: false,
  schema: { type: 'string' },
  ...more,
});

function subjectOf(inputs: readonly FlowPort[], more: Partial<CallSubject> = {}): CallSubject {
  const ports: FlowInterface = { inputs, outputs: [text('reply')], overrides: [] };
  return { flowId: 'letters', interface: ports, baseUrl: 'http://127.0.0.1:1804/', needsKey: false, ...more };
}

const written = (subject: CallSubject, language: string, mode = 'answer'): string | undefined =>
  snippetsOf(subject).find((one) => one.language === language && one.mode === mode)?.text;

test('a call shows what the author wrote: the example before the default, and nothing for what can be left out', () => {
  const inputs = [
    text('topic', { example: 'Weaving', default: 'Looms' }),
    text('tone', { optional: true }),
    text('length', { optional: true, default: 'short' }),
    text('style', { optional: true, defaultFrom: { setting: 'style' } }),
  ];
  expect(written(subjectOf(inputs), 'curl')).toBe(
    `curl 'http://127.0.0.1:1804/api/v1/flows/letters/invoke' \\
  -H 'Content-Type: application/json' \\
  -d '{"inputs": {"topic": "Weaving", "length": "short"}}'
`,
  );
});

test('a value of the right kind stands where the author wrote none, within its bounds', () => {
  const number = text('count', { kind: { kind: 'number' }, schema: { type: 'number', minimum: 7, maximum: 9 } });
  const tone = text('tone', { kind: { kind: 'choice' }, schema: { type: 'string', enum: ['warm', 'dry'] } });
  const order = text('order', {
    kind: { kind: 'json' },
    schema: {
      type: 'object',
      properties: { article: { type: 'string' }, gift: { type: 'boolean' }, note: { type: 'string' } },
      required: ['article', 'gift'],
    },
  });
  const snippet = written(subjectOf([number, tone, order]), 'typescript');
  expect(snippet).toContain(`count: 7, tone: 'warm', order: { article: 'Hello', gift: true }`);
});

test('a flow without inputs is called with none, and is no model', () => {
  const subject = subjectOf([]);
  expect(written(subject, 'curl')).toContain(`-d '{"inputs": {}}'`);
  expect(written(subject, 'python')).toContain('json={"inputs": {}}');
  expect(snippetsOf(subject).map(({ language }) => language)).not.toContain('openai-python');
});

test('a model takes the question as a message, and beside it what else the flow can’t do without', () => {
  const inputs = [text('topic', { example: 'Weaving' }), text('question', { type: 'io.chat-input', example: 'Who?' })];
  const subject = subjectOf(inputs, { version: 'production' });
  expect(written(subject, 'openai-python')).toContain(`    model="letters@production",
    messages=[{"role": "user", "content": "Who?"}],
    extra_body={"jacquard": {"inputs": {"topic": "Weaving"}}},`);
});

test('where a key is needed every program reads it from the environment, or its client asks for it', () => {
  const file = text('scan', { kind: { kind: 'image' } });
  const snippets = snippetsOf(subjectOf([text('question'), file], { needsKey: true }));
  const keyless = snippets.filter((one) => !/JACQUARD_API_KEY|jacquard-key|YOUR_API_KEY/.test(one.text));
  expect(keyless).toEqual([]);
  expect(snippetsOf(subjectOf([text('question')])).filter((one) => /api[_-]?key=?['"]?\$/i.test(one.text))).toEqual([]);
});

test('a file goes with the call, and with the typed client before it', () => {
  const subject = subjectOf([text('scan', { kind: { kind: 'image' } }), text('question')]);
  expect(written(subject, 'curl')).toContain('-F scan=@image.png');
  expect(clientUse(subject)).toContain(
    `const file_scan = await client.upload(await openAsBlob('image.png'), 'image.png');`,
  );
});
