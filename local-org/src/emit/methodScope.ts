/** What belongs to one function while it is emitted: temporaries, its share of CPU cost, and how `return` leaves it. */
import { placeName, type Place } from '../runtime/stackTrace.ts';
import type { UnitScope } from './unitScope.ts';

/** Inside of a `System.runAs` block the code stands in a closure: leaving it is signalled in a variable. */
export interface Closure {
  readonly signal: string;
  readonly value: string;
  /** Loops open inside of the closure: `break` there is the loop's own. */
  loops: number;
}

export class MethodScope {
  readonly unit: UnitScope;
  /** Class whose static state is at hand as `$s`; null if it has none. */
  readonly ownStatics: string | null;
  readonly returnsThis: boolean;
  readonly place: Place;
  /** CPU units of the block that is being written. */
  cost = 0;
  closure: Closure | null = null;
  /** Loops open in the whole function. */
  loops = 0;
  readonly #temporaries: string[] = [];

  constructor(unit: UnitScope, place: Place, ownStatics: string | null, returnsThis: boolean) {
    this.unit = unit;
    this.place = place;
    this.ownStatics = ownStatics;
    this.returnsThis = returnsThis;
  }

  /** A variable of the function. */
  temporary(): string {
    return this.declare(`$${this.unit.number()}`);
  }

  declare(name: string): string {
    this.#temporaries.push(name);
    return name;
  }

  declarations(): string {
    return this.#temporaries.length === 0 ? '' : `let ${this.#temporaries.join(',')};`;
  }

  closureName(): string {
    return placeName(this.place, this.unit.number(), true);
  }
}
