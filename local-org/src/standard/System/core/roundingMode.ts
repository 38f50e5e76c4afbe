/** `System.RoundingMode` and what it is called in the decimal library. */
import type { EnumValue, Value } from '../../../runtime/values/kinds.ts';
import { RoundingMode } from '../../../runtime/values/numbers.ts';
import { standardEnum } from '../../declare.ts';
import { required } from './arguments.ts';

export const roundingModeDeclaration = standardEnum('System.RoundingMode', [
  'CEILING',
  'DOWN',
  'FLOOR',
  'HALF_DOWN',
  'HALF_EVEN',
  'HALF_UP',
  'UNNECESSARY',
  'UP',
]);

export function roundingModeOf(value: Value): RoundingMode {
  const { name } = required(value) as EnumValue;
  return RoundingMode[name as keyof typeof RoundingMode];
}
