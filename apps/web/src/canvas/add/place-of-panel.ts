const size = { width: 340, height: 420 };
const margin = 12;

/** Where a panel of this size opens so that it stands beside a point of the window, and on the canvas. */
export function placeOfPanel(
  at: { readonly x: number; readonly y: number },
  canvas: DOMRect | undefined = document.querySelector('.react-flow')?.getBoundingClientRect(),
): { readonly left: number; readonly top: number; readonly maxHeight: number } {
  const area = canvas ?? new DOMRect(0, 0, innerWidth, innerHeight);
  const right = area.width - size.width - margin;
  const left = Math.max(margin, Math.min(at.x - area.left + margin, right));
  const bottom = area.height - size.height - margin;
  const top = Math.max(margin, Math.min(at.y - area.top - margin, bottom));
  return { left, top, maxHeight: area.height - top - margin };
}
