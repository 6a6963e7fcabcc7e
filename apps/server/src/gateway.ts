import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { socketEvents } from '@jacquard/protocol';
import { mayDo, type Identity, type Principal, type Runtime } from '@jacquard/runtime';
import { Server, type Socket } from 'socket.io';
import { credentialsOf } from './access/credentials.ts';
import type { OpenAnswers } from './access/open-answers.ts';
import { toldRules } from './operations/socket-rules.ts';
import type { OwnAddresses } from './same-site.ts';
import { countSocket } from './metrics/open-sockets.ts';
import { serveWatches } from './serve-watches.ts';

type Told = keyof typeof toldRules;
const told = Object.keys(toldRules) as readonly Told[]; // boundary: its own keys

export interface GatewayParts {
  readonly own: OwnAddresses;
  /** Connections end with what they were opened with. */
  readonly answers: OpenAnswers;
}

/**
 * The websocket side: what a client watches, and what changed in flows, models and knowledge bases. A connection is taken from our own page
 * or a program with a key, and may only watch: nothing that it sends starts or changes anything.
 */
export function openGateway(
  server: HttpServer,
  runtime: Runtime,
  { own, answers }: GatewayParts,
): { close(): Promise<void> } {
  const identities = new WeakMap<IncomingMessage, Identity>();
  const io = new Server(server, {
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: 65_536,
    allowRequest: (request, decide) => {
      identify(runtime, own, request).then(
        (identity) => {
          if (identity !== undefined) identities.set(request, identity);
          decide(null, identity !== undefined);
        },
        () => decide(null, false),
      );
    },
  });
  const { main } = runtime;
  io.on('connection', (socket) => {
    const identity = identities.get(socket.request);
    if (identity === undefined) {
      socket.disconnect(true);
      return;
    }
    countSocket(socket);
    cutWithCredential(socket, identity, answers);
    const { principal } = identity;
    void socket.join(told.filter((event) => mayHear(principal, event)));
    serveWatches(socket, runtime, principal);
  });
  const tell = (event: Told) => (change: unknown) => void io.to(event).emit(event, change);
  const stops = [
    main.stores.flows.watch(main.space, tell(socketEvents.flowChanged)),
    main.models.onChange(tell(socketEvents.modelChanged)),
    main.knowledge.onChange(tell(socketEvents.knowledgeChanged)),
  ];
  return {
    async close() {
      for (const stop of stops) stop();
      await io.close();
    },
  };
}

/** Who opens a connection; undefined for those who may not. Browsers always say which page does: a cookie without that is none of ours. */
async function identify(
  { access }: Runtime,
  own: OwnAddresses,
  request: IncomingMessage,
): Promise<Identity | undefined> {
  if (!own.isOwnHost(request) || !own.isOwnOrigin(request) || access.state === 'locked') return undefined;
  const identity = await access.identify(credentialsOf(request));
  const isByCookie = identity.credential?.startsWith('login:') === true;
  if (isByCookie && request.headers.origin === undefined) return undefined;
  return identity.principal.kind === 'nobody' ? undefined : identity;
}

function cutWithCredential(socket: Socket, { credential }: Identity, answers: OpenAnswers): void {
  if (credential === undefined) return;
  const remove = answers.add(credential, { cut: () => socket.disconnect(true) });
  socket.once('disconnect', remove);
}

/** Whether a principal is told of something; of flows, who may read all of them. */
function mayHear(principal: Principal, event: Told): boolean {
  const rule = toldRules[event];
  if (principal.kind === 'operator') return true;
  return rule !== 'operator' && principal.kind === 'key' && mayDo(principal, rule.action) && principal.flows === 'all';
}
