import { readJudgedAnswers, type JudgedAnswer } from './read-questions.ts';
import { retrievalFamily } from './retrieval-family.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Checks the answers that were judged by hand: how many of the wrong and of the right ones carry a mark, each half apart. */
export async function judgeWriting(showsFailing: boolean): Promise<void> {
  const answers = readJudgedAnswers();
  for (const half of ['tune', 'count'] as const) {
    const checked: { readonly answer: JudgedAnswer; readonly doubts: readonly object[] }[] = [];
    for (const answer of answers.filter((one) => one.half === half)) {
      checked.push({ answer, doubts: await doubtsOf(answer) });
    }
    const right = checked.filter(({ answer }) => answer.verdict === 'right');
    const wrong = checked.filter(({ answer }) => answer.verdict !== 'right');
    const marked = (list: typeof checked): number => list.filter(({ doubts }) => doubts.length > 0).length;
    print(`written answers, half to ${half}:`);
    print(`  wrong or reversed: marked  ${marked(wrong)} of ${wrong.length}  (≥ 0.90)`);
    print(`  right: marked              ${marked(right)} of ${right.length}  (≤ 0.25)`);
    if (!showsFailing || half !== 'tune') continue;
    for (const { answer, doubts } of checked) {
      if ((answer.verdict === 'right') !== doubts.length > 0) continue;
      print(`  ✗ ${answer.id} ${answer.verdict}: ${answer.answer}\n      ${JSON.stringify(doubts)}`);
    }
  }
}

async function doubtsOf({ question, passages, answer }: JudgedAnswer): Promise<readonly object[]> {
  const sentences = await retrievalFamily.checkWriting(answer, { question, passages });
  return sentences.flatMap(({ doubts }) => doubts);
}
