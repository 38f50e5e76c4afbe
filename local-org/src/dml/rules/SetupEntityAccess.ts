/** SetupEntityAccess: its type follows from the id it grants access to; rights change with it. */
import { text } from '../change.ts';
import type { ObjectRules } from '../world.ts';

export const SetupEntityAccess: ObjectRules = {
  object: 'SetupEntityAccess',
  validate(rows, world) {
    for (const { operation, row } of rows) {
      const entity = operation === 'insert' ? world.schema().objectOfId(text(row, 'SetupEntityId') ?? '') : undefined;
      if (entity) row.fields.set('SetupEntityType', entity.name);
    }
  },
  saved(_rows, world) {
    world.access.forget();
  },
};
