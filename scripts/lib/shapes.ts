/** The org shapes that Apex can be tested in: those of the local org, and a customer's own rules on top of the usual one. */
import { shapes } from '../../local-org/index.ts';

export interface TestShape {
  readonly name: string;
  /** `Settings.shape` */
  readonly org: string;
  /** What is deployed before the project. */
  readonly folders: readonly string[];
}

export const testShapes: readonly TestShape[] = [
  ...shapes.map((name) => ({ name, org: name, folders: [] })),
  { name: 'hostile', org: 'standard', folders: ['simulation/hostile'] },
];

export function testShape(name: string): TestShape | undefined {
  return testShapes.find((shape) => shape.name === name);
}
