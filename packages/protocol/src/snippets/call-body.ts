import type { CallSubject } from './call-subject.ts';
import { sampleInputs, type SampleInput } from './sample-inputs.ts';
import type { WrittenObject, WrittenValue } from './write-value.ts';

/** A file that is handed in before the call. */
export type SampleFile = Extract<SampleInput, { variable: string }>;

/** The files that a call of the flow hands in first. */
export function filesOf(subject: CallSubject): readonly SampleFile[] {
  return sampleInputs(subject.interface).filter((input) => 'variable' in input);
}

/** The `inputs` of a call, by their ids. */
export function inputsOf(subject: CallSubject): WrittenObject {
  return { fields: sampleInputs(subject.interface).map((input) => [input.id, valueOf(input)] as const) };
}

/** The body of a call. `session` names a variable that holds the conversation's id. */
export function bodyOf(subject: CallSubject, session?: string): WrittenObject {
  const fields: [string, WrittenValue][] = [['inputs', inputsOf(subject)]];
  if (session !== undefined) fields.push(['sessionId', { variable: session }]);
  return { fields };
}

/** The body of a call with several sets of inputs. */
export function batchBodyOf(subject: CallSubject): WrittenObject {
  const item = bodyOf(subject);
  return {
    fields: [
      ['items', { items: [item, item] }],
      ['concurrency', { value: 2 }],
    ],
  };
}

function valueOf(input: SampleInput): WrittenValue {
  if (!('variable' in input)) return { value: input.value };
  return input.isList ? { items: [{ variable: input.variable }] } : { variable: input.variable };
}
