/** `System.XmlTag` */
import { standardEnum } from '../../../declare.ts';

export const xmlTagDeclaration = standardEnum('System.XmlTag', [
  'ATTRIBUTE',
  'CDATA',
  'CHARACTERS',
  'COMMENT',
  'DTD',
  'END_DOCUMENT',
  'END_ELEMENT',
  'ENTITY_DECLARATION',
  'ENTITY_REFERENCE',
  'NAMESPACE',
  'NOTATION_DECLARATION',
  'PROCESSING_INSTRUCTION',
  'SPACE',
  'START_DOCUMENT',
  'START_ELEMENT',
]);
