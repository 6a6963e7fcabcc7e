import { attributeOf, type XmlElement } from './office-xml.ts';

/** Says what a paragraph is by the styles that its own stands on. */
export interface OdtStyles {
  add(style: XmlElement): void;
  /** The heading level that a style's name gives, 1 for a title; undefined for others. */
  levelOf(style: string | undefined): number | undefined;
  isTitle(style: string | undefined): boolean;
  isCaption(style: string | undefined): boolean;
}

const deepestChain = 20;

/** Names of LibreOffice's own styles are English in every language (`_20_` is a space). */
export function createOdtStyles(): OdtStyles {
  const parents = new Map<string, string>();
  const chainOf = (style: string | undefined): string[] => {
    const chain: string[] = [];
    for (let name = style; name !== undefined && chain.length < deepestChain; name = parents.get(name))
      chain.push(name);
    return chain;
  };
  const isTitle = (style: string | undefined): boolean => chainOf(style).includes('Title');
  return {
    add({ attributes }) {
      const name = attributeOf(attributes, 'name');
      const parent = attributeOf(attributes, 'parent-style-name');
      if (name !== undefined && parent !== undefined) parents.set(name, parent);
    },
    levelOf(style) {
      if (isTitle(style)) return 1;
      const level = chainOf(style)
        .map((name) => /^Heading_20_(\d)$/.exec(name)?.[1])
        .find((found) => found !== undefined);
      return level === undefined ? undefined : Number(level);
    },
    isTitle,
    isCaption: (style) => chainOf(style).includes('Caption'),
  };
}
