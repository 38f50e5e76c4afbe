/** Maps of describe results: keys are lower case, and found whatever the case asked for. */
import { ApexMap } from '../../runtime/values/collections.ts';
import type { Value } from '../../runtime/values/kinds.ts';

const folded = (key: Value): Value => (typeof key === 'string' ? key.toLowerCase() : key);

export class FoldedMap extends ApexMap {
  override has(key: Value): boolean {
    return super.has(folded(key));
  }
  override get(key: Value): Value {
    return super.get(folded(key));
  }
  override set(key: Value, value: Value): void {
    super.set(folded(key), value);
  }
  override remove(key: Value): boolean {
    return super.remove(folded(key));
  }
}
