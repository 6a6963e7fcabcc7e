import { isComponentKind, kindFits, type Kind, type Language } from '@jacquard/flow';
import type { CanvasFlow, CanvasNode } from '../projection/project-flow.ts';
import { nodesInReach } from './nodes-in-reach.ts';

/** A value that a template could take: the name that its variable would have, and where it comes from. */
export interface VariableOffer {
  readonly name: string;
  /** The output's address; undefined for an input that the node has already. */
  readonly from: string | undefined;
  /** Title of the node and label of the output, for people. */
  readonly place: string;
}

const mostOffers = 60;

/**
 * What a variable of a node may stand for, likeliest first: the inner values of the loops around it (an item), then the
 * outputs of nodes near it that fit. Nodes that read this one, and those inside other loops, are left out: they can't be
 * wired here.
 */
export function variableOffers(canvas: CanvasFlow, id: string, kind: Kind, language: Language): VariableOffer[] {
  const { around, others } = nodesInReach(canvas, id);
  const inner = around.flatMap((scope) => offersOf(scope, 'inner', kind, language));
  const outer = others.flatMap((node) => offersOf(node, 'outputs', kind, language));
  return withOwnNames([...inner, ...outer].slice(0, mostOffers));
}

function offersOf(node: CanvasNode, side: 'inner' | 'outputs', kind: Kind, language: Language): VariableOffer[] {
  const ports = Object.entries(node.ports[side]).filter(([name]) => name !== 'error');
  const fitting = ports.filter(
    ([, port]) => !isComponentKind(port.kind) && kindFits(port.kind, kind).fit !== 'refused',
  );
  const title = node.node.title ?? node.descriptor?.title[language] ?? node.id;
  return fitting.map(([name, port]) => ({
    name: side === 'outputs' && ports.length === 1 ? node.id : name,
    from: `${node.id}.${name}`,
    place: `${title} · ${port.label[language]}`,
  }));
}

/** Outputs of the same name get that of their node in front. */
function withOwnNames(offers: readonly VariableOffer[]): VariableOffer[] {
  const taken = new Set<string>();
  return offers.map((offer) => {
    const name = taken.has(offer.name) ? (offer.from ?? offer.name).replace('.', '-') : offer.name;
    taken.add(name);
    return { ...offer, name };
  });
}
