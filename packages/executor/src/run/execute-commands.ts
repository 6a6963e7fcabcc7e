import { Problem } from '@jacquard/flow';
import type { Command } from '../schedule/run-state.ts';
import { abandonStep, failStep } from './end-step.ts';
import type { Run } from './run.ts';
import { endScope, startStep } from './start-step.ts';

/** Does what the scheduler asks for. The end of the run is the caller's. */
export function executeCommand(run: Run, command: Exclude<Command, { do: 'end-run' }>): void {
  switch (command.do) {
    case 'start':
      if (!command.frame.isClosed) startStep(run, command.frame, command.node);
      return;
    case 'skip':
      if (!command.frame.isClosed) {
        const { frame, node, reason } = command;
        const step = frame.prefix + node.id;
        run.record({ type: 'step-skip', seq: run.next(), at: run.now(), step, node: node.id, reason });
      }
      return;
    case 'end-scope':
      endScope(run, command.frame, command.node, command.outputs);
      return;
    case 'fail-scope': {
      const step = run.active.get(command.frame.prefix + command.node.id);
      const { code, params, kind, node } = command.error;
      if (step !== undefined)
        failStep(run, step, new Problem(code, params, { kind, ...(node !== undefined && { node }) }));
      return;
    }
    case 'abort':
      for (const step of run.active.values()) {
        if (step.frame.isClosed) abandonStep(run, step, new Problem('step-not-needed'));
      }
  }
}
