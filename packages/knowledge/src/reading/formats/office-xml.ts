import { Problem } from '@jacquard/flow';
import { Parser } from 'htmlparser2';

/** An element of XML. Names are local: namespaces' prefixes differ between the programs that write office documents. */
export interface XmlElement {
  readonly name: string;
  /** With their prefixes; ask `attributeOf`. */
  readonly attributes: XmlAttributes;
  readonly children: (XmlElement | string)[];
}

export type XmlAttributes = Readonly<Record<string, string>>;

/** Told of XML's parts as they are met, in order. Text may come in pieces. */
export interface XmlVisitor {
  open(name: string, attributes: XmlAttributes): void;
  text(text: string): void;
  close(name: string): void;
}

const pieceBytes = 65_536;
const deepest = 256;
const mostNodes = 3_000_000;

/**
 * Reads XML piece by piece, so that a generator can hand on what `visitor` has gathered after each. Entities of its own
 * aren't expanded: a document that declares one is refused. Throws `document-damaged`, too, when elements lie deeper than
 * any office document has them, or when the end is cut off.
 */
export function* walkXml(bytes: Uint8Array, visitor: XmlVisitor): Generator<void, void, void> {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > deepest) throw new Problem('document-damaged');
        visitor.open(localName(name), attributes);
      },
      ontext: (text) => visitor.text(text),
      onclosetag(name) {
        depth -= 1;
        visitor.close(localName(name));
      },
      onprocessinginstruction(name) {
        if (/^!ENTITY/i.test(name)) throw new Problem('document-damaged');
      },
    },
    { xmlMode: true },
  );
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    parser.write(decoder.decode(bytes.subarray(start, start + pieceBytes), { stream: true }));
    yield;
  }
  parser.write(decoder.decode());
  if (depth > 0) throw new Problem('document-damaged');
  parser.end();
  yield;
}

/** The elements that `isWanted` names, each with all that it holds, one after another; the rest of the XML is passed over. */
export function* xmlElements(
  bytes: Uint8Array,
  isWanted: (name: string, parent: string | undefined) => boolean,
): Generator<XmlElement, void, void> {
  const outer: string[] = [];
  const open: XmlElement[] = [];
  let found: XmlElement[] = [];
  let nodes = 0;
  const walk = walkXml(bytes, {
    open(name, attributes) {
      const parent = open.at(-1);
      if (!parent && !isWanted(name, outer.at(-1))) {
        outer.push(name);
        return;
      }
      nodes += 1;
      if (nodes > mostNodes) throw new Problem('document-too-large', { what: 'document-blocks', limit: mostNodes });
      const element = { name, attributes, children: [] };
      parent?.children.push(element);
      open.push(element);
    },
    text(text) {
      const children = open.at(-1)?.children;
      const last = children?.at(-1);
      if (children && typeof last === 'string') children[children.length - 1] = last + text;
      else children?.push(text);
    },
    close() {
      const closed = open.pop();
      if (!closed) outer.pop();
      else if (open.length === 0) found.push(closed);
      if (open.length === 0) nodes = 0;
    },
  });
  for (const _ of walk) {
    yield* found;
    found = [];
  }
}

/** The whole of it. Throws `document-damaged` when there is none. */
export function parseXml(bytes: Uint8Array): XmlElement {
  for (const root of xmlElements(bytes, () => true)) return root;
  throw new Problem('document-damaged');
}

/** An attribute by its local name. */
export function attributeOf(attributes: XmlAttributes, name: string): string | undefined {
  if (Object.hasOwn(attributes, name)) return attributes[name];
  const key = Object.keys(attributes).find((key) => key.endsWith(name) && key.at(-name.length - 1) === ':');
  return key === undefined ? undefined : attributes[key];
}

/** Child elements, those of one name if it is given. */
export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The element that these names lead to, each a child of the one before. */
export function childAt(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((at, name) => childrenOf(at, name)[0], element);
}

/** Every element of this name within it, in order, not those within another of them. */
export function* descendantsOf(element: XmlElement | undefined, name: string): Generator<XmlElement, void, void> {
  for (const child of childrenOf(element)) {
    if (child.name === name) yield child;
    else yield* descendantsOf(child, name);
  }
}

/** All text within it. */
export function textOf(element: XmlElement | undefined): string {
  return (element?.children ?? []).map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
