/** The language core of the library: one file per class in core/. */
import type { StandardDeclaration } from '../declare.ts';
import { addressDeclaration } from './core/Address.ts';
import { assertDeclaration } from './core/Assert.ts';
import { blobDeclaration } from './core/Blob.ts';
import { booleanDeclaration } from './core/Boolean.ts';
import { collatorDeclaration } from './core/collections/Collator.ts';
import { listDeclaration } from './core/collections/List.ts';
import { mapDeclaration } from './core/collections/Map.ts';
import { setDeclaration } from './core/collections/Set.ts';
import { cryptoDeclaration } from './core/crypto/Crypto.ts';
import { dateDeclaration } from './core/dates/Date.ts';
import { datetimeDeclaration } from './core/dates/Datetime.ts';
import { timeDeclaration } from './core/dates/Time.ts';
import { timeZoneDeclaration } from './core/dates/TimeZone.ts';
import { decimalDeclaration } from './core/Decimal.ts';
import { domainCreatorDeclaration } from './core/DomainCreator.ts';
import { doubleDeclaration } from './core/Double.ts';
import { encodingUtilDeclaration } from './core/EncodingUtil.ts';
import { exceptionDeclarations } from './core/exceptions.ts';
import { idDeclaration } from './core/Id.ts';
import { integerDeclaration } from './core/Integer.ts';
import {
  callableDeclaration,
  comparableDeclaration,
  comparatorDeclaration,
  iterableDeclaration,
  iteratorDeclaration,
} from './core/interfaces.ts';
import { jsonDeclaration } from './core/json/JSON.ts';
import { jsonGeneratorDeclaration } from './core/json/JSONGenerator.ts';
import { jsonParserDeclaration } from './core/json/JSONParser.ts';
import { jsonTokenDeclaration } from './core/json/JSONToken.ts';
import { locationDeclaration } from './core/Location.ts';
import { longDeclaration } from './core/Long.ts';
import { mathDeclaration } from './core/Math.ts';
import { enumDeclaration, objectDeclaration } from './core/Object.ts';
import { cookieDeclaration } from './core/pages/Cookie.ts';
import { pageReferenceDeclaration } from './core/pages/PageReference.ts';
import { selectOptionDeclaration } from './core/pages/SelectOption.ts';
import { typeOf } from './core/reflection/ApexType.ts';
import { typeDeclaration } from './core/reflection/Type.ts';
import { matcherDeclaration, patternDeclaration } from './core/regex/Pattern.ts';
import { roundingModeDeclaration } from './core/roundingMode.ts';
import { sobjectDeclaration } from './core/sobject/SObject.ts';
import { stringDeclaration } from './core/String.ts';
import { urlDeclaration } from './core/Url.ts';
import { uuidDeclaration } from './core/UUID.ts';
import { versionDeclaration } from './core/Version.ts';
import { domDeclarations } from './core/xml/Dom.ts';
import { xmlStreamReaderDeclaration } from './core/xml/XmlStreamReader.ts';
import { xmlStreamWriterDeclaration } from './core/xml/XmlStreamWriter.ts';
import { xmlTagDeclaration } from './core/xml/XmlTag.ts';

export const declarations: readonly StandardDeclaration[] = [
  objectDeclaration,
  enumDeclaration,
  stringDeclaration,
  integerDeclaration,
  longDeclaration,
  doubleDeclaration,
  decimalDeclaration,
  roundingModeDeclaration,
  mathDeclaration,
  booleanDeclaration,
  idDeclaration,
  blobDeclaration,
  dateDeclaration,
  datetimeDeclaration,
  timeDeclaration,
  timeZoneDeclaration,
  listDeclaration,
  setDeclaration,
  mapDeclaration,
  iterableDeclaration,
  iteratorDeclaration,
  comparableDeclaration,
  comparatorDeclaration,
  collatorDeclaration,
  callableDeclaration,
  sobjectDeclaration,
  ...exceptionDeclarations,
  typeDeclaration,
  patternDeclaration,
  matcherDeclaration,
  jsonDeclaration,
  jsonTokenDeclaration,
  jsonParserDeclaration,
  jsonGeneratorDeclaration,
  assertDeclaration,
  encodingUtilDeclaration,
  cryptoDeclaration,
  uuidDeclaration,
  urlDeclaration,
  domainCreatorDeclaration,
  versionDeclaration,
  addressDeclaration,
  locationDeclaration,
  ...domDeclarations,
  pageReferenceDeclaration,
  cookieDeclaration,
  selectOptionDeclaration,
  xmlTagDeclaration,
  xmlStreamReaderDeclaration,
  xmlStreamWriterDeclaration,
];

/** What bound operations that are no members need, by `#name`. */
export const intrinsics: Readonly<Record<string, (...args: never[]) => unknown>> = {
  '#type': typeOf,
};
