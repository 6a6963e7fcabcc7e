import type { ChatUsage } from '@jacquard/node-kit';
import type { HostReply } from '../host/host-reply.ts';

/** What a request took of energy, as its last reply says; empty where the host doesn't. */
export function energyOf(reply: HostReply): Pick<ChatUsage, 'energy' | 'energyEstimated'> {
  if (!('energy' in reply) || reply.energy === undefined) return {};
  return { energy: reply.energy, energyEstimated: reply.energyEstimated ?? false };
}
