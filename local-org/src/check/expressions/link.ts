/** What a link of a dotted chain may stand for before the chain is complete: a value, or something that is only a name so far. */
import type { Span } from '../../syntax/tree.ts';
import type { Type } from '../../types/types.ts';
import type { Typed } from '../typed.ts';

export type Link =
  | {
      readonly kind: 'value';
      readonly typed: Typed;
      /** `Schema.SObjectType.X.fields`: the object whose fields are described. */ readonly fieldsOf?: string;
    }
  /** A type, a namespace, or both (`Database`, `System`, `Site`): the next name decides. */
  | {
      readonly kind: 'static';
      readonly name: string;
      readonly candidates: readonly Type[];
      readonly namespace: string | null;
      readonly span: Span;
    }
  /** `Account.fields` */
  | { readonly kind: 'fieldTokens'; readonly object: string }
  | { readonly kind: 'trigger' }
  | { readonly kind: 'labels' }
  /** `Label.Site`: the platform's own labels. */
  | { readonly kind: 'siteLabels' }
  | { readonly kind: 'pages' };

/** What a link is called that is only a name. */
export function nameOf(link: Exclude<Link, { kind: 'value' }>): string {
  switch (link.kind) {
    case 'static':
      return link.name;
    case 'trigger':
      return 'Trigger';
    case 'labels':
      return 'Label';
    case 'siteLabels':
      return 'Label.Site';
    case 'pages':
      return 'Page';
    case 'fieldTokens':
      return `${link.object}.fields`;
    default:
      return link satisfies never;
  }
}
