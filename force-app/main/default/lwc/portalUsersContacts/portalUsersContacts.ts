/** Chooses contacts: search and filters on the server, pages, a selection that outlives pages and searches, and a CSV file. Fires `choose` with the selection. */
import { LightningElement, api } from 'lwc';
import contactsAmong from '@salesforce/apex/PortalUserConsole.contactsAmong';
import countContacts from '@salesforce/apex/PortalUserConsole.countContacts';
import findContacts from '@salesforce/apex/PortalUserConsole.findContacts';
import { messageOf } from 'c/portalUsersErrors';
import {
  chosenOn,
  everybody,
  MOST,
  MOST_EXCEPTIONS,
  NOTHING,
  sizeOf,
  withMore,
  withPage,
  type Listed,
  type Selection,
} from 'c/portalUsersSelection';
import { format } from 'c/portalUsersText';
import { labels } from './labels';

/** So many rows need no scrolling. */
const FEW = 12;
const TYPING_PAUSE = 300;
/** Contacts that one question is about. */
const PORTION = 2000;

interface InputEvent {
  readonly target: (EventTarget & { readonly name: string; readonly value: string; readonly checked: boolean }) | null;
}

interface Row extends Apex.ContactRow, Listed {
  readonly userText: string;
}

export default class PortalUsersContacts extends LightningElement {
  /** Chosen before: going back to this step loses nothing. */
  @api
  get selection(): Selection {
    return this.chosen;
  }
  set selection(selection: Selection) {
    this.chosen = selection;
  }

