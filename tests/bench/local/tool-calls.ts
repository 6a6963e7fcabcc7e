import type { ToolSpecification } from '@jacquard/node-kit';
import { eachOf, wholeAnswer } from './answer.ts';
import { openHostSide } from './host-side.ts';
import { print } from './print.ts';

const count = 100;
const tool = (name: string, description: string, properties: ToolSpecification['parameters']): ToolSpecification => ({
  name,
  description,
  parameters: { type: 'object', properties, required: Object.keys(properties), additionalProperties: false },
});
const short = { type: 'string', maxLength: 30 };
const tools = [
  tool('weather', 'Tells the weather of a city.', { city: short }),
  tool('calculate', 'Adds two numbers.', { first: { type: 'number' }, second: { type: 'number' } }),
  tool('search', 'Searches the web.', { query: short, language: { enum: ['en', 'fr'] } }),
];
const questions = [
  'What is the weather in Nice?',
  'How much is 12 and 30?',
  'Find a recipe for bread.',
  'Will it rain in Lyon?',
];

/** Calls of tools that a model must make: all parse, and name a tool that there is. */
export async function callTools(): Promise<void> {
  const { model, close } = await openHostSide();
  const asked = Array.from({ length: count }, (_asked, index) => index);
  try {
    const answers = await eachOf(asked, 16, (index) => {
      const options = {
        tools,
        toolChoice: 'required',
        seed: index,
        maxTokens: 200,
        run: `tool-${index % 16}`,
      } as const;
      return wholeAnswer(model, questions[index % questions.length] ?? '', options);
    });
    const whole = answers.filter(({ finish, toolCalls }) => finish === 'tool-calls' && toolCalls.length > 0);
    const known = whole.filter(({ toolCalls }) =>
      toolCalls.every(({ name }) => tools.some((one) => one.name === name)),
    );
    const cut = answers.filter(({ finish }) => finish === 'length');
    print(`${count} answers with calls: ${whole.length} parse, ${known.length} name a tool, ${cut.length} cut off`);
    const free = await eachOf(asked.slice(0, 20), 16, (index) =>
      wholeAnswer(model, questions[index % questions.length] ?? '', { tools, seed: index, maxTokens: 80 }),
    );
    const called = free.filter(({ toolCalls }) => toolCalls.length > 0).length;
    print(`left to itself, the model calls a tool in ${called} of ${free.length} answers; the rest are texts`);
  } finally {
    await close();
  }
}
