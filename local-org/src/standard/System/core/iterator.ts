/** Iterators that the library makes: over lists and sets. */
import { apexError } from '../../../runtime/exceptions.ts';
import { LibraryObject, type Value } from '../../../runtime/values/kinds.ts';

export class LibraryIterator extends LibraryObject {
  readonly apexType: string;
  readonly #items: () => readonly Value[];
  #next = 0;

  /** Asked again at each step, so that a list that grows meanwhile is followed. */
  constructor(of: string, items: () => readonly Value[]) {
    super();
    this.apexType = `Iterator<${of}>`;
    this.#items = items;
  }

  hasNext(): boolean {
    return this.#next < this.#items().length;
  }

  next(): Value {
    const value = this.#items()[this.#next];
    if (value === undefined) throw apexError('NoSuchElementException', 'iteration has no more elements');
    this.#next++;
    return value;
  }
}
