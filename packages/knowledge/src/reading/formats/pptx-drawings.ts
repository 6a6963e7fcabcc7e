import type { DocumentText } from '../create-document-text.ts';
import { attributeOf, childAt, childrenOf, descendantsOf, textOf, type XmlElement } from './office-xml.ts';
import { lineOf } from './pptx-shapes.ts';

/** Writes the words of a diagram ("SmartArt"): each of its points, in the order in which they were written. */
export function writeDiagram(data: XmlElement, text: DocumentText): void {
  for (const point of descendantsOf(data, 'pt')) {
    for (const paragraph of descendantsOf(childAt(point, 't'), 'p')) text.addListItem(lineOf(paragraph));
  }
}

/** Writes a chart as the table that it was drawn from: a row a category, a column a series. */
export function writeChart(chart: XmlElement, text: DocumentText): void {
  const title = [...descendantsOf(childAt(chart, 'chart', 'title'), 'p')].map(lineOf).join(' ').trim();
  const series = [...descendantsOf(childAt(chart, 'chart', 'plotArea'), 'ser')];
  const categories = pointsOf(childAt(series[0], 'cat') ?? childAt(series[0], 'xVal'));
  const values = series.map((one) => pointsOf(childAt(one, 'val') ?? childAt(one, 'yVal')));
  const count = Math.max(0, ...[categories, ...values].map((points) => points.size));
  text.addParagraph(title);
  text.addTable({
    ...(title !== '' && { name: title }),
    header: ['', ...series.map((one) => [...pointsOf(childAt(one, 'tx')).values()].join(' '))],
    rows: Array.from({ length: count }, (_, index) => ({
      cells: [categories.get(index) ?? '', ...values.map((points) => points.get(index) ?? '')],
      number: index + 2,
    })),
  });
}

/** Values that were saved with the chart, by their index. */
function pointsOf(source: XmlElement | undefined): Map<number, string> {
  const points = [...descendantsOf(source, 'pt')];
  return new Map(
    points.map((point, index) => [
      Number(attributeOf(point.attributes, 'idx') ?? index),
      childrenOf(point, 'v').map(textOf).join(' '),
    ]),
  );
}
