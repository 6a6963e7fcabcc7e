import type { Input } from '@jacquard/flow';

/** A text as the document has it: several lines one by one, so that a prompt is read and compared line by line. */
export function inputOfText(text: string): Input {
  const plain = text.replaceAll('\r\n', '\n');
  return plain.includes('\n') ? { lines: plain.split('\n') } : plain;
}
