/** Fields and functions of SOQL. */
import type { DateFieldNameContext, FieldNameContext, SoqlFunctionContext } from '@apexdevtools/apex-parser';
import type { SoqlField, SoqlFunction, SoqlOperand } from '../tree.ts';
import { type Conversion, error, notSupported, optional, spanOfRule } from './conversion.ts';
import { soqlPath } from './names.ts';

const path = (conversion: Conversion, context: FieldNameContext): readonly string[] => soqlPath(conversion, context.soqlId_list());

export const fieldName = (conversion: Conversion, context: FieldNameContext): string => path(conversion, context).join('.');

export const fieldOf = (conversion: Conversion, context: FieldNameContext): SoqlField => ({
  kind: 'field',
  path: path(conversion, context),
  span: spanOfRule(context),
});

function dateField(conversion: Conversion, context: DateFieldNameContext): SoqlOperand {
  const field = fieldOf(conversion, context.fieldName());
  return optional(context.CONVERT_TIMEZONE())
    ? { kind: 'function', name: 'CONVERTTIMEZONE', args: [field], span: spanOfRule(context) }
    : field;
}

function args(conversion: Conversion, context: SoqlFunctionContext): readonly SoqlOperand[] {
  const field = optional(context.fieldName());
  if (field) return [fieldOf(conversion, field)];
  const inner = optional(context.soqlFunction());
  if (inner) return [soqlFunction(conversion, inner)];
  const date = optional(context.dateFieldName());
  return date ? [dateField(conversion, date)] : [];
}

export function soqlFunction(conversion: Conversion, context: SoqlFunctionContext): SoqlFunction {
  const span = spanOfRule(context);
  if (optional(context.DISTANCE())) notSupported(conversion, span, 'SOQL DISTANCE');
  if (optional(context.soqlFieldsParameter())) error(conversion, span, "Unexpected token 'FIELDS'.");
  return { kind: 'function', name: context.start.text.toUpperCase(), args: args(conversion, context), span };
}
