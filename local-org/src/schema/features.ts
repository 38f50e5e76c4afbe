/** Standard objects as an org of a shape has them: features that are off take objects and fields away, others bring some. */
import type { FieldType } from './model.ts';
import type { ObjectDefinition } from './objectType.ts';
import type { Shape } from './shapes.ts';
import { standardObjects } from './standardObjects.ts';
import { personAccountFields } from './standard/personAccounts.ts';
import { addressCodes } from './standard/stateAndCountry.ts';

/** Without digital experiences "these fields are not available" (Object Reference, User and Account). */
const ofDigitalExperiences: Readonly<Record<string, readonly string[]>> = {
  Account: ['IsPartner', 'IsCustomerPortal'],
  User: ['ContactId', 'AccountId', 'PortalRole', 'IsPortalEnabled'],
  LoginHistory: ['NetworkId'],
};
const experienceObjects: ReadonlySet<string> = new Set(['Network', 'NetworkMember', 'NetworkMemberGroup']);

function withoutExperiences(definition: ObjectDefinition): ObjectDefinition | null {
  if (experienceObjects.has(definition.name)) return null;
  const gone = ofDigitalExperiences[definition.name];
  return gone ? { ...definition, fields: definition.fields.filter((field) => !gone.includes(field.name)) } : definition;
}

const withFields = (definition: ObjectDefinition, fields: readonly FieldType[]): ObjectDefinition =>
  fields.length === 0 ? definition : { ...definition, fields: [...definition.fields, ...fields] };

/** What digital experiences would bring, where they are off. */
export const unseenObjectsOf = ({ digitalExperiences }: Shape): readonly ObjectDefinition[] =>
  digitalExperiences ? [] : standardObjects.filter(({ name }) => experienceObjects.has(name) || ofDigitalExperiences[name] !== undefined);

export function standardObjectsOf(shape: Shape): readonly ObjectDefinition[] {
  return standardObjects.flatMap((definition) => {
    const made = shape.digitalExperiences ? definition : withoutExperiences(definition);
    if (!made) return [];
    const codes = shape.stateAndCountryPicklists ? addressCodes(made) : [];
    const shaped = withFields(made, codes);
    return [shape.personAccounts ? personAccountFields(shaped) : shaped];
  });
}
