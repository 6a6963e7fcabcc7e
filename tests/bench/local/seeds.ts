import { eachOf, wholeAnswer } from './answer.ts';
import { openHostSide } from './host-side.ts';
import { percent, print } from './print.ts';

const count = 200;
const topics = ['a loom', 'the sea', 'an old clock', 'two brothers', 'winter', 'a lost key', 'bread', 'a bridge'];
/** A beginning that several prompts share, of some hundred tokens: its state is reused. */
const preface = `You know these facts.\n${Array.from({ length: 12 }, (_fact, index) => `${index + 1}. Fact number ${index + 1} of the list is about looms, threads and cards.`).join('\n')}\n`;

/** The same seed's text alone, among 30 others, and with its prompt's beginning reused. */
export async function compareSeeds(): Promise<void> {
  const { model, close } = await openHostSide();
  const prompts = Array.from({ length: count }, (_prompt, index) => {
    const question = `Write about ${topics[index % topics.length]}, in the manner of number ${index}.`;
    return { seed: 1000 + index, content: index % 2 === 0 ? question : preface + question };
  });
  const ask = async ({ seed, content }: (typeof prompts)[number]): Promise<string> =>
    (await wholeAnswer(model, content, { temperature: 0.8, seed, maxTokens: 24, run: `seed-${seed}` })).text;
  try {
    const alone = await eachOf(prompts, 1, ask);
    const among = await eachOf([...prompts].reverse(), 31, ask);
    const again = await eachOf(prompts, 1, ask);
    const same = (texts: readonly string[]): number => texts.filter((text, index) => text === alone[index]).length;
    print(`alone and among 30 others: ${percent(same(among.reverse()), count)} of ${count} texts are the same`);
    print(`with the prompt's state reused: ${percent(same(again), count)} of ${count} texts are the same`);
    print(`different texts among them: ${new Set(alone).size}`);
  } finally {
    await close();
  }
}
