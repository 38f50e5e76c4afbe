/** System.Formula and the namespace FormulaEval: formulas calculated in Apex. Contexts that are Apex classes and templates are gaps. */
import { apexError, NotSupported } from '../../../runtime/exceptions.ts';
import type { FormulaInstance } from '../../../runtime/formulaPort.ts';
import { current } from '../../../runtime/transaction.ts';
import { ApexList, ApexSet } from '../../../runtime/values/collections.ts';
import { EnumValue, LibraryObject } from '../../../runtime/values/kinds.ts';
import { SObject } from '../../../runtime/values/sobject.ts';
import type { ObjectType } from '../../../schema/model.ts';
import { membersOf, standardClass, standardEnum, type StandardDeclaration } from '../../declare.ts';
import { SObjectTypeToken } from '../../Schema/tokens.ts';
import { ApexType } from '../core/reflection/ApexType.ts';

class RecalcResult extends LibraryObject {
  readonly apexType = 'FormulaRecalcResult';
  readonly record: SObject;
  constructor(record: SObject) {
    super();
    this.record = record;
  }
}

class Builder extends LibraryObject {
  readonly apexType = 'FormulaEval.FormulaBuilder';
  formula: string | null = null;
  object: ObjectType | null = null;
  returnType: string | null = null;
  blankAsZero = false;
  globals = new Set<string>();
  with(values: Partial<Pick<Builder, 'formula' | 'object' | 'returnType' | 'blankAsZero' | 'globals'>>): this {
    return Object.assign(this, values);
  }
}

class Instance extends LibraryObject {
  readonly apexType = 'FormulaEval.FormulaInstance';
  readonly formula: FormulaInstance;
  constructor(formula: FormulaInstance) {
    super();
    this.formula = formula;
  }
}

const missing = (what: string): Error => new NotSupported(`FormulaBuilder.build() without ${what}`);

function objectOf(type: unknown): ObjectType {
  if (type instanceof SObjectTypeToken) return type.object;
  const object = type instanceof ApexType ? current().data.schema.object(type.name) : undefined;
  if (!object) throw new NotSupported('FormulaBuilder.withType of an Apex class');
  return object;
}

const onFormula = membersOf<null>();
const onBuilder = membersOf<Builder>();
const onResult = membersOf<RecalcResult>();
const onInstance = membersOf<Instance>();

export const formulaDeclarations: readonly StandardDeclaration[] = [
  standardClass('System.Formula', [
    onFormula.m('static FormulaEval.FormulaBuilder builder()', () => new Builder()),
    onFormula.m('static List<FormulaRecalcResult> recalculateFormulas(List<SObject> records)', (records) => {
      if (records === null) throw apexError('NullPointerException', 'Argument cannot be null.');
      const rows = records.items as readonly SObject[];
      const { data, limits } = current();
      limits.use('queries', 1);
      data.formulas.recalculate(rows);
      return new ApexList(
        'FormulaRecalcResult',
        rows.map((row) => new RecalcResult(row)),
      );
    }),
  ]),
  standardClass('System.FormulaRecalcResult', [
    onResult.m('Boolean isSuccess()', () => true),
    onResult.m('List<FormulaRecalcFieldError> getErrors()', () => new ApexList('FormulaRecalcFieldError')),
    onResult.m('SObject getSObject()', (self) => self.record),
  ]),
  standardClass('System.FormulaRecalcFieldError', [], { notSupported: ['getFieldError()', 'getFieldName()'] }),
  standardEnum('FormulaEval.FormulaGlobal', ['LABEL', 'ORGANIZATION', 'PERMISSION', 'PROFILE', 'SETUP', 'SYSTEM', 'USER', 'USERROLE']),
  standardEnum('FormulaEval.FormulaReturnType', [
    'BOOLEAN',
    'DATE',
    'DATETIME',
    'DECIMAL',
    'DOUBLE',
    'ID',
    'INTEGER',
    'LONG',
    'STRING',
    'TIME',
  ]),
  standardClass(
    'FormulaEval.FormulaBuilder',
    [
      onBuilder.m('static FormulaEval.FormulaBuilder builder()', () => new Builder()),
      onBuilder.m('FormulaEval.FormulaBuilder withFormula(String formula)', (self, formula) => self.with({ formula })),
      onBuilder.m('FormulaEval.FormulaBuilder withType(Schema.SObjectType type)', (self, type) => self.with({ object: objectOf(type) })),
      onBuilder.m('FormulaEval.FormulaBuilder withType(Type type)', (self, type) => self.with({ object: objectOf(type) })),
      onBuilder.m('FormulaEval.FormulaBuilder withReturnType(FormulaEval.FormulaReturnType type)', (self, type) =>
        self.with({ returnType: type instanceof EnumValue ? type.name : null }),
      ),
      onBuilder.m('FormulaEval.FormulaBuilder treatNumericNullAsZero(Boolean asZero)', (self, asZero) =>
        self.with({ blankAsZero: asZero === true }),
      ),
      onBuilder.m('FormulaEval.FormulaBuilder withGlobalVariables(List<FormulaEval.FormulaGlobal> globals)', (self, globals) =>
        self.with({ globals: new Set((globals?.items ?? []).map((one) => `$${(one as EnumValue).name.toLowerCase()}`)) }),
      ),
      onBuilder.m('FormulaEval.FormulaInstance build()', (self) => {
        const { formula, object, returnType, blankAsZero, globals } = self;
        if (formula === null) throw missing('withFormula');
        if (object === null) throw missing('withType');
        if (returnType === null) throw missing('withReturnType');
        return new Instance(current().data.formulas.build({ formula, object, returnType, blankAsZero, globals }));
      }),
    ],
    { notSupported: ['parseAsTemplate(Boolean)'] },
  ),
  standardClass('FormulaEval.FormulaInstance', [
    onInstance.m('Object evaluate(Object context)', (self, context) => {
      if (!(context instanceof SObject)) throw new NotSupported('FormulaInstance.evaluate of anything but a record');
      return self.formula.evaluate(context);
    }),
    onInstance.m('Set<String> getReferencedFields()', (self) => {
      const fields = new ApexSet('String');
      for (const reference of self.formula.references) fields.add(reference);
      return fields;
    }),
  ]),
];
