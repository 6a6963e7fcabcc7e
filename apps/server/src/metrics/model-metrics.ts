import type { Runtime } from '@jacquard/runtime';
import { Gauge, type Registry } from 'prom-client';

/** Figures of the process that runs local models: its memory, and what waits for it. */
export function addModelMetrics(registry: Registry, { main }: Runtime): void {
  const registers = [registry];
  const requests = new Gauge({
    name: 'jacquard_model_host_requests',
    help: 'Requests that local models work on, and that wait for them.',
    labelNames: ['state'],
    registers,
  });
  const memory = new Gauge({
    name: 'jacquard_model_host_memory_bytes',
    help: 'Memory of the process that runs local models; 0 while there is none.',
    registers,
    async collect() {
      const { host } = await main.modelDesk.insides.host();
      memory.set(host?.memory ?? 0);
      const sum = (of: 'busy' | 'waiting') => (host?.models ?? []).reduce((total, model) => total + model[of], 0);
      requests.set({ state: 'busy' }, sum('busy'));
      requests.set({ state: 'waiting' }, sum('waiting'));
    },
  });
}
