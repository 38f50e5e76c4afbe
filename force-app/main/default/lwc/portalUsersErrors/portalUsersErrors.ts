/** What went wrong, in one sentence for the page, whatever shape the platform gave it. */

interface Shapes {
  readonly body?: { readonly message?: unknown } | readonly { readonly message?: unknown }[];
  readonly message?: unknown;
}

export function messageOf(error: unknown): string {
  if (typeof error === 'string') return error;
  const { body, message } = (error ?? {}) as Shapes;
  const first: { readonly message?: unknown } | undefined = Array.isArray(body)
    ? (body[0] as { readonly message?: unknown } | undefined)
    : (body as { readonly message?: unknown } | undefined);
  if (typeof first?.message === 'string') return first.message;
  return typeof message === 'string' ? message : String(error);
}
