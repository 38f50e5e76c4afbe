/** `System.JSONToken` */
import { standardEnum } from '../../../declare.ts';

/** In the platform's order. */
const names = [
  'NOT_AVAILABLE',
  'START_OBJECT',
  'END_OBJECT',
  'START_ARRAY',
  'END_ARRAY',
  'FIELD_NAME',
  'VALUE_EMBEDDED_OBJECT',
  'VALUE_STRING',
  'VALUE_NUMBER_INT',
  'VALUE_NUMBER_FLOAT',
  'VALUE_TRUE',
  'VALUE_FALSE',
  'VALUE_NULL',
] as const;

export type JsonTokenName = (typeof names)[number];

export const jsonTokenDeclaration = standardEnum('System.JSONToken', names);