  labels = labels;
  chosen: Selection = NOTHING;
  columns = [
    { label: labels.name, fieldName: 'name', hideDefaultActions: true },
    { label: labels.account, fieldName: 'account', hideDefaultActions: true },
    { label: labels.email, fieldName: 'email', type: 'email', hideDefaultActions: true },
    { label: labels.user, fieldName: 'userText', hideDefaultActions: true, initialWidth: 130 },
  ];
  asked: Apex.ContactQuestion = { text: '', accountId: null, withoutUser: true };
  /** Where the pages before this one began, and this one. */
  starts: readonly (string | null)[] = [null];
  next: string | null = null;
  rows: readonly Row[] = [];
  /** Contacts on a full page. */
  pageSize = 0;
  /** null = not counted yet. */
  total: number | null = null;
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
    return format(labels.count, sizeOf(this.chosen));
  }
  get pageText(): string {
    if (this.rows.length === 0) return '';
    const before = (this.starts.length - 1) * this.pageSize;
    const [from, to] = [before + 1, before + this.rows.length];
    return this.total === null ? format(labels.range, from, to) : format(labels.rangeOf, from, to, this.total);
  }
  get selectAllText(): string {
    return this.total === null ? labels.selectAll : format(labels.selectAllOf, this.total);
  }
  get selectedOnPage(): readonly string[] {
    return chosenOn(this.chosen, this.rows);
  }
  get hasRows(): boolean {
    return this.rows.length > 0;
  }
  get rowsClass(): string {
    return `slds-is-relative rows${this.rows.length > FEW ? ' tall' : ''}`;
  }
  get isEmpty(): boolean {
    return !this.hasRows && !this.busy && this.problem === '';
  }
  get nothingSelected(): boolean {
    return sizeOf(this.chosen) === 0;
  }
  get cannotSelectAll(): boolean {
    return this.busy || this.total === null || !this.hasRows;
  }
  get isFirstPage(): boolean {
    return this.busy || this.starts.length === 1;
  }
  get isLastPage(): boolean {
    return this.busy || this.next === null;
  }

  handleFilter(event: InputEvent): void {
    const input = event.target;
    if (!input) return;
    if (input.name === 'withoutUser') this.askAnew({ withoutUser: input.checked }, 0);
    // One question per pause in typing, not per letter.
    else this.askAnew({ text: input.value }, TYPING_PAUSE);
  }

  handleAccount(event: CustomEvent<string | null>): void {
    this.askAnew({ accountId: event.detail }, 0);
  }

  handlePrevious(): void {
    this.starts = this.starts.slice(0, -1);
    void this.load();
  }

  handleNext(): void {
    this.starts = [...this.starts, this.next];
    void this.load();
  }

  /** The table also tells of selections that we made ourselves. */
  handleRowSelection(event: CustomEvent<{ selectedRows: readonly Apex.ContactRow[]; config?: { action?: string } }>): void {
    const { selectedRows, config } = event.detail;
    if (!config?.action) return;
    const ids = selectedRows.map(({ id }) => id);
    this.choose(withPage(this.chosen, this.rows, ids));
  }

  handleClear(): void {
    this.choose(NOTHING);
    this.rows = this.rows.map((row) => ({ ...row, isFound: false }));
  }

  handleSelectAll(): void {
    if (this.total === null) return;
    if (this.choose(everybody(this.asked, this.total))) this.rows = this.rows.map((row) => ({ ...row, isFound: true }));
  }

  async handleFileContacts(event: CustomEvent<readonly string[]>): Promise<void> {
    const ids = event.detail;
    const found = new Set<string>();
    try {
      for (let i = 0; i < ids.length; i += PORTION) (await this.foundAmong(ids.slice(i, i + PORTION))).forEach((id) => found.add(id));
      this.choose(
        withMore(
          this.chosen,
          ids.map((id) => ({ id, isFound: found.has(id) })),
        ),
      );
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  /** False, and nothing changes, where it would be too much for one run. */
  choose(selection: Selection): boolean {
    this.problem = '';
    if (sizeOf(selection) > MOST) this.problem = format(labels.tooMany, MOST);
    else if ((selection.found?.exceptions.length ?? 0) > MOST_EXCEPTIONS) this.problem = format(labels.tooManyExceptions, MOST_EXCEPTIONS);
    if (this.problem !== '') {
      // The table shows what it was told last.
      this.rows = [...this.rows];
      return false;
    }
    this.chosen = selection;
    this.dispatchEvent(new CustomEvent('choose', { detail: selection }));
    return true;
  }

  askAnew(change: Partial<Apex.ContactQuestion>, pause: number): void {
    this.asked = { ...this.asked, ...change };
    this.starts = [null];
    this.total = null;
    window.clearTimeout(this.pause);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- ends with the component: disconnectedCallback
    this.pause = window.setTimeout(() => void this.load(), pause);
  }

  async load(): Promise<void> {
    this.busy = true;
    const question = ++this.question;
    const { asked } = this;
    try {
      const page = await findContacts({ ...asked, after: this.starts.at(-1) ?? null });
      const found = await this.foundAmong(page.rows.map(({ id }) => id));
      if (question !== this.question) return;
      this.rows = page.rows.map((row) => ({ ...row, isFound: found.has(row.id), userText: labels[`user${row.portalUser}`] }));
      this.next = page.next ?? null;
      if (this.starts.length === 1) this.pageSize = this.rows.length;
      this.problem = '';
      this.busy = false;
      await this.count(asked, question);
    } catch (error) {
      if (question !== this.question) return;
      this.rows = [];
      this.next = null;
      this.problem = messageOf(error);
      this.busy = false;
    }
  }

  /** After the page is shown: counting everybody may take its time. */
  async count(asked: Apex.ContactQuestion, question: number): Promise<void> {
    if (this.total !== null) return;
    const total = this.next === null && this.starts.length === 1 ? this.rows.length : await countContacts(asked);
    if (question === this.question) this.total = total;
  }

  /** Those of these contacts that belong to everybody found, if that is what was chosen. */
  async foundAmong(contactIds: readonly string[]): Promise<ReadonlySet<string>> {
    const { found } = this.chosen;
    if (!found || contactIds.length === 0) return new Set();
    return new Set(await contactsAmong({ ...found.question, contactIds }));
  }
}
