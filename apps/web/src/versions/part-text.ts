import { isObjectInput, parseAddress, nodesById, ownValue, type FlowDocument, type Input } from '@jacquard/flow';
import { nodeTitle } from '../bottom/node-title.ts';
import type { DifferenceWords } from './part-label.ts';

/** What a part holds, as one text: a prompt as it is, a wire by where it comes from, a list one item a line. */
export function partText(part: string, value: unknown, document: FlowDocument, words: DifferenceWords): string {
  const { t, language, descriptors } = words;
  if (value === undefined) return part === 'scope' ? t('versions.top') : '';
  if (part === 'scope' && typeof value === 'string') return nodeTitle(value, document, descriptors, language);
  if (part === 'type' && typeof value === 'string') return descriptors.get(value)?.title[language] ?? value;
  if (part === 'nodes' && Array.isArray(value)) {
    return value.map((id) => nodeTitle(String(id), document, descriptors, language)).join('\n');
  }
  if (part.startsWith('inputs:') || part === 'until' || part.startsWith('outputs:') || part === 'text') {
    return inputText(value as Input, document, words); // boundary: these parts hold inputs
  }
  if (typeof value === 'boolean') return t(value ? 'versions.yes' : 'versions.no');
  return typeof value === 'string' ? value : JSON.stringify(value, undefined, 2);
}

function inputText(input: Input, document: FlowDocument, words: DifferenceWords): string {
  const { t } = words;
  if (input === null) return t('versions.nothing');
  if (typeof input === 'boolean') return t(input ? 'versions.yes' : 'versions.no');
  if (typeof input === 'string' || typeof input === 'number') return String(input);
  if (!isObjectInput(input)) return input.map((item) => inputText(item, document, words)).join('\n');
  if ('from' in input) return addressText(input.from, document, words);
  if ('lines' in input) return input.lines.join('\n');
  if ('secret' in input) return t('versions.secret', { name: input.secret });
  if ('setting' in input) return t('versions.setting', { name: input.setting });
  if ('file' in input) return input.name ?? input.file;
  return JSON.stringify(input.value, undefined, 2);
}

/** Where a wire comes from: the node and its output, by the names that they bear. */
export function addressText(
  address: string,
  document: FlowDocument,
  { descriptors, language }: DifferenceWords,
): string {
  const { node, port } = parseAddress(address);
  const type = nodesById(document).get(node)?.node.type;
  const label = ownValue(descriptors.get(type ?? '')?.outputs, port)?.label[language] ?? port;
  return `← ${nodeTitle(node, document, descriptors, language)} · ${label}`;
}
