/** What can be put right from here before the run starts: shows what would change, and changes it. Fires `fixed` afterwards. */
import { LightningElement, api } from 'lwc';
import applyFix from '@salesforce/apex/PortalUserConsole.applyFix';
import fixes from '@salesforce/apex/PortalUserConsole.fixes';
import previewFix from '@salesforce/apex/PortalUserConsole.previewFix';
import { messageOf } from 'c/portalUsersErrors';
import { format } from 'c/portalUsersText';
import { labels } from './labels';

interface Shown extends Apex.FixOption {
  readonly title: string;
  readonly showTitle: string;
  readonly applyTitle: string;
  readonly noChangesText: string;
  readonly chosen: boolean;
}

export default class PortalUsersFixes extends LightningElement {
  @api runId = '';
  @api busy = false;

  labels = labels;
  columns = [
    { label: labels.record, fieldName: 'recordName', hideDefaultActions: true },
    { label: labels.what, fieldName: 'what', hideDefaultActions: true },
    { label: labels.before, fieldName: 'before', hideDefaultActions: true },
    { label: labels.after, fieldName: 'after', hideDefaultActions: true },
  ];
  options: readonly Apex.FixOption[] = [];
  /** Its changes are shown. */
  chosen = '';
  changes: readonly (Apex.FixChange & { readonly key: string })[] = [];
  moreChanges = false;
  working = false;
  outcome = '';
  messages: readonly string[] = [];
  problem = '';

  connectedCallback(): void {
    void this.load();
  }

  get hasSomething(): boolean {
    return this.options.length > 0 || this.outcome !== '' || this.problem !== '';
  }
  get cannot(): boolean {
    return this.busy || this.working;
  }
  get all(): readonly Shown[] {
    return this.options.map((option) => ({
      ...option,
      title: format(labels.option, option.label, option.count),
      // Several buttons of one text: these say of what.
      showTitle: format(labels.buttonOf, labels.show, option.label),
      applyTitle: format(labels.buttonOf, labels.apply, option.label),
      noChangesText: format(labels.noChanges, option.count),
      chosen: option.name === this.chosen,
    }));
  }
  get hasChanges(): boolean {
    return this.changes.length > 0;
  }

  async handleShow(event: { readonly target: (EventTarget & { readonly name: string }) | null }): Promise<void> {
    const fix = event.target?.name ?? '';
    await this.work(async () => {
      const page = await previewFix({ runId: this.runId, fix, afterRow: 0 });
      this.changes = page.changes.map((change, i) => ({ ...change, key: String(i) }));
      this.moreChanges = !page.done;
      this.chosen = fix;
    });
  }

  handleCancel(): void {
    this.chosen = '';
  }

  async handleApply(): Promise<void> {
    const fix = this.chosen;
    await this.work(async () => {
      const total = { changed: 0, ready: 0, notReady: 0 };
      const messages: string[] = [];
      let afterRow = 0;
      for (;;) {
        const result = await applyFix({ runId: this.runId, fix, afterRow });
        total.changed += result.changed;
        total.ready += result.ready;
        total.notReady += result.notReady;
        messages.push(...(result.messages ?? []));
        if (result.done) break;
        afterRow = result.lastRow;
      }
      this.outcome = format(labels.outcome, total.changed, total.ready, total.notReady);
      this.messages = [...new Set(messages)];
    });
    this.chosen = '';
    await this.load();
    // Part of it may be done even where the rest was refused.
    this.dispatchEvent(new CustomEvent('fixed'));
  }

  async load(): Promise<void> {
    try {
      this.options = await fixes({ runId: this.runId });
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  async work(task: () => Promise<void>): Promise<void> {
    this.working = true;
    this.problem = '';
    try {
      await task();
    } catch (error) {
      this.problem = messageOf(error);
    }
    this.working = false;
  }
}
