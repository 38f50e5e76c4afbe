/** Calling out and being called: Http and its mocks, WebServiceCallout, RestContext. One file per class in callouts/. */
import type { StandardDeclaration } from '../declare.ts';
import { http, webServiceCallout } from './callouts/Http.ts';
import { httpRequest } from './callouts/HttpRequest.ts';
import { httpResponse } from './callouts/HttpResponse.ts';
import { mockDeclarations } from './callouts/mocks.ts';
import { restDeclarations } from './callouts/RestContext.ts';

export const declarations: readonly StandardDeclaration[] = [
  http,
  httpRequest,
  httpResponse,
  webServiceCallout,
  ...mockDeclarations,
  ...restDeclarations,
];
