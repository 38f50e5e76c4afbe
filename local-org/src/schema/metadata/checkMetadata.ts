/** What one metadata file says of another must be there. Texts are those of a failed deploy. */
import type { CustomMetadataRecord, FieldType, PermissionSetMetadata, Schema } from '../model.ts';
import { isPermissionable } from '../permissionable.ts';
import type { Shape } from '../shapes.ts';
import { userPermissions } from '../standard/userPermissions.ts';
import { badValues } from './customMetadataValues.ts';
import type { Metadata } from './metadata.ts';
import { problem } from './metadata.ts';
import { isPlatformField } from '../platformFields.ts';

type Report = (path: string, message: string) => void;

export function checkMetadata(schema: Schema, metadata: Metadata, shape: Shape): void {
  const report: Report = (path, message) => metadata.problems.push(problem(path, message));
  const unknownStandard: Report = (path, message) => metadata.problems.push(problem(path, message, 'notSupported'));
  checkReferences(schema, metadata, report, unknownStandard);
  for (const set of [...metadata.permissionSets, ...metadata.profiles]) checkGrants(schema, metadata, set, report, unknownStandard);
  if (!shape.digitalExperiences) for (const { path } of metadata.networks) report(path, 'Not available for deploy for this organization');
  for (const { path, name, access } of metadata.roles)
    for (const [object, level] of access)
      if (level !== 'None' && schema.object(object)?.sharingModel === 'Private')
        unknownStandard(path, `access of role ${name} to the ${object} records of its accounts`);
  const licences = new Set(shape.licences.map((licence) => licence.name));
  for (const { path, license } of metadata.permissionSets)
    if (license !== null && !licences.has(license)) report(path, `In field: license - no UserLicense named ${license} found`);
  for (const { path, userLicense } of metadata.profiles)
    if (userLicense !== null && !licences.has(userLicense))
      report(path, `In field: userLicense - no UserLicense named ${userLicense} found`);
  for (const record of metadata.customMetadata) {
    const type = schema.object(record.object);
    if (!type) report(record.path, `In field: customMetadata - no CustomObject named ${record.object} found`);
    else {
      for (const message of badValues(type, record)) report(record.path, message);
      for (const [name, text] of record.values) {
        const field = type.field(name);
        if (!field) report(record.path, `In field: field - no CustomField named ${type.name}.${name} found`);
        else if (text !== null) checkRelationship(metadata, field, text, (message) => report(record.path, message));
      }
    }
  }
}

/** A record that another one refers to. */
function checkRelationship(metadata: Metadata, field: FieldType, text: string, report: (message: string) => void): void {
  const [target] = field.referenceTo;
  if (target === undefined || field.holdsDurableId) return;
  const isIt = (record: CustomMetadataRecord): boolean =>
    record.object.toLowerCase() === target.toLowerCase() && record.developerName.toLowerCase() === text.toLowerCase();
  if (!metadata.customMetadata.some(isIt))
    report(`In field: ${field.name} - no CustomMetadata named ${target.replace(/__mdt$/, '')}.${text} found`);
}

function checkReferences(schema: Schema, metadata: Metadata, report: Report, unknownStandard: Report): void {
  for (const object of metadata.objects.values())
    for (const field of schema.object(object.name)?.fields ?? [])
      for (const target of field.custom ? field.referenceTo : []) {
        if (schema.object(target)) continue;
        const path = object.fields.find(({ path: at }) => at.includes(`/${field.name}.`))?.path ?? object.path;
        if (/__(c|mdt)$/.test(target)) report(path, `In field: referenceTo - no CustomObject named ${target} found`);
        else unknownStandard(path, `lookup to the standard object ${target}`);
      }
}

function checkGrants(
  schema: Schema,
  metadata: Metadata,
  set: Omit<PermissionSetMetadata, 'label' | 'license'> & { readonly path: string },
  report: Report,
  unknownStandard: Report,
): void {
  const { path } = set;
  const missing = (field: string, kind: string, name: string): void => {
    if (/__(c|e|mdt)$/.test(name.split('.').at(-1) ?? '') || kind !== 'CustomObject')
      report(path, `In field: ${field} - no ${kind} named ${name} found`);
    else unknownStandard(path, `standard object ${name}`);
  };
  for (const { object } of set.objects) if (!schema.object(object)) missing('object', 'CustomObject', object);
  for (const { object, field } of set.fields) {
    const found = schema.object(object)?.field(field);
    if (!schema.object(object) && !object.includes('__')) unknownStandard(path, `standard object ${object}`);
    else if (!found) {
      // Nothing here can reach a field that is not modelled: a right to it grants nothing.
      if (!isPlatformField(object, field)) missing('field', 'CustomField', `${object}.${field}`);
    } else if (!isPermissionable(schema.object(object)!, found)) report(path, `You cannot deploy to a required field: ${object}.${field}`);
  }
  for (const name of set.customPermissions)
    if (!metadata.customPermissions.some((known) => known.name === name)) missing('customPermission', 'CustomPermission', name);
  for (const name of set.classes) if (!metadata.apexClasses.has(name.toLowerCase())) missing('apexClass', 'ApexClass', name);
  for (const name of set.userPermissions) if (!userPermissions.includes(name)) unknownStandard(path, `user permission ${name}`);
}
