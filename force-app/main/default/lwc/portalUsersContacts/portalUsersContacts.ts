/** Chooses contacts: search and filters on the server, pages, a selection that outlives pages, and a CSV file. Fires `choose` with all ids. */
import { LightningElement, api } from 'lwc';
import findContactIds from '@salesforce/apex/PortalUserConsole.findContactIds';
import findContacts from '@salesforce/apex/PortalUserConsole.findContacts';
import { messageOf } from 'c/portalUsersErrors';
import { format } from 'c/portalUsersText';
import { labels } from './labels';

/** No policy allows more contacts in one run. */
const MOST = 100_000;
/** Ids in one answer of findContactIds; a shorter answer is the last. */
const FULL_ANSWER = 2000;
const TYPING_PAUSE = 300;

type Filter = 'text' | 'account';
interface InputEvent {
  readonly target: (EventTarget & { readonly name: string; readonly value: string; readonly checked: boolean }) | null;
}

export default class PortalUsersContacts extends LightningElement {
  /** Ids chosen before: going back to this step loses nothing. */
  @api
  get selected(): readonly string[] {
    return [...this.chosen];
  }
  set selected(ids: readonly string[]) {
    this.chosen = new Set(ids);
  }

  labels = labels;
  columns = [
    { label: labels.name, fieldName: 'name', hideDefaultActions: true },
    { label: labels.account, fieldName: 'account', hideDefaultActions: true },
    { label: labels.email, fieldName: 'email', type: 'email', hideDefaultActions: true },
    { label: labels.user, fieldName: 'userText', hideDefaultActions: true, initialWidth: 130 },
  ];
  chosen: ReadonlySet<string> = new Set();
  text = '';
  account = '';
  withoutUser = true;
  pageNumber = 0;
  rows: readonly (Apex.ContactRow & { readonly userText: string })[] = [];
  hasMore = false;
  busy = true;
  problem = '';
  pause: number | undefined = undefined;
  question = 0;

  connectedCallback(): void {
    void this.load();
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.pause);
  }

  get countText(): string {
    return format(labels.count, this.chosen.size);
  }
  get pageText(): string {
    return format(labels.page, this.pageNumber + 1);
  }
  get selectedOnPage(): readonly string[] {
    return this.rows.filter((row) => this.chosen.has(row.id)).map((row) => row.id);
  }
  get hasRows(): boolean {
    return this.rows.length > 0;
  }
  get isEmpty(): boolean {
    return !this.hasRows && !this.busy && this.problem === '';
  }
  get nothingSelected(): boolean {
    return this.chosen.size === 0;
  }
  get cannotSelectAll(): boolean {
    return this.busy || !this.hasRows;
  }
  get isFirstPage(): boolean {
    return this.busy || this.pageNumber === 0;
  }
  get isLastPage(): boolean {
    return this.busy || !this.hasMore;
  }

  handleFilter(event: InputEvent): void {
    const input = event.target;
    if (!input) return;
    if (input.name === 'withoutUser') this.withoutUser = input.checked;
    else this[input.name as Filter] = input.value;
    this.pageNumber = 0;
    window.clearTimeout(this.pause);
    // One question per pause in typing, not per letter.
    this.pause = window.setTimeout(() => void this.load(), TYPING_PAUSE);
  }

  handlePrevious(): void {
    this.pageNumber--;
    void this.load();
  }

  handleNext(): void {
    this.pageNumber++;
    void this.load();
  }

  /** The table knows the rows of this page only: the rest of the selection stays. It also tells of selections that we made ourselves. */
  handleRowSelection(event: CustomEvent<{ selectedRows: readonly Apex.ContactRow[]; config?: { action?: string } }>): void {
    const { selectedRows, config } = event.detail;
    if (!config?.action) return;
    const others = [...this.chosen].filter((id) => !this.rows.some((row) => row.id === id));
    this.choose([...others, ...selectedRows.map((row) => row.id)]);
  }

  handleClear(): void {
    this.choose([]);
  }

  handleFileContacts(event: CustomEvent<readonly string[]>): void {
    this.choose([...this.chosen, ...event.detail]);
  }

  async handleSelectAll(): Promise<void> {
    this.busy = true;
    const { text, account, withoutUser } = this;
    const all = new Set(this.chosen);
    try {
      let afterId: string | null = null;
      for (;;) {
        const ids: readonly string[] = await findContactIds({ text, account, withoutUser, afterId });
        ids.forEach((id) => all.add(id));
        afterId = ids.at(-1) ?? null;
        if (ids.length < FULL_ANSWER || all.size > MOST) break;
      }
      this.choose([...all]);
    } catch (error) {
      this.problem = messageOf(error);
    }
    this.busy = false;
  }

  choose(ids: readonly string[]): void {
    this.problem = ids.length > MOST ? format(labels.tooMany, MOST) : '';
    this.chosen = new Set(ids.slice(0, MOST));
    this.dispatchEvent(new CustomEvent('choose', { detail: [...this.chosen] }));
  }

  async load(): Promise<void> {
    this.busy = true;
    const question = ++this.question;
    const { text, account, withoutUser, pageNumber } = this;
    try {
      const page = await findContacts({ text, account, withoutUser, pageNumber });
      if (question !== this.question) return;
      this.rows = page.rows.map((row) => ({ ...row, userText: labels[`user${row.portalUser}`] }));
      this.hasMore = page.hasMore;
      this.problem = '';
    } catch (error) {
      if (question !== this.question) return;
      this.rows = [];
      this.hasMore = false;
      this.problem = messageOf(error);
    }
    this.busy = false;
  }
}
