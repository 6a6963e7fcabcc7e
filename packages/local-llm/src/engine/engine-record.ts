import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, platform } from 'node:os';
import { join } from 'node:path';
import { jsonValueSchema } from '@jacquard/flow';
import { z } from 'zod';
import { engineNameSchema } from './engine-choice.ts';

const problemSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), jsonValueSchema),
  kind: z.enum(['user', 'operational', 'bug']),
});

const trialSchema = z.object({
  /** Of the engine that was tried. */
  version: z.string(),
  devices: z.array(z.string()).optional(),
  speed: z.object({ graphics: z.number(), processor: z.number() }).optional(),
  /** Why it doesn't work here; absent where it does. */
  error: problemSchema.optional(),
});
/** What is remembered of an engine that was tried here. */
export type RememberedTrial = z.infer<typeof trialSchema>;

const machineSchema = z.object({
  /** What a person wants models to run on. */
  chosen: engineNameSchema,
  /** How many hosts in a row died before they had answered anything. */
  crashes: z.number().int().nonnegative(),
  trials: z.record(z.string(), trialSchema),
});
/** What is remembered of this machine. */
type MachineRecord = z.infer<typeof machineSchema>;

const recordSchema = z.record(z.string(), machineSchema);

const fresh: MachineRecord = { chosen: 'cpu', crashes: 0, trials: {} };

/** A machine's choice and trials, in `engines.json` of the engines' folder: a home may be carried to another machine. */
export interface EngineRecord {
  read(): MachineRecord;
  /** Changes what is remembered; what can't be written is forgotten with the process. */
  change(patch: Partial<MachineRecord>): void;
}

/** See {@link EngineRecord}. A file that is damaged counts as empty. */
export function createEngineRecord(folder: string, machine = machineKey()): EngineRecord {
  const file = join(folder, 'engines.json');
  let unwritten: MachineRecord | undefined;
  const readAll = (): z.infer<typeof recordSchema> => {
    try {
      return recordSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return {};
    }
  };
  const read = (): MachineRecord => unwritten ?? readAll()[machine] ?? fresh;
  return {
    read,
    change(patch) {
      const changed = { ...read(), ...patch };
      try {
        mkdirSync(folder, { recursive: true });
        const text = `${JSON.stringify({ ...readAll(), [machine]: changed }, null, 2)}\n`;
        writeFileSync(`${file}.${process.pid}`, text);
        renameSync(`${file}.${process.pid}`, file);
        unwritten = undefined;
      } catch {
        unwritten = changed;
      }
    },
  };
}

/** Tells machines apart as far as engines go. A container of the same image on the same machine is the same. */
function machineKey(): string {
  const facts = [platform(), arch(), cpus()[0]?.model ?? '', availableParallelism()];
  return hash('sha256', facts.join('\n')).slice(0, 16);
}
