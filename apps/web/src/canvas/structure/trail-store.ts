import { z } from 'zod';
import { create } from 'zustand';

const stopSchema = z.object({ flowId: z.string(), name: z.string(), scope: z.string().optional() });
const trailSchema = z.object({ flowId: z.string().optional(), stops: z.array(stopSchema).max(20) });

/** A flow that a person came from, and the scope that was entered there. */
export type Stop = z.infer<typeof stopSchema>;
type Trail = z.infer<typeof trailSchema>;

const key = 'jacquard-trail';
const nowhere: Trail = { flowId: undefined, stops: [] };

/** By which flows a person came into the open one, through sub-flows; it outlives a reload of the tab. */
export const useTrail = create<Trail>()(() => readTrail());

function readTrail(): Trail {
  try {
    return trailSchema.safeParse(JSON.parse(sessionStorage.getItem(key) ?? '{}')).data ?? nowhere;
  } catch {
    return nowhere;
  }
}

function keep(trail: Trail): void {
  useTrail.setState(trail);
  sessionStorage.setItem(key, JSON.stringify(trail));
}

/** The way into a flow; empty when it wasn't entered through a sub-flow. */
export function trailTo({ flowId, stops }: Trail, flow: string | undefined): readonly Stop[] {
  return flow !== undefined && flowId === flow ? stops : [];
}

/** Notes the step from one flow into another that it calls. */
export function followTo(flowId: string, from: Omit<Stop, 'scope'> & { readonly scope: string | undefined }): void {
  const { scope, ...stop } = from;
  const before = trailTo(useTrail.getState(), from.flowId);
  keep({ flowId, stops: [...before, { ...stop, ...(scope !== undefined && { scope }) }].slice(-20) });
}

/** Notes the way back to a flow of the trail. */
export function goBackTo(stop: Stop): void {
  const { stops } = useTrail.getState();
  keep({ flowId: stop.flowId, stops: stops.slice(0, stops.indexOf(stop)) });
}
