import type { InputPort } from '@jacquard/flow';
import { choice, list, text } from '../port.ts';
import { codeLanguages, type CodeLanguage, type CodeTestResult, type SandboxService } from '../sandbox-service.ts';
import { findCode } from './find-code.ts';

/** The fields by which a node lets people say what tests code has to pass, where another field has a certain value. */
export function testInputs(visibleWhen: NonNullable<InputPort['visibleWhen']>) {
  return {
    tests: list(text({ label: { en: 'Test', fr: 'Test' } }), {
      label: { en: 'Tests', fr: 'Tests' },
      help: {
        en: 'One a line: code that runs after the answer and must neither fail nor give false.',
        fr: 'Un par ligne : du code qui s’exécute après la réponse et ne doit ni échouer ni donner faux.',
      },
      placeholder: { en: 'assert double(2) == 4', fr: 'assert doubler(2) == 4' },
      field: 'lines',
      override: 'never',
      optional: true,
      visibleWhen,
    }),
    codeLanguage: choice(codeLanguages, {
      label: { en: 'Language of the code', fr: 'Langage du code' },
      default: 'python',
      fieldOnly: true,
      visibleWhen,
    }),
  } as const;
}

/** Runs tests on the code of an answer. */
export type TestRunner = (answer: string) => Promise<readonly CodeTestResult[]>;

/**
 * Runs the tests on the code of an answer (its last code block, else all of it), in the sandbox; undefined without any test. Code
 * that doesn't run passes none.
 */
export function testRunner(
  sandbox: SandboxService,
  { tests = [], codeLanguage }: { readonly tests?: readonly string[] | undefined; readonly codeLanguage: CodeLanguage },
  signal: AbortSignal,
): TestRunner | undefined {
  const asked = tests.filter((line) => line.trim() !== '').map((code) => ({ name: code.trim(), code }));
  if (asked.length === 0) return undefined;
  return async (answer) => {
    const code = findCode(answer, codeLanguage) ?? answer;
    return (await sandbox.runTests({ language: codeLanguage, code, tests: asked }, signal)).tests;
  };
}
