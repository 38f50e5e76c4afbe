/** The contacts of a run as a table: verdict of the check or result, reason and fix, planned username. Loads page after page. */
import { LightningElement, api } from 'lwc';
import items from '@salesforce/apex/PortalUserConsole.items';
import { messageOf } from 'c/portalUsersErrors';
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

interface Row extends Apex.ItemRow {
  readonly name: string;
  readonly shown: string;
  readonly icon: string;
}

export default class PortalUsersItems extends LightningElement {
  @api runId = '';
  /** What became of the contacts, instead of what the check said. */
  @api results = false;

  labels = labels;
  verdict = '';
  rows: readonly Row[] = [];
  hasMore = false;
  busy = true;
  problem = '';
  question = 0;

  connectedCallback(): void {
    void this.load(0);
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
  get filters(): readonly { readonly label: string; readonly value: string }[] {
    return [{ label: labels.all, value: '' }, ...Object.entries(VERDICTS).map(([value, { text }]) => ({ label: text, value }))];
  }
  /** The verdicts are those of the check. */
  get canFilter(): boolean {
    return !this.results;
  }
  get hasRows(): boolean {
    return this.rows.length > 0;
  }
  get isEmpty(): boolean {
    return !this.busy && !this.hasRows && this.problem === '';
  }

  handleFilter(event: CustomEvent<{ value: string }>): void {
    this.verdict = event.detail.value;
    void this.load(0);
  }

  handleMore(): void {
    void this.load(this.rows.at(-1)?.rowNumber ?? 0);
  }

  async load(afterRow: number): Promise<void> {
    this.busy = true;
    const question = ++this.question;
    try {
      const page = await items({ runId: this.runId, verdict: this.verdict, afterRow });
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
