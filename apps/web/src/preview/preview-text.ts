import {
  composeText,
  literalOf,
  type ComposedText,
  type FlowNode,
  type InputPort,
  type JsonValue,
} from '@jacquard/flow';

/**
 * What a composed output will hold with the fields as they stand. An input that comes over a wire, or is looked up when a run
 * begins, stands there by its label: ‹Task›.
 */
export function previewText(
  composed: ComposedText,
  node: Pick<FlowNode, 'inputs'>,
  ports: Readonly<Record<string, InputPort>>,
  language: 'en' | 'fr',
): string {
  const values: Record<string, JsonValue | undefined> = {};
  for (const [name, port] of Object.entries(ports)) {
    const input = node.inputs?.[name];
    values[name] = input === undefined ? port.default : (literalOf(input) ?? `‹${port.label[language]}›`);
  }
  return composeText(composed, values);
}
