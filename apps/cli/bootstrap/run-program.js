import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './paths.js';

/** Runs a program to its end in the checkout and resolves with its exit code. Passes on the signals that end us. */
export function runProgram(program, parameters, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, { cwd: root, stdio: 'inherit', ...options });
    const pass = (signal) => {
      // A terminal sends Ctrl+C to both of us, and a second one means: don't wait.
      if (signal !== 'SIGINT' || !isOnTerminal()) child.kill(signal);
    };
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.on('error', () => resolve(127));
    child.on('close', (code, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

function isOnTerminal() {
  return [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY);
}
