/** `System.Boolean` */
import { NotSupported } from '../../../runtime/exceptions.ts';
import { typeNameOf } from '../../../runtime/typeNames.ts';
import { membersOf, standardClass } from '../../declare.ts';
import { required } from './arguments.ts';

const { m } = membersOf<boolean>();

export const booleanDeclaration = standardClass('System.Boolean', [
  m('static Boolean valueOf(Object value)', (value) => {
    const given = required(value);
    if (typeof given === 'boolean') return given;
    if (typeof given === 'string') return given.toLowerCase() === 'true';
    throw new NotSupported(`Boolean.valueOf of a value of type ${typeNameOf(given)}`);
  }),
]);
