import type { Runtime } from '@jacquard/runtime';
import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import { countStreams } from '../event-stream.ts';
import type { FindOperation } from '../operations/find-once.ts';
import { addModelMetrics } from './model-metrics.ts';
import { countSockets } from './open-sockets.ts';
import { addRunMetrics, gauge } from './run-metrics.ts';

/** The figures of one server: what counts requests, and what answers the figures to Prometheus. */
export interface ServerMetrics {
  readonly countRequest: RequestHandler;
  readonly answer: RequestHandler;
}

const buckets = [0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30, 120];

/** Makes them. Requests are counted by the table's paths, so that nobody makes up labels by asking for addresses that there aren't. */
export function createServerMetrics(runtime: Runtime, find: FindOperation): ServerMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'jacquard_http_requests_total',
    help: 'Requests that were answered.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'jacquard_http_request_duration_seconds',
    help: 'Until the answer was complete; of streams, until they ended.',
    labelNames: ['method', 'route'],
    buckets,
    registers,
  });
  gauge(registry, 'jacquard_streams_open', 'Streams of server-sent events that are open.', countStreams);
  gauge(registry, 'jacquard_sockets_open', 'Connections of the websocket that are open.', countSockets);
  addRunMetrics(registry, runtime);
  addModelMetrics(registry, runtime);
  return {
    countRequest(request, response, next) {
      const begun = performance.now();
      const { operation } = find(request);
      response.once('close', () => {
        const route = operation?.path ?? 'other';
        const known = operation?.method ?? 'OTHER';
        requests.inc({ method: known, route, status: String(response.statusCode) });
        durations.observe({ method: known, route }, (performance.now() - begun) / 1_000);
      });
      next();
    },
    async answer(_request, response) {
      response
        .set({ 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' })
        .send(await registry.metrics());
    },
  };
}
