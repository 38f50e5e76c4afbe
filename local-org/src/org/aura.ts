/** What a Lightning component's call of an `@AuraEnabled` method does: may this user, JSON in, Apex, JSON out. */
import { auraMessage } from '../standard/System/core/exceptions.ts';
import { typed } from '../standard/System/core/json/convert.ts';
import { readJson } from '../standard/System/core/json/read.ts';
import { scalarText } from '../standard/System/core/json/scalars.ts';
import { storedFields } from '../standard/System/core/json/jsonFields.ts';
import { ApexException, NotSupported } from '../runtime/exceptions.ts';
import type { LimitName } from '../runtime/limitNames.ts';
import { createLimits } from '../runtime/limits.ts';
import type { Limits } from '../runtime/ports.ts';
import type { Program } from '../runtime/program.ts';
import { typeNameOf } from '../runtime/typeNames.ts';
import { ApexList, ApexMap } from '../runtime/values/collections.ts';
import { ApexObject, type Value } from '../runtime/values/kinds.ts';
import type { AnnotationInfo, ClassInfo, MethodInfo } from '../types/classInfo.ts';
import { UncaughtApexException } from './failure.ts';
import type { AuraAnswer, Json } from './org.ts';
import type { OrgTransaction } from './transaction.ts';

type As = <T>(user: string, work: (transaction: OrgTransaction) => T) => T;

const refused = (status: number, message: string): AuraAnswer => ({ ok: false, status, body: { message } });

const isEnabled = (annotations: readonly AnnotationInfo[]): boolean => annotations.some(({ name }) => name === 'auraenabled');

const isCacheable = ({ annotations }: MethodInfo): boolean =>
  annotations.some(({ name, params }) => name === 'auraenabled' && params['cacheable']?.toLowerCase() === 'true');

/** What a page may keep must change nothing: `Too many DML statements: 1`. */
const readingOnly = (limits: Limits): Limits => {
  const { max } = limits;
  return Object.assign(limits, { max: (name: LimitName) => (name === 'dmlStatements' ? 0 : max(name)) });
};

export function createAura(
  as: As,
): (user: string, className: string, method: string, params: Readonly<Record<string, Json>>) => AuraAnswer {
  return (user, className, methodName, params) => {
    try {
      return as(user, (transaction): AuraAnswer => {
        const { program, data } = transaction;
        const info = program.classInfo(className);
        const method = info?.methods.find((each) => each.static && each.name === methodName && isEnabled(each.annotations));
        if (!info || !method) return refused(404, `There is no @AuraEnabled method ${className}.${methodName}.`);
        // "Author Apex" opens every class, whatever permission sets say.
        if (!data.rights.apexClass(info.name) && !data.rights.userPermission('AuthorApex'))
          return refused(403, `You do not have access to the Apex class named '${info.name}'.`);
        const unknown = Object.keys(params).find((name) => !method.params.some((param) => param.name === name));
        if (unknown !== undefined) return refused(400, `${info.name}.${method.name} has no parameter ${unknown}.`);
        if (isCacheable(method)) transaction.replaceLimits(readingOnly(createLimits(transaction.kind)));
        return { ok: true, value: toJson(program, run(program, info, method, params)) };
      });
    } catch (error) {
      return failure(error);
    }
  };
}

function run(program: Program, info: ClassInfo, method: MethodInfo, params: Readonly<Record<string, Json>>): Value {
  const args = method.params.map(({ name, type }) => typed(readJson(JSON.stringify(params[name] ?? null)), type, false));
  return program.callStatic(info.name, method.js, args) ?? null;
}

/** Fields of objects go to the component only where they are `@AuraEnabled`; those without a value stay away. */
function toJson(program: Program, value: Value): Json {
  if (value === null) return null;
  const scalar = scalarText(value);
  if (scalar !== null) return JSON.parse(scalar) as Json;
  if (value instanceof ApexList) return value.items.map((item) => toJson(program, item));
  if (value instanceof ApexMap) return Object.fromEntries([...value.entries()].map(([key, item]) => [String(key), toJson(program, item)]));
  if (value instanceof ApexObject) {
    const held = value as unknown as Readonly<Record<string, Value>>;
    const fields = storedFields(program, value.$type).filter((field) => isEnabled(field.annotations) && held[field.js] !== null);
    return Object.fromEntries(fields.map((field) => [field.name, toJson(program, held[field.js] as Value)]));
  }
  throw new NotSupported(`${typeNameOf(value)} as the answer of an @AuraEnabled method`);
}

/** The platform tells components the message of any Apex exception; of an AuraHandledException nothing else. */
function failure(error: unknown): AuraAnswer {
  if (!(error instanceof UncaughtApexException)) throw error;
  if (!(error.cause instanceof ApexException)) throw error;
  const handled = error.type === 'System.AuraHandledException';
  const body = handled
    ? { message: auraMessage(error.cause) }
    : { exceptionType: error.type, message: error.apexMessage, stackTrace: error.apexStack };
  return { ok: false, status: 500, body };
}
