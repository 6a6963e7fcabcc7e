import { Problem, type JsonValue } from '@jacquard/flow';
import type { Resolver } from '../interfaces.ts';
import type { External } from '../plan/plan.ts';

/** The values of a plan's settings, secrets and files, and why some are missing, by their place in the plan. */
export interface ResolvedExternals {
  readonly values: readonly (JsonValue | undefined)[];
  readonly missing: ReadonlyMap<number, Problem>;
}

/** Looks everything up once, before the run. What is missing fails the step that needs it (`isNeeded`). */
export async function resolveExternals(
  externals: readonly External[],
  resolver: Resolver,
  flowId: string,
  signal: AbortSignal,
): Promise<ResolvedExternals> {
  const missing = new Map<number, Problem>();
  const values = await Promise.all(
    externals.map(async (external, place) => {
      try {
        return await resolve(external, resolver, flowId, signal);
      } catch (error) {
        const problem = Problem.is(error)
          ? error
          : new Problem('external-failed', { what: external.what }, { kind: 'operational', cause: error });
        missing.set(place, problem);
        return undefined;
      }
    }),
  );
  return { values, missing };
}

/**
 * True when what is missing fails its step or component. A secret that is named always does: without it a request would go
 * out unsigned, and the refusal would send the person looking for a wrong key.
 */
export function isNeeded({ code }: Problem, isRequired: boolean): boolean {
  return isRequired || code === 'secret-missing';
}

async function resolve(
  external: External,
  resolver: Resolver,
  flowId: string,
  signal: AbortSignal,
): Promise<JsonValue> {
  switch (external.what) {
    case 'setting': {
      const value = (await resolver.setting(external.name, signal)) ?? external.fallback;
      if (value === undefined) throw new Problem('setting-missing', { name: external.name });
      return value;
    }
    case 'secret': {
      if (!(await resolver.hasSecret(external.name))) throw new Problem('secret-missing', { name: external.name });
      return { secret: external.name };
    }
    default:
      return resolver.file(external.flow ?? flowId, external.reference);
  }
}
