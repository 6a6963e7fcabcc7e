import type { FlowView } from './flow-view.ts';
import { findCycle } from './graph.ts';
import { scopeGraphs } from './scope-graph.ts';

/** Reports one cycle of each scope that has one, with the way round. */
export function checkCycles({ flow, nodes, report }: FlowView): void {
  for (const graph of scopeGraphs(flow, nodes).values()) {
    const cycle = findCycle(graph);
    const first = cycle?.[0];
    if (cycle === undefined || first === undefined) continue;
    const path = cycle.length > 20 ? [...cycle.slice(0, 19), '…'] : cycle;
    report({ code: 'flow-cycle', severity: 'error', params: { path: [...path, first] }, node: first });
  }
}
