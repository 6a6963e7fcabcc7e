import type { Locator } from 'playwright-core';
import type { NamedFile } from '../fixtures/reading-room.ts';

/** Drops files on the middle of a place, as if they came from a folder of the machine. */
export async function dropFiles(place: Locator, files: readonly NamedFile[]): Promise<void> {
  const encoded = files.map(({ name, content }) => [name, Buffer.from(content).toString('base64')] as const);
  const dataTransfer = await place.page().evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const [name, content] of list) {
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, encoded);
  const { x = 0, y = 0, width = 0, height = 0 } = (await place.boundingBox()) ?? {};
  const at = { clientX: x + width / 2, clientY: y + height / 2 };
  for (const type of ['dragenter', 'dragover', 'drop']) await place.dispatchEvent(type, { dataTransfer, ...at });
  await dataTransfer.dispose();
}
