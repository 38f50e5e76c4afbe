/** What org shapes there are, for whoever opens an org. */
import { shapes as all } from '../schema/shapes.ts';

export const shapes: readonly string[] = all.map((shape) => shape.name);
