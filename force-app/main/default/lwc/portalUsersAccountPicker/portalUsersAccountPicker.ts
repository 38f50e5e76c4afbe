/** One account, found while typing: a combobox with a list. Fires `pick` with the account's id, or null when it is emptied. */
import { LightningElement } from 'lwc';
import findAccounts from '@salesforce/apex/PortalUserConsole.findAccounts';
import { messageOf } from 'c/portalUsersErrors';
import { labels } from './labels';

const TYPING_PAUSE = 300;

interface Option extends Apex.AccountRow {
  readonly domId: string;
  readonly selected: 'true' | 'false';
  readonly look: string;
}

export default class PortalUsersAccountPicker extends LightningElement {
  labels = labels;
  text = '';
  picked = false;
  open = false;
  busy = false;
  rows: readonly Apex.AccountRow[] = [];
  /** Row the keyboard is on; -1 = none. */
  active = -1;
  problem = '';
  pause: number | undefined = undefined;
  question = 0;

  disconnectedCallback(): void {
    window.clearTimeout(this.pause);
  }

  get options(): readonly Option[] {
    return this.rows.map((row, i) => ({
      ...row,
      domId: `option-${i}`,
      selected: i === this.active ? 'true' : 'false',
      look: `slds-media slds-listbox__option slds-listbox__option_entity ${row.place === undefined ? 'slds-media_center' : 'slds-listbox__option_has-meta'}${i === this.active ? ' slds-has-focus' : ''}`,
    }));
  }
  get isOpen(): boolean {
    return this.open && this.rows.length > 0;
  }
  get boxClass(): string {
    return `slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click${this.isOpen ? ' slds-is-open' : ''}`;
  }
  get expanded(): 'true' | 'false' {
    return this.isOpen ? 'true' : 'false';
  }
  get activeId(): string | undefined {
    return this.isOpen && this.active >= 0 ? `option-${this.active}` : undefined;
  }
  get isEmpty(): boolean {
    return this.open && !this.busy && this.rows.length === 0 && this.problem === '';
  }
  get canClear(): boolean {
    return this.text !== '';
  }

  handleInput(event: { readonly target: (EventTarget & { readonly value: string }) | null }): void {
    this.text = event.target?.value ?? '';
    if (this.picked) this.tell(null);
    this.open = true;
    this.ask(TYPING_PAUSE);
  }

  handleClick(): void {
    if (!this.open && !this.picked) this.show();
  }

  handleBlur(): void {
    this.open = false;
    // What was typed and not picked filters nothing: it does not stay as if it did.
    if (!this.picked) this.text = '';
  }

  handleKey(event: KeyboardEvent): void {
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        if (this.open) this.move(event.key === 'ArrowDown' ? 1 : -1);
        else this.show();
        break;
      case 'Enter': {
        const row = this.rows[this.active];
        if (this.open && row) this.take(row);
        break;
      }
      case 'Escape':
        if (this.open) this.open = false;
        else this.handleClear();
        break;
      default:
    }
  }

  /** A press must not take the focus from the field, or the list would be gone before the click. */
  handlePress(event: Event): void {
    event.preventDefault();
  }

  handlePick(event: { readonly currentTarget: EventTarget | null }): void {
    const id = (event.currentTarget as HTMLElement).dataset['id'];
    const row = this.rows.find((each) => each.id === id);
    if (row) this.take(row);
  }

  handleClear(): void {
    this.text = '';
    this.open = false;
    if (this.picked) this.tell(null);
  }

  show(): void {
    this.open = true;
    this.ask(0);
  }

  move(by: number): void {
    const { length } = this.rows;
    if (length === 0) return;
    this.active = this.active < 0 ? (by > 0 ? 0 : length - 1) : (this.active + by + length) % length;
  }

  take(row: Apex.AccountRow): void {
    this.text = row.name;
    this.open = false;
    this.tell(row.id);
  }

  tell(id: string | null): void {
    this.picked = id !== null;
    this.dispatchEvent(new CustomEvent('pick', { detail: id }));
  }

  ask(pause: number): void {
    window.clearTimeout(this.pause);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- ends with the component: disconnectedCallback
    this.pause = window.setTimeout(() => void this.load(), pause);
  }

  async load(): Promise<void> {
    this.busy = true;
    const question = ++this.question;
    try {
      const rows = await findAccounts({ text: this.text });
      if (question !== this.question) return;
      this.rows = rows;
      this.problem = '';
    } catch (error) {
      if (question !== this.question) return;
      this.rows = [];
      this.problem = messageOf(error);
    }
    this.active = -1;
    this.busy = false;
  }
}
