/** The wire that is drawn at a point of the window, under whatever else is there. */
export function wireAt(x: number, y: number): string | undefined {
  for (const element of document.elementsFromPoint(x, y)) {
    const edge = element.closest('.react-flow__edge');
    if (edge instanceof SVGElement) return edge.dataset['id'];
  }
  return undefined;
}
