/** CRUD and FLS of one user out of the rows that grant them. */
import type { Rights } from '../runtime/ports.ts';
import { addressOf } from '../schema/compound.ts';
import type { Schema } from '../schema/model.ts';
import { hasFieldPermissions, hasObjectPermissions, isEverybodys, masterOf } from '../schema/objectAccess.ts';
import { isPermissionable } from '../schema/permissionable.ts';
import type { Grants } from './grants.ts';
import { setupRight } from './setupRights.ts';

type ObjectRights = ReturnType<Rights['object']>;

const none: ObjectRights = { create: false, read: false, edit: false, delete: false, viewAll: false, modifyAll: false };
const all: ObjectRights = { create: true, read: true, edit: true, delete: true, viewAll: true, modifyAll: true };

/** The Automated Process user, where user mode does not check it. */
export const unchecked: Rights = {
  object: () => all,
  field: () => ({ read: true, create: true, edit: true }),
  customPermission: () => false,
  apexClass: () => true,
  userPermission: () => true,
};

export function rightsFrom(grants: Grants, schema: Schema): Rights {
  const userPermission = (name: string): boolean => grants.userPermissions.has(name.toLowerCase());
  const known = new Map<string, ObjectRights>();

  function objectRights(name: string): ObjectRights {
    const object = schema.object(name);
    if (!object) return none;
    if (isEverybodys(object))
      return {
        ...all,
        create: object.createable,
        edit: object.updateable,
        delete: object.deletable,
        viewAll: false,
        modifyAll: userPermission('ModifyAllData'),
      };
    const master = masterOf(object);
    if (master !== null) {
      const on = objectRights(master);
      return { ...on, create: on.edit && object.createable, edit: on.edit && object.updateable, delete: on.edit && object.deletable };
    }
    if (!hasObjectPermissions(object)) {
      const write =
        object.kind === 'customSetting'
          ? userPermission('CustomizeApplication')
          : setupRight(object, 'write', userPermission) && object.kind === 'standard';
      return {
        create: write && object.createable,
        read: setupRight(object, 'read', userPermission),
        edit: write && object.updateable,
        delete: write && object.deletable,
        viewAll: userPermission('ViewAllData') || userPermission('ModifyAllData'),
        modifyAll: userPermission('ModifyAllData'),
      };
    }
    const grant = grants.objects.get(name.toLowerCase());
    /* "Modify All Data" and "View All Data" are rights on every object, and on no field. */
    const modifyAll = userPermission('ModifyAllData') || grant?.modifyAll === true;
    const viewAll = modifyAll || userPermission('ViewAllData') || grant?.viewAll === true;
    return {
      create: userPermission('ModifyAllData') || grant?.create === true,
      read: viewAll || grant?.read === true,
      edit: modifyAll || grant?.edit === true,
      delete: modifyAll || grant?.delete === true,
      viewAll,
      modifyAll,
    };
  }

  function object(name: string): ObjectRights {
    const key = name.toLowerCase();
    let rights = known.get(key);
    if (!rights) known.set(key, (rights = objectRights(name)));
    return rights;
  }

  return {
    object,
    field: (objectName, fieldName) => {
      const on = object(objectName);
      const type = schema.object(objectName);
      const field = type?.field(fieldName);
      if (!type || !field) return { read: false, create: false, edit: false };
      /* What is granted on an address is granted on all of its parts. */
      const address = addressOf(type, field);
      const granted = [field, ...(address ? [address] : [])].map(({ name }) => grants.fields.get(`${type.name}.${name}`.toLowerCase()));
      /* Required fields, names, master-detail and system fields have no security of their own. */
      const free = !isPermissionable(type, field) || !hasFieldPermissions(type);
      const seesAll = userPermission('ViewAllFieldsGlobal') || grants.objects.get(type.name.toLowerCase())?.viewAllFields === true;
      const edits = free || granted.some((grant) => grant?.edit === true);
      return {
        read: on.read && (free || seesAll || edits || granted.some((grant) => grant?.read === true)),
        create: on.create && edits && field.createable,
        edit: on.edit && edits && field.updateable,
      };
    },
    customPermission: (name) => grants.customPermissions.has(name.toLowerCase()),
    apexClass: (name) => grants.apexClasses.has(name.toLowerCase()),
    userPermission,
  };
}
