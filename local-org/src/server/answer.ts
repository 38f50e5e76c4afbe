/** What a route answers; `listen.ts` sends it. */
import type { Frame } from './frame.ts';
import type { Html } from './html.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Portions are sent as they come: other requests take turns with them. */
  readonly body: string | Uint8Array | AsyncIterable<string>;
}

/** What the page frame is put around. */
export interface Page {
  readonly title: string;
  readonly content: Html;
  readonly status?: number;
  /** Milliseconds after which the page looks again for what is new in `<main>`; none = it stays as it is. */
  readonly live?: number;
  /** Where it differs from the org's own frame. */
  readonly frame?: Partial<Omit<Frame, 'path' | 'user'>>;
}

export const isPage = (answer: Answer | Page): answer is Page => 'content' in answer;

export const json = (value: unknown, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'application/json;charset=UTF-8' },
  body: JSON.stringify(value),
});

export const text = (status: number, body: string): Answer => ({ status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body });

/** 303: a form was sent, and what it led to is looked at elsewhere. */
export const redirect = (location: string, cookie: string | null = null): Answer => ({
  status: 303,
  headers: { location, ...(cookie !== null && { 'set-cookie': cookie }) },
  body: '',
});

/** `name` in plain ASCII. */
export const download = (name: string, type: string, body: Answer['body']): Answer => ({
  status: 200,
  headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"` },
  body,
});
