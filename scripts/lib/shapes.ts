/** The org shapes that Apex can be tested in: those of the local org, and a customer's own rules on top of the usual one. */
import { shapes } from '../../local-org/index.ts';
import { PRODUCT_FOLDERS } from './demoOrg.ts';

export interface TestShape {
  readonly name: string;
  /** `Settings.shape` */
  readonly org: string;
  /** What is deployed before the project. */
  readonly folders: readonly string[];
  /** The product's folders that deploy there: `local/` and `samples/` need licences and sites. */
  readonly product: readonly string[];
  /** Something there stands in the way of tests that make contacts and portal users: they say what, and prove nothing. */
  readonly obstacles: boolean;
}

const usual = { folders: [], product: PRODUCT_FOLDERS, obstacles: false } as const;
const alone = { folders: [], product: ['force-app'], obstacles: true } as const;
const lacking: ReadonlySet<string> = new Set(['bare', 'noPortalLicences']);

export const testShapes: readonly TestShape[] = [
  ...shapes.map((name) => ({ name, org: name, ...(lacking.has(name) ? alone : usual) })),
  { ...usual, name: 'hostile', org: 'standard', folders: ['simulation/hostile'], obstacles: true },
];

export function testShape(name: string): TestShape | undefined {
  return testShapes.find((shape) => shape.name === name);
}
