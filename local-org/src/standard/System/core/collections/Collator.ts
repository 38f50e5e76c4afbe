/** `System.Collator`: texts in the order of the user's language. */
import { LibraryObject } from '../../../../runtime/values/kinds.ts';
import { membersOf, standardClass } from '../../../declare.ts';
import { required } from '../arguments.ts';
import { userLocale } from '../numberText.ts';

class ApexCollator extends LibraryObject {
  readonly apexType = 'Collator';
  readonly #order = new Intl.Collator(userLocale());

  compare$t$t(first: string | null, second: string | null): number {
    return Math.sign(this.#order.compare(required(first), required(second)));
  }
}

const { m } = membersOf<ApexCollator>();

export const collatorDeclaration = standardClass(
  'System.Collator',
  [
    m('Integer compare(String first, String second)', (self, first, second) => self.compare$t$t(first, second)),
    m('static Collator getInstance()', () => new ApexCollator()),
  ],
  { implements: ['Comparator<String>'] },
);
