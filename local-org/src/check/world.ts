/** Everything a check may look up: user types, schema, library. */
import type { Schema } from '../schema/model.ts';
import type { Span } from '../syntax/tree.ts';
import type { TypeSymbol } from '../types/symbols.ts';
import { classType, Types, type Type } from '../types/types.ts';
import { libraryType, type LibraryTypes } from './library.ts';
import { UserType, type UnitState } from './userTypes.ts';

export interface World {
  readonly schema: Schema;
  readonly library: LibraryTypes;
  /** Top-level user types by lower-case name. */
  readonly types: Map<string, UserType>;
}

/** Who looks: decides which inner types are in reach, and what may be seen. */
export interface Viewer {
  readonly world: World;
  readonly unit: UnitState;
  readonly type: UserType | null;
}

/** Notes that the viewer's unit depends on the type's. */
export function noteUse(viewer: Viewer, type: UserType, span: Span): void {
  if (type.unit !== viewer.unit && !viewer.unit.uses.has(type.unit)) viewer.unit.uses.set(type.unit, span);
}

/** The symbol whose members a value of that type has. */
export function symbolOf(world: World, type: Type): TypeSymbol {
  switch (type.kind) {
    case 'class':
      return type.symbol;
    case 'collection':
      return libraryType(world.library, type.name);
    case 'sobject':
      return libraryType(world.library, 'SObject');
    case 'primitive':
      return libraryType(world.library, type === Types.void || type === Types.null ? 'Object' : type.name);
    case 'parameter':
      return libraryType(world.library, 'Object');
    default:
      return type satisfies never;
  }
}

/** A type of the library by its canonical name: `Schema.SObjectField`. */
export function typeOfLibrary(world: World, name: string): Type {
  return classType(libraryType(world.library, name));
}
