import type { JsonSchema } from '@jacquard/flow';
import { z } from 'zod';
import { eachOf, wholeAnswer } from './answer.ts';
import { openHostSide } from './host-side.ts';
import { percent, print } from './print.ts';
import { testSchemas } from './test-schemas.ts';

const count = 500;

/** Answers that must be JSON of a schema: every finished one valid, few cut off by the token limit. */
export async function generateJson(): Promise<void> {
  const { model, close } = await openHostSide();
  const schemas = Object.entries(testSchemas);
  const asked = Array.from({ length: count }, (_asked, index) => ({ index, entry: schemas[index % schemas.length] }));
  try {
    const outcomes = await eachOf(asked, 16, async ({ index, entry: [name, schema] = ['', {}] }) => {
      const options = { schema, seed: index, temperature: 0.8, maxTokens: 256, run: `schema-${index % 16}` };
      const { text, finish } = await wholeAnswer(model, `Invent a ${name}. Answer in JSON.`, options);
      return { name, text, outcome: finish === 'length' ? 'cut' : isValid(text, schema) ? 'valid' : 'wrong' } as const;
    });
    const number = (outcome: string): number => outcomes.filter((one) => one.outcome === outcome).length;
    print(`${count} answers over ${schemas.length} schemas: ${number('valid')} valid, ${number('wrong')} wrong (0)`);
    print(`cut off by the token limit, and said so: ${number('cut')}, ${percent(number('cut'), count)} (≤ 2 %)`);
    for (const { name, text } of outcomes.filter(({ outcome }) => outcome === 'wrong').slice(0, 5))
      print(`  wrong ${name}: ${text}`);
    const cut = Map.groupBy(
      outcomes.filter(({ outcome }) => outcome === 'cut'),
      ({ name }) => name,
    );
    for (const [name, all] of cut) print(`  cut ${name}: ${all.length}`);
  } finally {
    await close();
  }
}

function isValid(text: string, schema: JsonSchema): boolean {
  try {
    return z.fromJSONSchema(schema).safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}
