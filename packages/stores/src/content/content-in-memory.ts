import type { Content } from './content.ts';

/** Content that lives as long as the process. */
export function createContentInMemory(): Content {
  const contents = new Map<string, Uint8Array>();
  return {
    location: (sha256) => `memory:${sha256}`,
    async receive() {
      const chunks: Uint8Array[] = [];
      return {
        write: async (chunk) => void chunks.push(Uint8Array.from(chunk)),
        finish: async () => {},
        place: (sha256) => void contents.set(sha256, Buffer.concat(chunks)),
        discard: async () => void chunks.splice(0),
      };
    },
    read: async (sha256) => contents.get(sha256),
    remove: (sha256) => void contents.delete(sha256),
    listOlder: async () => [...contents.keys()],
  };
}
