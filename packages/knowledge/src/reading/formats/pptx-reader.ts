import { createDocumentText, type DocumentText } from '../create-document-text.ts';
import type { FormatReader } from '../format-reader.ts';
import {
  mainPart,
  openOfficePackage,
  partAt,
  relatedPart,
  relationshipsOf,
  titleProperty,
  type OfficePackage,
} from './office-package.ts';
import { attributeOf, childAt, childrenOf, parseXml, type XmlElement } from './office-xml.ts';
import { writeChart, writeDiagram } from './pptx-drawings.ts';
import { isTitle, paragraphsOf, roleOf, shapesIn, writeShape } from './pptx-shapes.ts';

/**
 * PowerPoint presentations (ECMA-376): each visible slide is a page with its own number, its title first, then its texts,
 * tables, diagrams and the figures of its charts, then the speaker's notes.
 */
export const pptxReader: FormatReader = async (bytes, _about, context) => {
  const parts = await openOfficePackage(bytes, context);
  const paths = slidePaths(parts);
  const text = createDocumentText(context.limits);
  let title: string | undefined;
  let hidden = 0;
  for (const [index, path] of paths.entries()) {
    context.signal.throwIfAborted();
    const slide = parseXml(partAt(parts, path));
    if (/^(?:0|false)$/.test(attributeOf(slide.attributes, 'show') ?? '')) {
      hidden += 1;
    } else {
      text.setPage(index + 1);
      const heading = writeSlide(slide, text);
      title ??= heading;
      writeRelated(parts, path, text);
    }
    context.onPages(index + 1, paths.length);
  }
  return {
    ...text.finish(),
    title: title ?? titleProperty(parts),
    pages: paths.length,
    warnings: hidden > 0 ? [{ code: 'slides-hidden', params: { count: hidden } }] : [],
  };
};

/** In the order in which they are shown. */
function slidePaths(parts: OfficePackage): string[] {
  const main = mainPart(parts);
  const relationships = relationshipsOf(parts, main);
  return childrenOf(childAt(parseXml(partAt(parts, main)), 'sldIdLst'), 'sldId').flatMap(({ attributes }) => {
    // A slide has an id of its own beside that of the relationship.
    const key = Object.keys(attributes).find((name) => name.endsWith(':id')) ?? '';
    const target = relationships.find(({ id }) => id === attributes[key])?.target;
    return target === undefined ? [] : [target];
  });
}

/** Returns the slide's title. */
function writeSlide(slide: XmlElement, text: DocumentText): string | undefined {
  const shapes = [...shapesIn(childAt(slide, 'cSld', 'spTree'))];
  const titles = shapes
    .filter(isTitle)
    .map(linesOf)
    .filter((line) => line !== '');
  for (const title of titles) text.addHeading(title, 1);
  for (const shape of shapes) if (!isTitle(shape)) writeShape(shape, text);
  return titles[0]?.replaceAll(/\s+/g, ' ');
}

function writeRelated(parts: OfficePackage, path: string, text: DocumentText): void {
  const relationships = relationshipsOf(parts, path);
  for (const { type, target } of relationships) {
    const part = parts.get(target);
    if (part && type === 'diagramData') writeDiagram(parseXml(part), text);
    else if (part && type === 'chart') writeChart(parseXml(part), text);
  }
  const notes = relatedPart(parts, relationships, 'notesSlide');
  if (!notes) return;
  for (const shape of shapesIn(childAt(parseXml(notes), 'cSld', 'spTree'))) {
    if (roleOf(shape) === 'body') text.addParagraph(linesOf(shape));
  }
}

function linesOf(shape: XmlElement): string {
  return paragraphsOf(shape)
    .map((paragraph) => paragraph.text)
    .filter((line) => line !== '')
    .join('\n');
}
