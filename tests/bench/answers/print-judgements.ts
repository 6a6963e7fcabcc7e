import type { Half } from './read-questions.ts';
import type { Judgement } from './judge-answer.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Prints the shares of one language, each half apart: the half to count is what counts. */
export function printJudgements(language: string, judgements: readonly Judgement[]): void {
  for (const half of ['tune', 'count'] as const) {
    const ofHalf = judgements.filter(({ question }) => question.half === half);
    const of = (type: string): readonly Judgement[] => ofHalf.filter(({ question }) => question.type === type);
    print(`${language}, half to ${half}:`);
    line('answerable: a cited passage holds the fact', of('answerable'), ({ isHeld }) => isHeld, '≥ 0.90');
    line('answerable: declined', of('answerable'), ({ isDeclined }) => isDeclined, '≤ 0.10');
    line('unanswerable: declined', of('unanswerable'), ({ isDeclined }) => isDeclined, '≥ 0.80');
    line('follow-ups: a cited passage holds the fact', of('follow-up'), ({ isHeld }) => isHeld, '≥ 0.90');
    line('follow-ups: declined', of('follow-up'), ({ isDeclined }) => isDeclined, '≤ 0.10');
    printWriting(ofHalf.filter(({ isStated }) => isStated !== undefined));
  }
}

function line(
  name: string,
  judgements: readonly Judgement[],
  counts: (judgement: Judgement) => boolean,
  bound: string,
): void {
  const count = judgements.filter(counts).length;
  print(`  ${name.padEnd(46)} ${share(count, judgements.length)}  (${bound})`);
}

function share(count: number, all: number): string {
  return `${(all === 0 ? 0 : count / all).toFixed(2)}  ${count} of ${all}`;
}

function printWriting(written: readonly Judgement[]): void {
  if (written.length === 0) return;
  const answerable = written.filter(({ question }) => question.type !== 'unanswerable');
  const stating = answerable.filter(({ isStated }) => isStated);
  const other = answerable.filter(({ isStated }) => !isStated);
  print(`  model: states the fact                         ${share(stating.length, answerable.length)}`);
  print(`  model: marked where it states the fact         ${share(marked(stating), stating.length)}`);
  print(`  model: marked where it doesn't                 ${share(marked(other), other.length)}`);
}

function marked(judgements: readonly Judgement[]): number {
  return judgements.filter(({ isMarked }) => isMarked).length;
}

/** Prints each question of the half to tune that came out wrong. The half to count stays unseen. */
export function printFailing(judgements: readonly Judgement[], half: Half = 'tune'): void {
  for (const { question, answer, isDeclined, isHeld } of judgements) {
    if (question.half !== half) continue;
    const isRight = question.type === 'unanswerable' ? isDeclined : isHeld && !isDeclined;
    if (isRight) continue;
    print(`  ✗ ${question.id} ${question.question}`);
    print(`      ${answer.outcome}; searched “${answer.searched?.query ?? ''}”`);
    for (const { number, text, passage } of answer.quotations) {
      print(`      [${number}] ${passage.metadata.source}: ${text.replaceAll(/\s+/g, ' ').slice(0, 160)}`);
    }
  }
}
