import { queryOptions } from '@tanstack/react-query';
import { setDescriptors } from '../state/editor-store.ts';
import { api } from './api.ts';

/** The node types of the server, which the editor holds from then on. */
export const nodeTypesQuery = queryOptions({
  queryKey: ['node-types'],
  queryFn: async () => {
    const { nodeTypes } = await api.nodeTypes();
    setDescriptors(new Map(nodeTypes.map((type) => [type.type, type])));
    return nodeTypes.length;
  },
  staleTime: Infinity,
  retry: 3,
});
