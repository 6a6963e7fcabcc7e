import type { Page } from 'playwright-core';

/** Milliseconds from frame to frame, in the order in which they were drawn. */
export type FrameTimes = readonly number[];

/** Pans to and fro by the wheel, a step a frame, and tells how long each frame took. */
export async function measurePanning(page: Page, frames: number): Promise<FrameTimes> {
  return page.evaluate(async (count) => {
    const pane = document.querySelector('.react-flow__pane');
    if (!pane) throw new Error('no canvas');
    const { left, top, width, height } = pane.getBoundingClientRect();
    const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true };
    const times: number[] = [];
    let before = await new Promise<number>((resume) => requestAnimationFrame(resume));
    for (let frame = 0; frame < count; frame += 1) {
      const deltaX = Math.floor(frame / 40) % 2 === 0 ? 14 : -14;
      pane.dispatchEvent(new WheelEvent('wheel', { ...at, deltaX, deltaY: deltaX / 2 }));
      const now = await new Promise<number>((resume) => requestAnimationFrame(resume));
      times.push(now - before);
      before = now;
    }
    return times;
  }, frames);
}
