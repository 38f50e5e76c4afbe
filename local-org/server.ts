/** The public face of the local org's HTTP server. */
export { startServer, type RunningServer, type ServerOptions } from './src/server/listen.ts';
export { download, redirect, type Answer, type Page } from './src/server/answer.ts';
export { alertBox, facts, moment, noteBox, table } from './src/server/frame.ts';
export { smtpServer, startMailer, type Mailer } from './src/server/mailer.ts';
export { html, type Html, type Part } from './src/server/html.ts';
export { pager, sliceByKey, type Slice } from './src/server/paging.ts';
export type { Caller, Link, Pages, Route, Visit } from './src/server/route.ts';
export { consolePages } from './src/console/routes.ts';
