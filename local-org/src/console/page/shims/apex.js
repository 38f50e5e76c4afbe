/** Apex methods over HTTP: what `@salesforce/apex/Class.method` is on this page. Rejects as the platform does, with `body.message`. */
export function door(className, method) {
  return async (params = {}) => {
    const response = await fetch(`/apex/${className}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    });
    // Whoever is signed out is led to another page instead of an answer.
    if (response.redirected || !response.headers.get('content-type')?.startsWith('application/json')) {
      if (response.redirected) location.assign(`/signin?next=${encodeURIComponent(location.pathname)}`);
      throw { ok: false, status: response.status, body: { message: 'The server did not answer. Sign in again, or try later.' } };
    }
    const body = await response.json();
    if (!response.ok) throw { ok: false, status: response.status, body };
    return body === null ? undefined : body;
  };
}
