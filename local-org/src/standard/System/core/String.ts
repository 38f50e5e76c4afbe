/** `System.String`: the members are in strings/. Null arguments throw as the platform does; where a null is allowed the member says so. */
import { standardClass } from '../../declare.ts';
import { classifyMembers } from './strings/classify.ts';
import { codePointMembers } from './strings/codePoints.ts';
import { cutMembers } from './strings/cut.ts';
import { escapeMembers } from './strings/escape.ts';
import { patternMembers } from './strings/patterns.ts';
import { searchMembers } from './strings/search.ts';
import { shapeMembers } from './strings/shape.ts';
import { staticMembers } from './strings/statics.ts';

export const stringDeclaration = standardClass('System.String', [
  ...searchMembers,
  ...classifyMembers,
  ...cutMembers,
  ...shapeMembers,
  ...codePointMembers,
  ...escapeMembers,
  ...patternMembers,
  ...staticMembers,
]);
