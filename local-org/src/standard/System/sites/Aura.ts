/** `Aura.redirect`, which Salesforce's own Lightning controllers of sites call: no component is there to be sent away. */
import { apexError, NotSupported } from '../../../runtime/exceptions.ts';
import { membersOf, standardClass } from '../../declare.ts';

const { m } = membersOf<never>();

export const aura = standardClass('System.Aura', [
  m('static void redirect(PageReference page)', (page) => {
    if (page === null) throw apexError('NullPointerException', 'Argument 1 cannot be null');
    throw new NotSupported('Aura.redirect');
  }),
]);
