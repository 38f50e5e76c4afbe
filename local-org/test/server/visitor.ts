/** A browser, as far as the tests need one: cookies, forms, no redirects followed unasked. And a server over an org in memory. */
import { openOrg, type OpenOptions, type Org } from '../../index.ts';
import { startServer, type Pages, type RunningServer } from '../../server.ts';
import { ADMIN } from '../helpers/project.ts';

export const PASSWORD = 'Correct-horse-7';

export interface Place {
  readonly org: Org;
  readonly server: RunningServer;
  readonly reports: unknown[];
  close(): Promise<void>;
}

export async function open(
  options: Partial<OpenOptions> = {},
  prepare: (org: Org) => void = () => undefined,
  pages?: Pages,
): Promise<Place> {
  let url = '';
  const org = openOrg({ file: null, cache: null, siteUrl: () => url, ...options });
  prepare(org);
  org.signIns.setPassword(ADMIN, PASSWORD);
  const reports: unknown[] = [];
  const server = await startServer(org, { port: 0, report: (error) => reports.push(error), ...(pages && { pages }) });
  url = server.url;
  return {
    org,
    server,
    reports,
    close: async () => {
      await server.close();
      org.close();
    },
  };
}

export interface Seen {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
  readonly headers: Headers;
}

export class Visitor {
  readonly #url: string;
  readonly cookies = new Map<string, string>();
  constructor(url: string) {
    this.#url = url;
  }

  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Seen> {
    return this.#seen(await fetch(this.#address(path), { headers: { cookie: this.#cookie(), ...headers }, redirect: 'manual' }));
  }

  async post(path: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}): Promise<Seen> {
    return this.#seen(
      await fetch(this.#address(path), {
        method: 'POST',
        headers: { cookie: this.#cookie(), origin: this.#url, ...headers },
        body: new URLSearchParams(fields),
        redirect: 'manual',
      }),
    );
  }

  signIn(username: string, password = PASSWORD): Promise<Seen> {
    return this.post('/signin', { username, password });
  }

  /** Comes in without the cost of a password. */
  enter(org: Org, username: string): this {
    const [user] = org.query('SELECT Id FROM User WHERE Username = :username', { binds: { username } });
    this.cookies.set(`sid_${new URL(this.#url).port}`, org.signIns.open(String(user?.['Id']), 'org'));
    return this;
  }

  #address(path: string): string {
    return path.startsWith('http') ? path : this.#url + path;
  }

  #cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async #seen(response: Response): Promise<Seen> {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return { status: response.status, text: await response.text(), location: response.headers.get('location'), headers: response.headers };
  }
}
