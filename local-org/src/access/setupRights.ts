/**
 * Objects without object permissions: what user permission each right asks for. Source: Object Reference, "Special Access
 * Rules" of each object; where it names none, everybody inside the company reads, and nobody writes by CRUD
 * (dml/userMode.ts knows who may write setup objects).
 */
import type { ObjectType } from '../schema/model.ts';

const readers: Readonly<Record<string, readonly string[]>> = {
  PermissionSet: ['ViewSetup', 'ManageSessionPermissionSets', 'AssignPermissionSets', 'ManageProfilesPermissionsets'],
  PermissionSetAssignment: ['ViewSetup', 'AssignPermissionSets', 'ManageUsers'],
  PermissionSetGroup: ['ViewSetup', 'ManageSessionPermissionSets', 'AssignPermissionSets', 'ManageProfilesPermissionsets'],
  PermissionSetGroupComponent: ['ViewSetup'],
  ObjectPermissions: ['ViewSetup'],
  FieldPermissions: ['ViewSetup'],
  SetupEntityAccess: ['ViewSetup'],
  UserLogin: ['ManageUsers'],
  LoginHistory: ['ManageUsers', 'MonitorLoginHistory'],
};

const writers: Readonly<Record<string, readonly string[]>> = {
  User: ['ManageUsers', 'ManageInternalUsers', 'ManageCssUsers', 'ManagePartners'],
  UserLogin: ['ManageUsers'],
  UserRole: ['ManageRoles', 'ManageUsers'],
  PermissionSetAssignment: ['AssignPermissionSets', 'ManageUsers'],
  PermissionSetLicenseAssign: ['AssignPermissionSets', 'ManageUsers'],
  Group: ['ManageUsers'],
  GroupMember: ['ManageUsers'],
  Task: ['EditTask'],
  Event: ['EditEvent'],
  EmailTemplate: ['EditPublicTemplates'],
  Folder: ['ManageUsers', 'CustomizeApplication'],
  Holiday: ['CustomizeApplication'],
};

export function setupRight(object: ObjectType, right: 'read' | 'write', has: (permission: string) => boolean): boolean {
  const permissions = right === 'read' ? readers[object.name] : writers[object.name];
  return permissions ? permissions.some(has) : right === 'read';
}
