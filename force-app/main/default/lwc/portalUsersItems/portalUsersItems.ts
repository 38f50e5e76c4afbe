/** The contacts of a run as a table: verdict of the check or result, reason and fix, planned username. Loads page after page. */
import { LightningElement, api } from 'lwc';
import codes from '@salesforce/apex/PortalUserConsole.codes';
import items from '@salesforce/apex/PortalUserConsole.items';
import { messageOf } from 'c/portalUsersErrors';
import { format } from 'c/portalUsersText';
import { labels } from './labels';

const VERDICTS: Readonly<Record<string, { readonly text: string; readonly icon: string }>> = {
  Ready: { text: labels.ready, icon: 'utility:success' },
  Warning: { text: labels.warning, icon: 'utility:warning' },
  Skip: { text: labels.skip, icon: 'utility:user' },
  Inactive: { text: labels.inactive, icon: 'utility:user' },
  Blocked: { text: labels.blocked, icon: 'utility:error' },
};

const STATES: Readonly<Record<string, { readonly text: string; readonly icon: string }>> = {
  Created: { text: labels.created, icon: 'utility:success' },
  Skipped: { text: labels.skipped, icon: 'utility:user' },
  Failed: { text: labels.failed, icon: 'utility:error' },
  Retry: { text: labels.retry, icon: 'utility:refresh' },
  Ready: { text: labels.open, icon: 'utility:clock' },
  Selected: { text: labels.open, icon: 'utility:clock' },
};

/** Outcomes that a person looks for. */
const OUTCOMES = ['Created', 'Skipped', 'Failed', 'Retry', 'Ready'];
/** So many rows need no scrolling. */
const FEW = 8;
const TYPING_PAUSE = 300;

interface Choice {
  readonly label: string;
  readonly value: string;
}
type Field = 'verdict' | 'state' | 'code' | 'text';

interface Row extends Apex.ItemRow {
  readonly name: string;
  readonly shown: string;
  readonly icon: string;
}

export default class PortalUsersItems extends LightningElement {
  @api runId = '';
  /** What became of the contacts, instead of what the check said. */
  @api results = false;
  /** Another number: everything is read again. */
  @api
  get version(): number {
    return this.read;
  }
  set version(version: number) {
    if (version === this.read) return;
    this.read = version;
    if (this.isConnected) void this.start();
  }

  labels = labels;
  read = 0;
  filter: Readonly<Record<Field, string>> = { verdict: '', state: '', code: '', text: '' };
  counts: readonly Apex.CodeCount[] = [];
  pause: number | undefined = undefined;
  rows: readonly Row[] = [];
  hasMore = false;
  busy = true;
  problem = '';
  question = 0;

  connectedCallback(): void {
    void this.start();
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.pause);
  }

  get columns(): readonly unknown[] {
    return [
      {
        label: labels.row,
        fieldName: 'rowNumber',
        type: 'number',
        initialWidth: 60,
        hideDefaultActions: true,
        cellAttributes: { alignment: 'left' },
      },
      { label: labels.contact, fieldName: 'name', initialWidth: 170, hideDefaultActions: true },
      {
        label: this.results ? labels.state : labels.verdict,
        fieldName: 'shown',
        initialWidth: 150,
        hideDefaultActions: true,
        cellAttributes: { iconName: { fieldName: 'icon' } },
      },
      { label: labels.reason, fieldName: 'reason', wrapText: true, hideDefaultActions: true },
      { label: labels.username, fieldName: 'username', initialWidth: 230, hideDefaultActions: true },
    ];
  }
  get outcomeName(): Field {
    return this.results ? 'state' : 'verdict';
  }
  get outcomeLabel(): string {
    return this.results ? labels.state : labels.verdict;
  }
  get outcome(): string {
    return this.filter[this.outcomeName];
  }
  get outcomes(): readonly Choice[] {
    const all = this.results ? OUTCOMES.map((state) => [state, STATES[state]] as const) : Object.entries(VERDICTS);
    return [{ label: labels.all, value: '' }, ...all.map(([value, shown]) => ({ label: shown?.text ?? value, value }))];
  }
  get codes(): readonly Choice[] {
    const known = this.counts.map(({ code, count }) => ({ label: format(labels.codeCount, inWords(code), count), value: code }));
    return [{ label: labels.all, value: '' }, ...known];
  }
  get hasCodes(): boolean {
    return this.counts.length > 0;
  }
  get hasRows(): boolean {
    return this.rows.length > 0;
  }
  get rowsClass(): string {
    return `slds-is-relative slds-m-top_small rows${this.rows.length > FEW ? ' tall' : ''}`;
  }
  get isEmpty(): boolean {
    return !this.busy && !this.hasRows && this.problem === '';
  }

  handleFilter(event: CustomEvent<{ value: string }> & { readonly target: (EventTarget & { readonly name: string }) | null }): void {
    this.change(event.target?.name as Field, event.detail.value, 0);
  }

  handleText(event: { readonly target: (EventTarget & { readonly value: string }) | null }): void {
    this.change('text', event.target?.value ?? '', TYPING_PAUSE);
  }

  change(field: Field, value: string, pause: number): void {
    this.filter = { ...this.filter, [field]: value };
    window.clearTimeout(this.pause);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- ends with the component: disconnectedCallback
    this.pause = window.setTimeout(() => void this.load(0), pause);
  }

  handleMore(): void {
    void this.load(this.rows.at(-1)?.rowNumber ?? 0);
  }

  async start(): Promise<void> {
    await this.load(0);
    try {
      this.counts = await codes({ runId: this.runId });
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  async load(afterRow: number): Promise<void> {
    this.busy = true;
    const question = ++this.question;
    try {
      const page = await items({ runId: this.runId, ...this.filter, afterRow });
      if (question !== this.question) return;
      const rows = page.rows.map((row) => this.rowOf(row));
      this.rows = afterRow === 0 ? rows : [...this.rows, ...rows];
      this.hasMore = page.hasMore;
      this.problem = '';
    } catch (error) {
      if (question !== this.question) return;
      this.problem = messageOf(error);
    }
    this.busy = false;
  }

  rowOf(row: Apex.ItemRow): Row {
    const shown = this.results ? STATES[row.state] : VERDICTS[row.verdict];
    return { ...row, name: row.contactName ?? labels.unknown, shown: shown?.text ?? row.state, icon: shown?.icon ?? 'utility:info' };
  }
}

/** `DUPLICATE_USERNAME` → `Duplicate username`: the whole reason stands in the table. */
function inWords(code: string): string {
  const words = code.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
