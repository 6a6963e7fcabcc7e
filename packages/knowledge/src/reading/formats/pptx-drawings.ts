import type { DocumentText } from '../create-document-text.ts';
import { attributeOf, childAt, childrenOf, descendantsOf, textOf, type XmlElement } from './office-xml.ts';
import { lineOf } from './pptx-shapes.ts';
import { writeFormatted } from './xlsx-number-format.ts';
import { signsOf } from './xlsx-signs.ts';

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

const neutral = signsOf(undefined);

/** Values that were saved with the chart, by their index, in their format: years and prices, not days counted since 1900. */
function pointsOf(source: XmlElement | undefined): Map<number, string> {
  const [format] = [...descendantsOf(source, 'formatCode')].map(textOf);
  const write = (value: string): string =>
    format === undefined || value.trim() === '' || Number.isNaN(Number(value))
      ? value
      : writeFormatted(Number(value), format, neutral, false);
  const points = [...descendantsOf(source, 'pt')];
  return new Map(
    points.map((point, index) => [
      Number(attributeOf(point.attributes, 'idx') ?? index),
      write(childrenOf(point, 'v').map(textOf).join(' ')),
    ]),
  );
}
