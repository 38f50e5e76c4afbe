/** All functions by name, and those of the platform that are refused by theirs. */
import { dateFunctions } from './dates.ts';
import type { FunctionTable } from './define.ts';
import { fieldFunctions } from './fields.ts';
import { logicFunctions } from './logic.ts';
import { mathFunctions } from './math.ts';
import { operators } from './operators.ts';
import { textFunctions } from './text.ts';

export const functions: FunctionTable = {
  ...operators,
  ...logicFunctions,
  ...mathFunctions,
  ...textFunctions,
  ...dateFunctions,
  ...fieldFunctions,
};

export const notModelled: ReadonlySet<string> = new Set(
  `CURRENCYRATE DISTANCE FORMATDURATION GEOLOCATION GETRECORDIDS GETSESSIONID IFERROR IMAGEPROXYURL INCLUDE ISCLONE JSENCODE JSINHTMLENCODE
   JUNCTIONIDLIST LINKTO PARENTGROUPVAL PREVGROUPVAL REQUIRESCRIPT TRANSLATE URLENCODE URLFOR VLOOKUP`.split(/\s+/),
);
