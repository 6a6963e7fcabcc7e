import { useStore, type InternalNode, type ReactFlowState } from '@xyflow/react';
import { useCallback } from 'react';
import { roomBefore, type Cover } from './room-before.ts';

/** As wide as the columns of `scope-frame.module.css`. */
const frameColumn = 190;

/** Pixels at a zoom of 1 beyond which nothing is written on a wire. */
const most = 160;

type Known = { readonly covers: readonly Cover[]; readonly rooms: Map<string, number> };

/** What was found for the elements as they are drawn: asked anew with each move of the view, told anew when one of them moves. */
const known = new WeakMap<ReactFlowState['nodes'], Known>();

/** How far it is free at the left of the place where a wire ends, in whole pixels at a zoom of 1. */
export function useRoomBefore(x: number, y: number): number {
  return useStore(
    useCallback(
      ({ nodes, nodeLookup }: ReactFlowState) => {
        const found = known.get(nodes) ?? { covers: [...nodeLookup.values()].flatMap(coverOf), rooms: new Map() };
        known.set(nodes, found);
        const place = `${x} ${y}`;
        const room = found.rooms.get(place) ?? Math.floor(roomBefore({ x, y }, found.covers, most));
        found.rooms.set(place, room);
        return room;
      },
      [x, y],
    ),
  );
}

/** The frame of a group has its name alone, above its nodes. */
function coverOf({ type, measured, internals }: InternalNode): Cover[] {
  const { width, height } = measured;
  if (width === undefined || height === undefined || type === 'group-frame') return [];
  const isFrame = type === 'scope' || type === 'stage';
  return [{ ...internals.positionAbsolute, width, height, ...(isFrame && { column: frameColumn }) }];
}
