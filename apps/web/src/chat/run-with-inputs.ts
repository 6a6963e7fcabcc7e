import { runAsWished } from '../state/run-as-wished.ts';

/** Runs the flow with what is filled in; shows what is missing instead when something needed is. */
export async function runWithInputs(afresh: boolean): Promise<void> {
  await runAsWished(afresh ? { afresh } : {});
}
