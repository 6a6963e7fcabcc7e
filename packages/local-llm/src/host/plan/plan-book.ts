import { readFile, stat } from 'node:fs/promises';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { writeRecord } from '../../write-record.ts';
import type { EnginePlan } from './engine-plan.ts';

const planSchema = z.object({
  lanes: z.number().int().positive(),
  threads: z.number().int().positive(),
  width: z.number().int().positive(),
});

/** Plans that were measured, by machine and model: kept beside the models in `engine-plans.json`. */
export interface PlanBook {
  find(path: string): Promise<EnginePlan | undefined>;
  /** What can't be kept is measured again another time. */
  keep(path: string, plan: EnginePlan): Promise<void>;
}

/** See {@link PlanBook}. Another processor, engine or file is another entry. */
export function createPlanBook(engine: string, cores: number): PlanBook {
  const machine = `${cpus()[0]?.model.trim() ?? ''} ${cores} ${engine}`;
  const fileOf = (path: string): string => join(dirname(path), 'engine-plans.json');
  const read = async (path: string): Promise<Record<string, EnginePlan>> => {
    try {
      return z.record(z.string(), planSchema).parse(JSON.parse(await readFile(fileOf(path), 'utf8')));
    } catch {
      return {};
    }
  };
  const entryOf = async (path: string): Promise<string> => {
    const { size, mtimeMs } = await stat(path);
    return `${machine} ${path.slice(dirname(path).length + 1)} ${size} ${Math.round(mtimeMs)}`;
  };
  return {
    find: async (path) => (await read(path))[await entryOf(path)],
    async keep(path, plan) {
      try {
        await writeRecord(fileOf(path), { ...(await read(path)), [await entryOf(path)]: plan });
      } catch {
        // a full or read-only disk
      }
    },
  };
}
