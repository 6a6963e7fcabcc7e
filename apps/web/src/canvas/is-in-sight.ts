interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Room that the box that adds nodes takes at the top, and the toolbar at the bottom, in pixels of the screen. */
const margin = { top: 62, bottom: 54, side: 8 };

/** Whether a box of the canvas (in its own pixels) is wholly in an area of the screen at this view. */
export function isInSight(
  box: Box,
  view: { readonly x: number; readonly y: number; readonly zoom: number },
  area: { readonly width: number; readonly height: number },
): boolean {
  const left = box.x * view.zoom + view.x;
  const top = box.y * view.zoom + view.y;
  return (
    left >= margin.side &&
    top >= margin.top &&
    left + box.width * view.zoom <= area.width - margin.side &&
    top + box.height * view.zoom <= area.height - margin.bottom
  );
}
