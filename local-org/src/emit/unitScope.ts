/** What belongs to the whole unit while it is emitted: its text, what it takes from the kernel and from outside, its functions, its coverable lines. */
import type { BoundUnit } from '../types/bound.ts';
import type { KernelName } from '../runtime/kernel.ts';
import { Lines } from './lines.ts';

const quote = (text: string): string => JSON.stringify(text);

export class UnitScope {
  readonly unit: BoundUnit;
  readonly lines = new Lines();
  /** By `Owner.js`: the unit's own methods are called directly. */
  readonly functions = new Map<string, string>();
  readonly #kernel = new Set<KernelName>();
  /** Expression → name of the constant. */
  readonly #constants = new Map<string, string>();
  readonly #coverable = new Map<number, number>();
  readonly #covers: boolean;
  #lastNumber = 0;

  constructor(unit: BoundUnit, covers: boolean) {
    this.unit = unit;
    this.#covers = covers;
  }

  /** Unique in the unit. */
  number(): number {
    return ++this.#lastNumber;
  }

  kernel(name: KernelName): string {
    this.#kernel.add(name);
    return `$${name}`;
  }

  /** Evaluated once, when the unit is loaded. */
  constant(expression: string): string {
    let name = this.#constants.get(expression);
    if (name === undefined) this.#constants.set(expression, (name = `$c${this.#constants.size}`));
    return name;
  }

  class(name: string): string {
    return this.constant(`$imports.class(${quote(name)})`);
  }
  library(key: string): string {
    return this.constant(`$imports.library(${quote(key)})`);
  }
  property(key: string): string {
    return this.constant(`$imports.property(${quote(key)})`);
  }
  intrinsic(name: string): string {
    return this.constant(`$imports.intrinsic(${quote(name)})`);
  }
  converter(from: string, to: string): string {
    return this.constant(`$imports.converter(${quote(from)},${quote(to)})`);
  }
  object(name: string): string {
    return this.constant(`$imports.object(${quote(name)})`);
  }

  /** Statement that notes that the line has run. */
  cover(line: number): string {
    if (!this.#covers) return '';
    let index = this.#coverable.get(line);
    if (index === undefined) this.#coverable.set(line, (index = this.#coverable.size));
    return `$lines[${index}]=1;`;
  }

  get coverable(): readonly number[] {
    return [...this.#coverable.keys()];
  }

  /** Goes before everything else, on the first line. */
  header(): string {
    const kernel = [...this.#kernel].map((name) => `${name}:$${name}`).join(',');
    const constants = [...this.#constants].map(([expression, name]) => `const ${name}=${expression};`).join('');
    return `(function($kernel,$imports,$lines){'use strict';const {${kernel}}=$kernel;${constants}`;
  }
}
