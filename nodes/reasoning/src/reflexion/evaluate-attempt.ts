import {
  ask,
  extractAnswer,
  renderTemplate,
  splitTests,
  testReport,
  type CodeLanguage,
  type CodeTestOutcome,
  type CodeTestResult,
  type SandboxService,
} from '@jacquard/node-kit';
import type { ChatModel, ReasoningItem } from '@jacquard/node-kit';

/** What an evaluator says of one attempt. */
interface Evaluation {
  readonly passed: boolean;
  /** From 0 to 1: how near it came, to tell the best of those that fail. */
  readonly share: number;
  /** What the model is told to reflect on. */
  readonly feedback: string;
  /** One item for each check. */
  readonly items: readonly Omit<ReasoningItem<'test-result'>, 'trial'>[];
}

/** Evaluates an attempt; `trial` counts from 1. */
export type Evaluate = (attempt: string, trial: number) => Promise<Evaluation>;

interface Tests {
  readonly language: CodeLanguage;
  readonly tests: string;
}

/** An evaluator that runs tests on the attempt's code: its last code block, else all of it. */
export function testEvaluator(sandbox: SandboxService, { language, tests }: Tests, signal: AbortSignal): Evaluate {
  const asked = splitTests(tests);
  return async (attempt) => {
    const code = (await extractAnswer(attempt, { kind: 'code', language })) ?? attempt;
    const outcome = await sandbox.runTests({ language, code, tests: asked }, signal);
    const passed = outcome.tests.filter(({ outcome: came }) => came === 'passed').length;
    return {
      passed: asked.length > 0 && passed === asked.length,
      share: asked.length === 0 ? 0 : passed / asked.length,
      feedback: testReport(outcome),
      items: outcome.tests.map((test) => ({
        name: test.name,
        passed: test.outcome === 'passed',
        ...(test.outcome !== 'passed' && { message: messageOf(test, outcome) }),
      })),
    };
  };
}

function messageOf({ outcome, message }: CodeTestResult, { error, ended }: CodeTestOutcome): string {
  if (outcome !== 'not-run') return message ?? outcome;
  return error ? `${error.name}: ${error.message}` : ended;
}

interface Judge {
  /** Within the budget of the step. */
  readonly model: ChatModel;
  readonly prompt: string;
  readonly task: string;
  readonly maxTokens: number;
  readonly seed: number;
}

/** An evaluator that asks a model whether the attempt passes. A judgement that says neither counts as failed. */
export function judgeEvaluator({ model, prompt, task, maxTokens, seed }: Judge, signal: AbortSignal): Evaluate {
  return async (attempt, trial) => {
    const name = `judgement ${trial}`;
    const asked = renderTemplate(prompt, { task, attempt });
    const { text } = await ask(model, asked, { name, temperature: 0, maxTokens, seed, signal });
    const passed = saysPass(text);
    return {
      passed,
      share: Number(passed),
      feedback: text.trim(),
      items: [{ name: 'judge', passed, message: text.trim(), from: { call: name } }],
    };
  };
}

/** Whether the last of the words `pass` and `fail` (or `passed`, `failed`) is the good one. */
export function saysPass(judgement: string): boolean {
  const words = judgement.toLowerCase().match(/\b(?:pass|fail)(?:ed|es|s)?\b/gu);
  return words?.at(-1)?.startsWith('pass') ?? false;
}
