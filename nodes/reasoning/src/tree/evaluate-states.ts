import { drawSamples, renderTemplate, sideBySide } from '@jacquard/node-kit';
import { readVerdict, readVote } from './read-verdict.ts';
import type { SearchTools } from './search-settings.ts';

/** A state that is to be judged. */
export interface JudgedState {
  readonly text: string;
  readonly depth: number;
}

/** What a state was found to be worth. */
export interface Judgement {
  readonly value: number;
  readonly verdicts: readonly string[];
  readonly isSolved: boolean;
  readonly from?: { readonly call: string };
}

const worthless: Judgement = { value: 0, verdicts: [], isSolved: false };
const atOnce = 8;

/**
 * Judges each state by itself and gives every judgement when it is there. A text that stands twice is worth nothing the second time, and
 * so is a last thought without the mark of an answer: neither is asked about (as in the authors' own program).
 */
export async function* evaluateStates(
  states: readonly JudgedState[],
  tools: SearchTools,
): AsyncGenerator<{ readonly index: number; readonly judgement: Judgement }, void> {
  const seen = new Set<string>();
  const asked: { readonly state: JudgedState; readonly place: number }[] = [];
  for (const [index, state] of states.entries()) {
    const isTwin = seen.has(state.text);
    seen.add(state.text);
    if (isTwin || lacksAnswer(state, tools)) yield { index, judgement: worthless };
    else asked.push({ state, place: index });
  }
  const judge = ({ state, place }: (typeof asked)[number]): Promise<Judgement> => judgeState(state, place, tools);
  for await (const { index, result } of sideBySide(asked, atOnce, judge)) {
    yield { index: asked[index]?.place ?? 0, judgement: result };
  }
}

function lacksAnswer({ text, depth }: JudgedState, { settings }: SearchTools): boolean {
  const { answerMark, steps } = settings;
  if (answerMark === '' || depth < steps) return false;
  return !text.toLowerCase().includes(answerMark.toLowerCase());
}

async function judgeState(state: JudgedState, place: number, tools: SearchTools): Promise<Judgement> {
  const { settings, model, signal, seed } = tools;
  const { problem, scorer, evaluations, verdicts, maxTokens, temperature } = settings;
  if (scorer !== undefined) {
    const { value, isSolved = false, verdict } = await scorer.score(state.text, { problem, signal });
    return { value, isSolved, verdicts: verdict === undefined ? [] : [verdict] };
  }
  if (!tools.allows(evaluations)) return worthless;
  const name = `value ${state.depth}.${place + 1}`;
  const content = renderTemplate(settings.prompts.value, { problem, state: state.text, levels: settings.steps });
  const options = { count: evaluations, name, seed, signal, maxTokens, temperature };
  const said: string[] = [];
  let value = 0;
  for await (const { text } of drawSamples(model, [{ role: 'user', content }], options)) {
    const verdict = readVerdict(text, verdicts);
    said.push(verdict ?? '?');
    value += (verdict === undefined ? undefined : verdicts.get(verdict)) ?? 0;
  }
  return { value, verdicts: said, isSolved: false, from: { call: name } };
}

/** Has the model vote among all states: what each is worth is how many votes it got. */
export async function voteAmong(
  states: readonly JudgedState[],
  tools: SearchTools,
): Promise<{ readonly votes: readonly number[]; readonly call: string }> {
  const { settings, model, signal, seed } = tools;
  const { problem, evaluations, maxTokens, temperature } = settings;
  const votes = states.map(() => 0);
  const call = `vote ${states[0]?.depth ?? 1}`;
  if (!tools.allows(evaluations)) return { votes, call };
  const choices = states.map(({ text }, index) => `Choice ${index + 1}:\n${text}`).join('\n\n');
  const content = renderTemplate(settings.prompts.vote, { problem, choices, levels: settings.steps });
  const options = { count: evaluations, name: call, seed, signal, maxTokens, temperature };
  for await (const { text } of drawSamples(model, [{ role: 'user', content }], options)) {
    const chosen = readVote(text, states.length);
    if (chosen !== undefined) votes[chosen] = (votes[chosen] ?? 0) + 1;
  }
  return { votes, call };
}
