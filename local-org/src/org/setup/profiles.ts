/** Licences, profiles with the permission sets they own, and permission sets of metadata. */
import type { Settings } from '../../runtime/settings.ts';
import type { Schema } from '../../schema/model.ts';
import { permissionSetColumn, profileColumn } from '../../schema/standard/userPermissions.ts';
import type { Shape } from '../../schema/shapes.ts';
import {
  noGrants,
  permissionColumns,
  readRights,
  standardFieldGrants,
  withMetadata,
  writeGrants,
  type Grants,
  type RightRows,
} from './grants.ts';
import type { SetupRows } from './setupRows.ts';
import { allRights, standardProfiles, type ObjectRight } from './standardProfiles.ts';

export function writeLicences(rows: SetupRows, shape: Shape): void {
  for (const { name, key, total } of shape.licences)
    rows.upsert(
      'UserLicense',
      { Name: name },
      { LicenseDefinitionKey: key, MasterLabel: name, TotalLicenses: total, Status: 'Active' },
      { UsedLicenses: 0 },
    );
}

/** Profiles, then permission sets. Custom permissions and classes must be there. */
export function writePermissions(rows: SetupRows, shape: Shape, settings: Pick<Settings, 'position'>): void {
  const existing = readRights(rows);
  for (const licence of shape.licences)
    for (const name of licence.profiles)
      writeProfile(
        rows,
        { name, licence: licence.name, userType: licence.userType, isCustom: false, grants: grantsOf(rows, name) },
        existing,
      );
  writeMetadataProfiles(rows, rows.schema, shape, existing);
  writePermissionSets(rows, existing);
  writeGroups(rows, existing, settings.position('groupSetupAccess') === 'aggregate');
}

/** Of a standard profile, from its table; metadata of the same name comes on top. */
function grantsOf(rows: SetupRows, name: string): Grants {
  const profile = standardProfiles[name];
  if (!profile) throw new Error(`no rights are known for the standard profile ${name}`);
  const objects = new Map<string, ObjectRight>(Object.entries(profile.objects));
  const fields = new Map(standardFieldGrants(rows, objects));
  if (profile.everything)
    for (const object of rows.schema.objects)
      if (object.kind === 'custom' || (object.kind === 'event' && object.name.endsWith('__e'))) objects.set(object.name, allRights);
  for (const [key, right] of standardFieldGrants(rows, [['User', { ...allRights, edit: profile.everything, create: profile.everything }]]))
    fields.set(key, right);
  const base: Grants = { ...noGrants, permissions: profile.permissions, objects, fields };
  const metadata = rows.schema.profiles.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  return metadata ? withMetadata(base, metadata, rows) : base;
}

interface ProfileRow {
  readonly name: string;
  readonly licence: string;
  readonly userType: string;
  readonly isCustom: boolean;
  readonly grants: Grants;
}

function writeProfile(rows: SetupRows, profile: ProfileRow, existing: RightRows): void {
  const licenceId = rows.find('UserLicense', { Name: profile.licence })?.id ?? null;
  const profileId = rows.upsert(
    'Profile',
    { Name: profile.name },
    { UserLicenseId: licenceId, UserType: profile.userType, ...permissionColumns(profile.grants.permissions, profileColumn) },
  );
  /** The name the platform gives it: an X and the profile's id. */
  const ownName = `X${profileId.slice(0, 15)}`;
  const permissionSetId = rows.upsert(
    'PermissionSet',
    { ProfileId: profileId },
    {
      Label: ownName,
      LicenseId: licenceId,
      IsOwnedByProfile: true,
      IsCustom: profile.isCustom,
      Type: 'Profile',
      ...permissionColumns(profile.grants.permissions, permissionSetColumn),
    },
    { Name: ownName },
  );
  writeGrants(rows, permissionSetId, profile.grants, existing, false);
}

/** A custom profile starts as a copy of its licence's standard profile. */
function writeMetadataProfiles(rows: SetupRows, schema: Schema, shape: Shape, existing: RightRows): void {
  const standard = new Set(shape.licences.flatMap((licence) => licence.profiles.map((name) => name.toLowerCase())));
  for (const metadata of schema.profiles) {
    if (standard.has(metadata.name.toLowerCase())) continue;
    const licence = shape.licences.find((candidate) => candidate.name === (metadata.userLicense ?? 'Salesforce'));
    if (!licence) continue;
    const model = licence.userType === 'Standard' ? 'Minimum Access - Salesforce' : (licence.profiles[0] ?? '');
    const base = grantsOf(rows, model);
    writeProfile(
      rows,
      {
        name: metadata.name,
        licence: licence.name,
        userType: licence.userType,
        isCustom: true,
        grants: withMetadata(base, metadata, rows),
      },
      existing,
    );
  }
}

function writePermissionSets(rows: SetupRows, existing: RightRows): void {
  for (const metadata of rows.schema.permissionSets) {
    const licence = metadata.license === null ? null : (rows.find('UserLicense', { Name: metadata.license })?.id ?? null);
    const grants = withMetadata(noGrants, metadata, rows);
    const id = rows.upsert(
      'PermissionSet',
      { Name: metadata.name },
      {
        Label: metadata.label,
        Description: metadata.description,
        LicenseId: licence,
        IsCustom: true,
        IsOwnedByProfile: false,
        Type: 'Regular',
        ...permissionColumns(grants.permissions, permissionSetColumn),
      },
    );
    /** A permission set is what its file says; a profile's file only adds. */
    writeGrants(rows, id, grants, existing, true);
  }
}

/** Assumption switch: whether a group has a permission set that stands for it, with the rights of its members. */
function writeGroups(rows: SetupRows, existing: RightRows, aggregates: boolean): void {
  for (const group of rows.schema.permissionSetGroups ?? []) {
    const id = rows.upsert(
      'PermissionSetGroup',
      { DeveloperName: group.name },
      { MasterLabel: group.label, Language: 'en_US', Status: 'Updated' },
    );
    const members = new Set<string>();
    for (const name of group.permissionSets) {
      const member = rows.find('PermissionSet', { Name: name })?.id;
      if (!member) continue;
      members.add(member);
      rows.upsert('PermissionSetGroupComponent', { PermissionSetGroupId: id, PermissionSetId: member }, {});
    }
    rows.remove(
      'PermissionSetGroupComponent',
      (row) => row.fields.get('PermissionSetGroupId') !== id || members.has(String(row.fields.get('PermissionSetId'))),
    );
    if (!aggregates) continue;
    const grants = rows.schema.permissionSets
      .filter((set) => group.permissionSets.includes(set.name))
      .reduce((sum: Grants, set) => withMetadata(sum, set, rows), noGrants);
    const aggregate = rows.upsert(
      'PermissionSet',
      { PermissionSetGroupId: id },
      {
        Name: `${group.name}_Group`,
        Label: group.label,
        Type: 'Group',
        IsCustom: false,
        ...permissionColumns(grants.permissions, permissionSetColumn),
      },
    );
    writeGrants(rows, aggregate, grants, existing, true);
  }
}
