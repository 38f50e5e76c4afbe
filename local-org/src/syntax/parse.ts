/** Apex source to the tree of tree.ts, or to problems with the platform's wording. The parse tree is dropped at once. */
import type { ApexParser } from '@apexdevtools/apex-parser';
import { checkDeclarations } from './checks.ts';
import type { Conversion } from './convert/conversion.ts';
import { anonymousUnit, triggerUnit, typeUnit } from './convert/units.ts';
import { openParser } from './parser.ts';
import { answerDecisions } from './predictions.ts';
import { SyntaxErrors } from './syntaxErrors.ts';
import type { Problem, Source, Unit } from './tree.ts';

export function parse(source: Source): { unit: Unit | null; problems: readonly Problem[] } {
  const conversion: Conversion = { source, problems: [] };
  let errors = new SyntaxErrors();
  const quick = openParser(source.text, errors);
  answerDecisions(quick);
  let tree = context(quick, source);
  // What is wrong, and where, is said by a parse in which nothing was taken for granted.
  if (errors.found.length > 0) tree = context(openParser(source.text, (errors = new SyntaxErrors())), source);
  if (errors.found.length > 0) {
    return {
      unit: null,
      problems: errors.found.map(({ line, column, message }) => ({ path: source.path, line, column, message, kind: 'error' })),
    };
  }
  const unit = tree(conversion);
  const problems = [...conversion.problems, ...checkDeclarations(unit)].sort((a, b) => a.line - b.line || a.column - b.column);
  return { unit: problems.length > 0 ? null : unit, problems };
}

/** Parses now; converts when asked. */
function context(parser: ApexParser, source: Source): (conversion: Conversion) => Unit {
  switch (source.kind) {
    case 'class': {
      const parsed = parser.compilationUnit();
      return (conversion) => typeUnit(conversion, parsed);
    }
    case 'trigger': {
      const parsed = parser.triggerUnit();
      return (conversion) => triggerUnit(conversion, parsed);
    }
    case 'anonymous': {
      const parsed = parser.anonymousUnit();
      return (conversion) => anonymousUnit(conversion, parsed);
    }
    default:
      return source.kind satisfies never;
  }
}

export { parseSoql, SoqlNotSupported, SoqlSyntaxError } from './parseSoql.ts';
