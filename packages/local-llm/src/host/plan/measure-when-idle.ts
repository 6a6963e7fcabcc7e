import type { Engine } from '../engine/open-engine.ts';
import type { ModelCache } from '../model-cache.ts';
import { choosePlan, plansFor } from './engine-plan.ts';
import { measurePlans } from './measure-plans.ts';
import type { PlanBook } from './plan-book.ts';

/** Milliseconds between two looks whether nothing is asked. */
const pause = 3_000;

/** Tries the plans of each model that is loaded and wasn't measured on this machine, once nothing is asked; gives way to requests. */
export function measureWhenIdle({ scheduler, cores }: Engine, models: ModelCache, book: PlanBook): void {
  const measured = new Set<string>();
  let wasQuiet = false;
  let isMeasuring = false;
  const isQuiet = (): boolean => {
    const { waiting, working } = scheduler.load();
    return waiting + working === 0;
  };
  setInterval(() => {
    const isReady = wasQuiet && isQuiet() && !isMeasuring;
    wasQuiet = isQuiet();
    const next = isReady && models.list().find(({ path, isMeasured }) => !isMeasured && !measured.has(path));
    if (!next) return;
    isMeasuring = true;
    const trying = async (): Promise<void> => {
      const { loaded, release } = await models.use(next.path);
      try {
        const tried = await measurePlans(loaded.model, plansFor(cores), isQuiet);
        if (!tried) return;
        measured.add(next.path);
        const plan = choosePlan(tried);
        if (!plan) return;
        next.follow(plan);
        await book.keep(next.path, plan);
      } finally {
        release();
      }
    };
    trying()
      .catch(() => void measured.add(next.path)) // it can't be measured: the plan to begin with stays
      .finally(() => (isMeasuring = false));
  }, pause).unref();
}
