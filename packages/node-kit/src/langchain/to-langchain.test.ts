import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import { expect, test } from 'vitest';
import { collect } from '../testing/collect.ts';
import { fakeChatModel } from '../testing/fake-chat-model.ts';
import { toLangChain } from './to-langchain.ts';

test('LangChain code gets text, usage and the reason of the end', async () => {
  const model = fakeChatModel({ replies: ['Good day, weaver.'] });
  const answer = await (await toLangChain(model)).invoke([new SystemMessage('Be kind.'), new HumanMessage('Hello')]);
  expect(answer.text).toBe('Good day, weaver.');
  expect(answer.usage_metadata).toMatchObject({ input_tokens: 3, output_tokens: 3, total_tokens: 6 });
  expect(model.calls[0]?.messages).toEqual([
    { role: 'system', content: 'Be kind.' },
    { role: 'user', content: 'Hello' },
  ]);
});

test('it streams', async () => {
  const stream = await (await toLangChain(fakeChatModel({ replies: ['a b c'] }))).stream('Hi');
  const texts = (await collect(stream)).map((chunk) => chunk.text);
  expect(texts.filter((text) => text !== '')).toEqual(['a', ' b', ' c']);
});

test('tools are offered and called', async () => {
  const reply = { text: '', toolCalls: [{ id: 'c1', name: 'weather', arguments: { city: 'Lyon' } }] };
  const model = fakeChatModel({ replies: [reply] });
  const parameters = { type: 'object', properties: { city: { type: 'string' } } };
  const weather = { type: 'function', function: { name: 'weather', description: 'Weather of a city', parameters } };
  const bound = (await toLangChain(model)).bindTools?.([weather]);
  const answer = await bound?.invoke('Rain in Lyon?');
  expect(answer?.tool_calls).toMatchObject([{ id: 'c1', name: 'weather', args: { city: 'Lyon' } }]);
  expect(model.calls[0]?.options.tools).toMatchObject([
    { name: 'weather', description: 'Weather of a city', parameters },
  ]);
  expect(model.calls[0]?.options.toolChoice).toBeUndefined();
  await (await toLangChain(model)).bindTools?.([weather], { tool_choice: 'any' }).invoke('Rain in Lyon?');
  expect(model.calls[1]?.options.toolChoice).toBe('required');
});

test('its signal ends the model', async () => {
  const abort = new AbortController();
  const langChain = await toLangChain(fakeChatModel({ replies: ['one two three'] }));
  const seen: string[] = [];
  const reading = (async () => {
    for await (const chunk of await langChain.stream('Hi', { signal: abort.signal })) {
      seen.push(chunk.text);
      abort.abort();
    }
  })();
  await expect(reading).rejects.toThrow(/abort/i);
  expect(seen.length).toBeLessThan(3);
});
