import type { CodeTestOutcome, CodeTestResult } from './sandbox-service.ts';

/**
 * What tests found, for a model or a person: which passed, and of the others what came instead, in the form in which Shinn et al. 2023
 * give it to the model. It stands in the language of programs, as errors and tests do.
 */
export function testReport({ tests, error, ended }: CodeTestOutcome): string {
  if (error) {
    const line = error.line === undefined ? '' : ` in line ${error.line}`;
    return `The code stopped${line}: ${error.name}: ${error.message}`;
  }
  const end = ended === 'finished' ? '' : `The code was ended: ${ended}.`;
  if (end !== '' && tests.every(({ outcome }) => outcome === 'not-run')) return end;
  const passed = tests.filter(({ outcome }) => outcome === 'passed').map(({ name }) => name);
  const failed = tests.filter(({ outcome }) => outcome !== 'passed').map(lineOf);
  const found = `Tests passed:\n${listOf(passed)}\n\nTests failed:\n${listOf(failed)}`;
  return end === '' ? found : `${end}\n\n${found}`;
}

function listOf(lines: readonly string[]): string {
  return lines.length > 0 ? lines.join('\n') : 'none';
}

function lineOf({ name, outcome, message }: CodeTestResult): string {
  if (outcome === 'timed-out') return `${name}  # took too long`;
  return message?.startsWith('assert ') ? message : `${name}  # ${message ?? outcome}`;
}
