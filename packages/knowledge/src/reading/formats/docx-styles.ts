import { attributeOf, childAt, childrenOf, parseXml, type XmlElement } from './office-xml.ts';

/** What a paragraph's style says of it, with what it inherits. */
export interface DocxStyle {
  /** In lower case; Word's own are English in every language. */
  readonly name: string;
  /** From 1, of headings. */
  readonly level?: number | undefined;
  readonly numbering?: NumberingPlace | undefined;
}

/** A list, and how deep in it, from 0. */
export interface NumberingPlace {
  readonly list: string;
  readonly depth: number;
}

const deepestChain = 20;

/** Styles by id; those that stand on another have what it says unless they say it themselves. */
export function readDocxStyles(bytes: Uint8Array | undefined): ReadonlyMap<string, DocxStyle> {
  const elements = new Map<string, XmlElement>();
  if (bytes) {
    for (const style of childrenOf(parseXml(bytes), 'style')) {
      elements.set(attributeOf(style.attributes, 'styleId') ?? '', style);
    }
  }
  const resolve = (id: string, left: number): DocxStyle => {
    const element = elements.get(id);
    const base = valueOf(element, 'basedOn');
    const above = base !== undefined && left > 0 ? resolve(base, left - 1) : undefined;
    const name = (valueOf(element, 'name') ?? '').toLowerCase();
    const properties = childAt(element, 'pPr');
    return {
      name,
      level: levelIn(properties) ?? headingLevel(name) ?? above?.level,
      numbering: numberingIn(properties) ?? above?.numbering,
    };
  };
  return new Map([...elements.keys()].map((id) => [id, resolve(id, deepestChain)]));
}

/** The heading's level that paragraph properties set, from 1. */
function levelIn(properties: XmlElement | undefined): number | undefined {
  const outline = Number(valueOf(properties, 'outlineLvl') ?? Number.NaN);
  return outline >= 0 && outline < 9 ? outline + 1 : undefined;
}

/** The list that paragraph properties set; list "0" takes a paragraph out of its style's list. */
function numberingIn(properties: XmlElement | undefined): NumberingPlace | undefined {
  const numbering = childAt(properties, 'numPr');
  const list = valueOf(numbering, 'numId');
  if (list === undefined) return undefined;
  const depth = Number(valueOf(numbering, 'ilvl') ?? 0);
  return { list, depth: Number.isInteger(depth) && depth >= 0 && depth < 9 ? depth : 0 };
}

/** The `val` of a child. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  const child = childAt(element, name);
  return child && attributeOf(child.attributes, 'val');
}

function headingLevel(name: string): number | undefined {
  const level = /^heading (\d)$/.exec(name)?.[1];
  return level === undefined ? undefined : Number(level);
}

/** What a paragraph is: by its own properties first, by its style second. */
export interface DocxRole {
  /** Its style's. */
  readonly name: string;
  readonly level?: number | undefined;
  readonly place?: NumberingPlace | undefined;
  /** A line of a table of contents. */
  readonly isContents: boolean;
}

/** See {@link DocxRole}. A title is a heading of level 1. */
export function roleOf(properties: XmlElement | undefined, styles: ReadonlyMap<string, DocxStyle>): DocxRole {
  const style = styles.get(valueOf(properties, 'pStyle') ?? '');
  const name = style?.name ?? '';
  const own = numberingIn(properties);
  // "List Bullet" and its like are lists even where a program left out of which.
  const named = /^list (?:bullet|number)/.test(name) ? { list: '', depth: 0 } : undefined;
  return {
    name,
    level: name === 'title' ? 1 : (levelIn(properties) ?? style?.level),
    place: own?.list === '0' ? undefined : (own ?? style?.numbering ?? named),
    isContents: /^toc (?:\d|heading)/.test(name),
  };
}
